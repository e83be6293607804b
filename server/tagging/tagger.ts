import type { Tags } from '../../lib/entry';
import { createArticleTerms } from './article-terms';
import { articleText } from './article-text';
import type { Gazetteer } from './places/gazetteer';
import { resolveSpans, type Span, type SpanPlace } from './places/spans';
import { tagPlaces } from './places/tag-places';
import { tagTopics } from './topics/tag-topics';
import type { Taxonomy } from './topics/taxonomy';

export interface TagInput {
  title: string;
  /** plain, paragraphs separated by blank lines */
  text: string;
  lang: string | null;
  /** ISO 3166-1 alpha-2 of the feed: a weak hint where a name means several places */
  feedCountry?: string | null;
  /** where the text's dateline ends, where the feed's reader found one (UTF-16 units); else it is looked for */
  datelineEnd?: number | null;
  /** lists demonyms too, as mentions of their country */
  demonyms?: boolean;
}

/** Pure: the same input gives the same tags. Every tag carries the spans that put it there. */
export type Tagger = (input: TagInput) => Tags;

export function createTagger(gazetteer: Gazetteer, taxonomy: Taxonomy): Tagger {
  const termsOf = createArticleTerms();
  return ({ title, text, lang, feedCountry, datelineEnd, demonyms }) => {
    const article = articleText(title, text);
    const { places, focusCountries, kindWords } = tagPlaces(article, gazetteer, feedCountry ?? null, datelineEnd ?? null, demonyms);
    return { places, focusCountries, topics: tagTopics(article, taxonomy, lang, kindWords), terms: termsOf(article, lang) };
  };
}

/** Which places the given spans of an article's text mean, somebody else having found them. */
export type SpanResolver = (input: Pick<TagInput, 'title' | 'text' | 'feedCountry'>, spans: readonly Span[]) => (SpanPlace | null)[];

export function createSpanResolver(gazetteer: Gazetteer): SpanResolver {
  return ({ title, text, feedCountry }, spans) => resolveSpans(articleText(title, text), spans, gazetteer, feedCountry ?? null);
}
