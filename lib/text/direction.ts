import type { Direction } from '../article';

const LETTER = /\p{L}/u;
const RTL_SCRIPT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const SAMPLE = 60;

/**
 * The reading direction by the majority of the first strong letters; the very first one settles a tie. The first alone
 * would turn an Arabic headline that opens with "CNN" or "iPhone" the wrong way round. Without letters: 'ltr'.
 */
export function directionOf(text: string): Direction {
  let balance = 0;
  let first = 0;
  let seen = 0;
  for (const character of text) {
    if (!LETTER.test(character)) continue;
    const side = RTL_SCRIPT.test(character) ? 1 : -1;
    first ||= side;
    balance += side;
    if (++seen === SAMPLE) break;
  }
  return (balance || first) > 0 ? 'rtl' : 'ltr';
}
