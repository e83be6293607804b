import type { TopicInput } from '@/lib/own-topic';
import type { TopicDefinition, TopicPhrase } from '@/lib/topic';

/** A phrase as the editor holds it: an empty one says nothing. */
export interface PhraseRow {
  key: number;
  phrase: string;
  weight: number;
  near: { phrase: string; words: number } | null;
  lang: string | null;
}

export interface TopicDraft {
  name: string;
  colour: string;
  rows: PhraseRow[];
  /** a phrase a line */
  must: string;
  mustNot: string;
}

/** What a phrase says, as the editor offers it. One hit of `much` or `for` puts the topic on an article; of `hint` it takes several, or a headline. */
export const LEVELS = { much: 3, for: 1, hint: 0.2, against: -3 } as const;
export type Level = keyof typeof LEVELS;

export const levelOf = (weight: number): Level | null => (Object.keys(LEVELS) as Level[]).find((level) => LEVELS[level] === weight) ?? null;

/** They can be told apart in both themes, and by most who tell few colours apart. */
export const COLOURS = ['#0a8a8a', '#2f6fde', '#7a4fd0', '#c2438f', '#d0453a', '#d97a1a', '#b59a12', '#4f9a3a', '#7d6a58', '#64748b'] as const;

export const NEAR_WORDS = 5;

let lastKey = 0;
/** An empty phrase. */
export function emptyRow(): PhraseRow {
  lastKey += 1;
  return { key: lastKey, phrase: '', weight: LEVELS.for, near: null, lang: null };
}

/** @param taken colours of other topics: the first that is free is taken */
export function emptyDraft(taken: readonly string[]): TopicDraft {
  return { name: '', colour: COLOURS.find((one) => !taken.includes(one)) ?? COLOURS[0], rows: [emptyRow()], must: '', mustNot: '' };
}

export function draftOf({ name, colour, definition: { phrases, must, mustNot } }: TopicInput): TopicDraft {
  return { name, colour, rows: phrases.map((one) => ({ ...emptyRow(), ...one })), must: must.join('\n'), mustNot: mustNot.join('\n') };
}

/** A built-in topic has to gather this many times what is enough of one's own (server/tagging/topics). */
const BUILT_IN_MEASURE = 12;

/** The definition of a built-in topic, its weights in the measure of one's own. */
export function asOwn(definition: TopicDefinition): TopicDefinition {
  const weigh = ({ weight, ...rest }: TopicPhrase): TopicPhrase => ({ ...rest, weight: Number((weight / BUILT_IN_MEASURE).toFixed(2)) });
  return { ...definition, phrases: definition.phrases.map(weigh).filter(({ weight }) => weight !== 0) };
}

const linesOf = (text: string) => text.split('\n').map((line) => line.trim()).filter(Boolean);

export function definitionOf({ rows, must, mustNot }: TopicDraft): TopicDefinition {
  const phrases = rows.filter(({ phrase }) => phrase.trim() !== '').map(({ phrase, weight, near, lang }) => ({
    phrase: phrase.trim(), weight, lang, near: near && near.phrase.trim() !== '' ? { phrase: near.phrase.trim(), words: near.words } : null,
  }));
  return { phrases, must: linesOf(must), mustNot: linesOf(mustNot) };
}

export const inputOf = (draft: TopicDraft): TopicInput => ({ name: draft.name.trim(), colour: draft.colour, definition: definitionOf(draft) });

/** Nothing speaks for the topic yet: there is nothing to be caught. */
export const isBlank = ({ phrases }: TopicDefinition) => !phrases.some(({ weight }) => weight > 0);
