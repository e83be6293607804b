import type { Label } from './label';
import type { TextField } from './place';

export interface Topic {
  id: string;
  /** the top-level IPTC Media Topic, `medtop:16000000` */
  iptc: string;
  label: Label & { ar: string };
  parent: string | null;
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
