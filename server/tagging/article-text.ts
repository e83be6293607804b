import { wordsOf, type Word } from '../../lib/text/words';
import type { TextField } from '../../lib/place';

/** A field of an article, cut into words once for all taggers. */
export interface FieldText {
  field: TextField;
  text: string;
  words: Word[];
  /** number of the sentence that each word is in */
  sentence: number[];
  /** whether nothing but space, hyphen or apostrophe stands between a word and the next */
  joined: boolean[];
}

export interface ArticleText {
  title: FieldText;
  text: FieldText;
  /** index of the first word of the body that is no longer the lead */
  leadEnd: number;
}

/** The opening of a news text, where it says what it is about: some 45 words, to the end of their sentence. */
const LEAD_WORDS = 45;
const SENTENCE_END = /[.!?؟。！？\n]/;
const JOINT = /^[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069'’‘`ʻ-]*$/;

export function fieldText(field: TextField, text: string): FieldText {
  const words = wordsOf(text);
  const sentence: number[] = [];
  const joined: boolean[] = [];
  let current = 0;
  words.forEach((word, index) => {
    sentence.push(current);
    const next = words[index + 1];
    if (!next) return;
    const gap = text.slice(word.end, next.start);
    joined.push(gap === ' ' || (!gap.includes('\n') && JOINT.test(gap)));
    if (gap !== ' ' && SENTENCE_END.test(gap)) current += 1;
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
