import { fold } from './fold';

/** A word of a text: UTF-16 offsets in the original, and its folded form. */
export interface Word {
  start: number;
  end: number;
  folded: string;
}

/** Letters, their marks and digits; joiners and bidi marks only between two of them, so that a word never ends in one. */
const RUN = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+(?=[\p{L}\p{M}\p{N}]))*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Only these blocks need the costly test above. */
const MAYBE_UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\uffef]|[\ud840-\ud88f]/;

let segmenter: Intl.Segmenter | undefined;

/** Tells of a word as it is written, and where it begins. */
type Tell = (written: string, start: number) => void;

function eachPiece(run: string, offset: number, tell: Tell): void {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  for (const { segment, index } of segmenter.segment(run)) tell(segment, offset + index);
}

/** The words of a text in order, by Unicode's letters; where a script writes no spaces, by Intl.Segmenter. */
export function eachWord(text: string, tell: Tell): void {
  for (const match of text.matchAll(RUN)) {
    const run = match[0];
    if (MAYBE_UNSPACED.test(run) && UNSPACED.test(run)) eachPiece(run, match.index, tell);
    else tell(run, match.index);
  }
}

/** The same with their folded forms; one that folds to nothing is left out. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  eachWord(text, (written, start) => {
    const folded = fold(written);
    if (folded !== '') words.push({ start, end: start + written.length, folded });
  });
  return words;
}
