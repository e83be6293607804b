import { eachWord, type Word } from '../../lib/text/words';
import type { TextField } from '../../lib/place';
import { knownWord, type KnownWord } from './vocabulary';

/** A word of a text, and its number among all that were read. */
export type TextWord = Word & KnownWord;

/** A field of an article, cut into words once for all taggers. */
export interface FieldText {
  field: TextField;
  text: string;
  words: TextWord[];
  /** number of the sentence that each word is in */
  sentence: number[];
  /** whether nothing but space, hyphen, apostrophe, ampersand or a hashtag's underscore stands between a word and the next, or the dot of initials */
  joined: boolean[];
}

export interface ArticleText {
  title: FieldText;
  text: FieldText;
  /** index of the first word of the body that is no longer the lead */
  leadEnd: number;
}

/** Numbers of words, in each field of an article. */
export type WordSets = Readonly<Record<TextField, ReadonlySet<number>>>;

/** The opening of a news text, where it says what it is about: some 45 words, to the end of their sentence. */
const LEAD_WORDS = 45;
const SENTENCE_END = /[.!?؟。！？\n]/;
const JOINT = /^[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069'’‘`ʻ_-]*$/;

/** Words that are written short before a name. */
const SHORTENED = new Set(
  'st ste mt ft pt mr mrs ms dr sr jr gov sen rep gen col lt sgt capt cmdr cpl pvt maj adm prof rev hon pres supt insp det msgr fr'.split(' '),
);
const STOP = /^\.\s?$/;

/** "U.S. troops", "St. Paul", "J. Smith": the full stop shortens the word, it ends nothing. */
const isShortened = (word: Word, gap: string) =>
  STOP.test(gap) && (word.end - word.start === 1 ? !/^[\d\u0600-\u06ff]/.test(word.folded) : gap === '. ' && SHORTENED.has(word.folded));

/** S&P, Marks & Spencer */
const AMPERSAND = /^ ?& ?$/;

function wordsIn(text: string): TextWord[] {
  const words: TextWord[] = [];
  eachWord(text, (written, start) => {
    const { folded, number } = knownWord(written);
    if (folded !== '') words.push({ start, end: start + written.length, folded, number });
  });
  return words;
}

export function fieldText(field: TextField, text: string): FieldText {
  const words = wordsIn(text);
  const sentence: number[] = [];
  const joined: boolean[] = [];
  let current = 0;
  words.forEach((word, index) => {
    sentence.push(current);
    const next = words[index + 1];
    if (!next) return;
    const gap = text.slice(word.end, next.start);
    const shortened = gap !== ' ' && isShortened(word, gap);
    joined.push(gap === ' ' || shortened || AMPERSAND.test(gap) || (!gap.includes('\n') && JOINT.test(gap)));
    if (gap !== ' ' && !shortened && SENTENCE_END.test(gap)) current += 1;
  });
  return { field, text, words, sentence, joined };
}

function leadEndOf({ words, sentence }: FieldText): number {
  if (words.length <= LEAD_WORDS) return words.length;
  const last = sentence[LEAD_WORDS - 1];
  let end = LEAD_WORDS;
  while (end < words.length && sentence[end] === last && end < LEAD_WORDS * 2) end += 1;
  return end;
}

export function articleText(title: string, text: string): ArticleText {
  const body = fieldText('text', text);
  return { title: fieldText('title', title), text: body, leadEnd: leadEndOf(body) };
}
