import { stem } from './stem';
import { wordsOf, type Word } from './words';

const IDEOGRAPH = /\p{Script=Han}/u;

/**
 * The words of a text as a filter compares them: folded, stemmed, each once, in the order of their first use. Lone letters
 * (a detached و, the s of "Syria's") are left out, but for ideographs and digits.
 */
export function termsOf(text: string): string[] {
  return termsOfWords(wordsOf(text));
}

/** The same for a text that is cut into words already. */
export function termsOfWords(words: Iterable<Word>): string[] {
  const terms = new Set<string>();
  for (const { folded } of words) {
    if (folded.length === 1 && !/\p{N}/u.test(folded) && !IDEOGRAPH.test(folded)) continue;
    terms.add(stem(folded));
  }
  return [...terms];
}
