import { z } from 'zod';
import type { TopicInput } from './own-topic';
import type { RefusalReason } from './source';
import { wordsOf } from './text/words';
import type { TopicDefinition, TopicPhrase } from './topic';

/** What a topic may be made of: each phrase costs every article its time, and a page has to show them all. */
export const MOST_NAME = 60;
export const MOST_PHRASES = 1000;
export const MOST_PHRASE_CHARACTERS = 120;
export const MOST_PHRASE_WORDS = 8;
export const MOST_NEAR_WORDS = 50;
export const MOST_CONDITIONS = 200;
export const MOST_WEIGHT = 20;
/** Letters before a *: fewer would fit half of a language. */
export const LEAST_OPEN_LETTERS = 2;

type Code = RefusalReason['code'];
const because = (reason: Code, error: string, n?: number) => ({ error, params: { reason, n } });

/** `قصف*` has its letters before the star; a star anywhere else is no letter, and says nothing. */
function openLetters(phrase: string): number {
  const lengths = phrase.split(/\s+/u).filter((part) => part.endsWith('*')).map((part) => wordsOf(part).at(-1)?.folded.replace(/^ال/u, '').length ?? 0);
  return Math.min(LEAST_OPEN_LETTERS, ...lengths);
}

const phraseSchema = z.string().trim().min(1, 'is empty').max(MOST_PHRASE_CHARACTERS)
  .refine((phrase) => wordsOf(phrase).length > 0, because('no-words', 'holds no word'))
  .refine((phrase) => wordsOf(phrase).length <= MOST_PHRASE_WORDS, because('too-many-words', `has more than ${MOST_PHRASE_WORDS} words`, MOST_PHRASE_WORDS))
  .refine((phrase) => openLetters(phrase) >= LEAST_OPEN_LETTERS, because('short-open', `has a * after fewer than ${LEAST_OPEN_LETTERS} letters`, LEAST_OPEN_LETTERS));

const topicPhraseSchema: z.ZodType<TopicPhrase> = z.strictObject({
  phrase: phraseSchema,
  weight: z.number().min(-MOST_WEIGHT).max(MOST_WEIGHT).refine((weight) => weight !== 0, 'is 0: it says nothing'),
  near: z.strictObject({ phrase: phraseSchema, words: z.number().int().min(1).max(MOST_NEAR_WORDS) }).nullable(),
  lang: z.string().regex(/^[a-z]{2,3}$/u, 'is no ISO 639 code').nullable(),
});

const most = (n: number) => because('too-many', `are more than ${n}`, n);
const conditionSchema = z.array(phraseSchema).refine((phrases) => phrases.length <= MOST_CONDITIONS, most(MOST_CONDITIONS));

export const definitionSchema: z.ZodType<TopicDefinition> = z.strictObject({
  phrases: z.array(topicPhraseSchema)
    .refine((phrases) => phrases.length <= MOST_PHRASES, most(MOST_PHRASES))
    .refine((phrases) => phrases.some(({ weight }) => weight > 0), because('nothing-for', 'hold none that speaks for the topic')),
  must: conditionSchema,
  mustNot: conditionSchema,
});

/** A user's topic, as a page or the command line hands it in. */
export const topicInputSchema: z.ZodType<TopicInput> = z.strictObject({
  name: z.string().trim().min(1, 'is empty').max(MOST_NAME),
  colour: z.string().regex(/^#[0-9a-f]{6}$/u, 'is no colour like #0a6570'),
  definition: definitionSchema,
});

export const topicDraftSchema = z.strictObject({ definition: definitionSchema });
