import type { PlaceMention } from '@/lib/place';
import type { TopicEvidence } from '@/lib/topic';

/** Words as they stand in the text, and how often. */
export interface Counted {
  text: string;
  times: number;
}

/** Each text once, in the order of first sight. */
export function counted(texts: readonly string[]): Counted[] {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return [...times].map(([text, n]) => ({ text, times: n }));
}

/** The names by which a place is named. */
export const phrasesOf = (mentions: readonly PlaceMention[]) => counted(mentions.map(({ phrase }) => phrase));

export interface Cue {
  phrase: string;
  role: NonNullable<PlaceMention['role']>;
  rule: string;
}

/** The words that give a place a role, each once. */
export function cuesOf(mentions: readonly PlaceMention[]): Cue[] {
  const cues = mentions.flatMap(({ cue, role }) => (cue && role ? [{ phrase: cue.phrase, role, rule: cue.rule }] : []));
  return cues.filter((one, n) => cues.findIndex(({ phrase, role }) => phrase === one.phrase && role === one.role) === n);
}

/** The rules that fired for a topic, those that fired most first. A rule is named `topic: phrase`. */
export function rulesOf(evidence: readonly TopicEvidence[]): Counted[] {
  const phrase = (rule: string) => rule.slice(rule.indexOf(': ') + 2);
  return counted(evidence.map(({ rule }) => phrase(rule))).sort((a, b) => b.times - a.times);
}
