import { stem } from './stem';
import { wordsOf } from './words';

const IDEOGRAPH = /\p{Script=Han}/u;

/** Lone letters say nothing by themselves. */
export const isSearched = (folded: string): boolean => folded.length > 1 || /\p{N}/u.test(folded) || IDEOGRAPH.test(folded);

/** A word longer than this is none (a hash, a text without spaces), and an index can't hold it: its beginning stands for it. */
export const LONGEST_WORD = 100;

/**
 * A folded word as a filter compares it: its stem; null where it says nothing by itself.
 * @param lang ISO 639-1 code of its text
 */
export const termOf = (folded: string, lang: string | null): string | null => (isSearched(folded) ? stem(folded.slice(0, LONGEST_WORD), lang) : null);

/**
 * The words of a text as a filter compares them: folded, stemmed, each once, in the order of their first use. Lone letters
 * (a detached و, the s of "Syria's") are left out, but for ideographs and digits.
 */
export function termsOf(text: string, lang: string | null = null): string[] {
  return [...new Set(wordsOf(text).flatMap(({ folded }) => termOf(folded, lang) ?? []))];
}
