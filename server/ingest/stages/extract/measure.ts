import type { Block } from './blocks';

/** Characters of an element's text, white space apart. */
export const sizeOf = (element: Element) => (element.textContent ?? '').replace(/\s+/gu, ' ').trim().length;

/** How much of an element's text is links, 0 to 1. */
export function linkedShare(element: Element): number {
  const whole = sizeOf(element);
  if (whole === 0) return 1;
  let linked = 0;
  for (const link of element.querySelectorAll('a')) linked += sizeOf(link);
  return Math.min(1, linked / whole);
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const SENTENCE_END = /[.!?…。！？؟۔।:"”»’')\]]$/u;

/** How long a line has to be to be prose: an ideograph says as much as three letters. */
const leastOf = (text: string) => (WIDE.test(text.slice(0, 40)) ? 30 : 80);

/** Whether a block reads like a paragraph of an article rather than a label, a link or a headline. */
export function isProse({ kind, text, linked }: Block): boolean {
  if (kind === 'heading' || linked > 0.5) return false;
  const least = leastOf(text);
  return text.length >= least * 2 || (text.length >= least && SENTENCE_END.test(text));
}

/** Too short for a sentence of its own. */
export const isShort = (text: string) => text.length < leastOf(text) / 2;

export const proseLength = (blocks: readonly Block[]) => blocks.reduce((sum, block) => sum + (isProse(block) ? block.text.length : 0), 0);
export const lengthOf = (blocks: readonly Block[]) => blocks.reduce((sum, { text }) => sum + text.length, 0);

/** Letters and digits only, in lower case: what two spellings of one text have in common. */
export const bare = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
