import type { Digits } from '../components/ui/locale';
import type { Messages } from './languages';

/** A number that is said: no part of a code or an address (`24h`, `2026-11-24T00:00Z`), and no case of a plural or a select. */
const SAID = /(?<![\p{Script=Latin}\p{Nd}=:._/-])[0-9]+(?![\p{Script=Latin}\p{Nd}:_/-]|\s*\{)/gu;
const ZERO = '٠'.charCodeAt(0);

const arabic = (number: string) => [...number].map((digit) => String.fromCharCode(ZERO + Number(digit))).join('');

function rewritten<T>(texts: T): T {
  if (typeof texts === 'string') return texts.replace(SAID, arabic) as T;
  return Object.fromEntries(Object.entries(texts as object).map(([key, value]: [string, unknown]) => [key, rewritten(value)])) as T;
}

const known = new WeakMap<object, Messages>();

/** The texts with the numbers that are written out in them in the reader's digits; those put into them follow the locale's numbering system. */
export function inDigits(texts: Messages | undefined, digits: Digits): Messages | undefined {
  if (texts === undefined || digits === 'latn') return texts;
  const made = known.get(texts) ?? rewritten(texts);
  known.set(texts, made);
  return made;
}
