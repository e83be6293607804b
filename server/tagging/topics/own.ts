import type { DefinedTopic, TopicTag } from '../../../lib/topic';
import { articleText } from '../article-text';
import { tagTopics } from './tag-topics';
import { createTaxonomy } from './taxonomy';

export interface OwnTagInput {
  title: string;
  /** plain, paragraphs separated by blank lines */
  text: string;
  lang: string | null;
}

/** Pure: which of these topics an article has, each with its evidence. */
export type OwnTagger = (input: OwnTagInput) => TopicTag[];

/**
 * A tagger of users' topics. Each looks for itself: a phrase of one takes no words from another's, nor from a built-in topic's, so that what a
 * draft alone would catch is what it catches among others.
 * @throws naming the phrase that holds no word
 */
export function createOwnTagger(defined: readonly DefinedTopic[]): OwnTagger {
  const taxonomies = defined.map((one) => createTaxonomy([one]));
  return ({ title, text, lang }) => {
    const article = articleText(title, text);
    return taxonomies.flatMap((taxonomy) => tagTopics(article, taxonomy, lang));
  };
}
