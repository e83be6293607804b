import type { Topic, TopicPhrase } from '../../../lib/topic';
import { compilePhrase, type Phrase } from './phrases';

/** A phrase that speaks for a topic, or against it where its weight is below 0. */
export interface Rule extends Phrase {
  topic: Topic;
  weight: number;
  near: { phrase: Phrase; words: number } | null;
  lang: string | null;
  /** what evidence names: `conflict: قصف*` */
  name: string;
}

/** What has to stand in an article (one of `must`), or may not (any of `mustNot`), for a topic to be put on it. */
export interface Condition {
  must: Phrase[];
  mustNot: Phrase[];
}

/** @throws where there is no word in a phrase */
export function compileRule(topic: Topic, { phrase, weight, near, lang }: TopicPhrase): Rule {
  return {
    ...compilePhrase(phrase), topic, weight, lang, near: near && { phrase: compilePhrase(near.phrase), words: near.words },
    name: `${topic.id}: ${phrase}${near ? ` ~${near.words} ${near.phrase}` : ''}`,
  };
}
