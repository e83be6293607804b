import type { DefinedTopic, TopicDefinition, TopicEvidence } from './topic';

/** A topic as its user writes it. */
export interface TopicInput {
  name: string;
  /** `#rrggbb` */
  colour: string;
  definition: TopicDefinition;
}

/** How far a topic's way over the articles that were there already has come. */
export interface RetagProgress {
  /** `failed`: what its definition says can't be taken; `error` says why, in English */
  state: 'waiting' | 'running' | 'done' | 'failed';
  /** articles looked at; `total` is 0 until they are counted */
  done: number;
  total: number;
  error: string | null;
}

/** Articles of a topic, by the time of their publication. */
export interface TopicCounts {
  day: number;
  week: number;
}

/** A user's topic as the Topics page lists it. Times are ISO 8601 in UTC. */
export interface OwnTopic extends TopicInput {
  id: string;
  version: number;
  articles: TopicCounts;
  /** null: it never had to be put on old articles */
  retag: RetagProgress | null;
  updatedAt: string;
}

/** A built-in topic, to be looked at. */
export interface BuiltInTopic extends DefinedTopic {
  articles: TopicCounts;
}

export interface TopicList {
  /** by name */
  own: OwnTopic[];
  /** the top levels, each followed by its branches; without what puts them on an article, which `topic(id)` has */
  builtIn: Omit<BuiltInTopic, 'definition'>[];
}

/** An article that a draft would have caught, with the words that did it. */
export interface Catch {
  id: string;
  title: string;
  /** of the text, around the first words that count; offsets of `evidence` are into `title` and into this */
  excerpt: string;
  dir: 'ltr' | 'rtl';
  url: string | null;
  publisher: string;
  sortAt: string;
  score: number;
  evidence: TopicEvidence[];
}

/** What a draft would have caught. */
export interface TopicPreview {
  count: number;
  /** articles that were looked at, newest first, and when the oldest of them was published; null where there is none */
  looked: number;
  since: string | null;
  /** not all of the days could be looked at: there are too many articles, or too little time */
  partial: boolean;
  /** catches on each day (UTC), oldest first; null: no article of that day was looked at */
  perDay: { day: string; count: number | null }[];
  newest: Catch[];
}
