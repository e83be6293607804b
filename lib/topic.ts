import type { Label } from './label';
import type { TextField } from './place';

export interface Topic {
  id: string;
  /** the top-level IPTC Media Topic that it is or lies below, `medtop:16000000`; null for a user's own topic outside of them */
  iptc: string | null;
  label: Label & { ar: string };
  parent: string | null;
  /** written by a user, not built in */
  own?: boolean;
  /** `#rrggbb` of an own topic */
  colour?: string | null;
}

/** The words of one hit. A word may end in * for any ending, or begin with = to keep its ال; `near` wants another phrase within so many words of it. */
export interface TopicPhrase {
  phrase: string;
  /** below 0 it speaks against the topic; 0 says nothing, and keeps its words from shorter phrases: a battle of words */
  weight: number;
  near: { phrase: string; words: number } | null;
  /** ISO 639-1 of the only language in which it counts; null: any */
  lang: string | null;
}

/** What puts a topic on an article: built-in topics and users' own are written in the same form. */
export interface TopicDefinition {
  phrases: TopicPhrase[];
  /** where there are any: one of them at least has to stand somewhere in the article */
  must: string[];
  /** none of them may */
  mustNot: string[];
}

/** A topic and what puts it on an article. */
export interface DefinedTopic {
  topic: Topic;
  definition: TopicDefinition;
}

/** The words that put a topic on an article, and the rule that fired on them. UTF-16 offsets in `field`. */
export interface TopicEvidence {
  field: TextField;
  start: number;
  end: number;
  phrase: string;
  rule: string;
}

export interface TopicTag {
  topic: Topic;
  /** above 0; the highest is the article's main topic */
  score: number;
  evidence: TopicEvidence[];
}
