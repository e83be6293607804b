import { stem } from './stem';
import { wordsOf, type Word } from './words';

const IDEOGRAPH = /\p{Script=Han}/u;

/** Lone letters say nothing by themselves. */
export const isSearched = (folded: string): boolean => folded.length > 1 || /\p{N}/u.test(folded) || IDEOGRAPH.test(folded);

/** A word longer than this is none (a hash, a text without spaces), and an index can't hold it: its beginning stands for it. */
export const LONGEST_WORD = 100;

/**
 * The words of a text as a filter compares them: folded, stemmed, each once, in the order of their first use. Lone letters
 * (a detached و, the s of "Syria's") are left out, but for ideographs and digits.
 */
export function termsOf(text: string, lang: string | null = null): string[] {
  return termsOfWords(wordsOf(text), lang);
}

/** The same for a text that is cut into words already. */
export function termsOfWords(words: Iterable<Word>, lang: string | null = null): string[] {
  const terms = new Set<string>();
  for (const { folded } of words) {
    if (!isSearched(folded)) continue;
    terms.add(stem(folded.slice(0, LONGEST_WORD), lang));
  }
  return [...terms];
}
