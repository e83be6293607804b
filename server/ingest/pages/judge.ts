import { fold } from '../../../lib/text/fold';

/** Why a page's text isn't taken. */
export type Refusal = 'not-better' | 'other-text';

/** A page has to bring so much more than the summary, in characters. */
const MORE = 1.2;
const MORE_CHARACTERS = 100;
/** of the words of headline and summary: what an article on the same matter holds at the least. A captcha holds none. */
const SHARED = 0.5;
const LEAST_LETTERS = 3;

/**
 * Whether a page's text is the article that the feed summed up, and more of it; null: it is to be taken.
 */
export function judgePage(entry: { title: string; text: string }, page: { title: string | null; text: string }): Refusal | null {
  if (page.text.length < entry.text.length * MORE + MORE_CHARACTERS) return 'not-better';
  const wanted = wordsOf(`${entry.title} ${entry.text}`);
  const found = wordsOf(`${page.title ?? ''} ${page.text}`);
  const shared = [...wanted].filter((word) => found.has(word)).length;
  return wanted.size > 0 && shared >= wanted.size * SHARED ? null : 'other-text';
}

function wordsOf(text: string): Set<string> {
  return new Set((fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= LEAST_LETTERS));
}
