import type { Direction } from '../../../lib/article';

/** `lang` a BCP 47 primary tag or null; `score` 0 to 1. */
export interface DetectedLanguage {
  lang: string | null;
  score: number;
}

const LEAST_LETTERS = 12;
const LEAST_SCORE = 0.5;
/** of a short text, which an ideographic one often is */
const LEAST_SCORE_SHORT = 0.8;
const RTL_LANGUAGES = new Set('ar arc azb ckb dv fa he ks ku nqo ps sd syr ug ur yi'.split(' '));
// written in either direction, by country
const EITHER = new Set(['az', 'ku', 'ks', 'pa', 'sd', 'ms', 'ha']);

/**
 * The detector's answer where it is sure, of a short text the surer; else what the feed declares, unless the script speaks against it
 * ("en-us" is what feed software says when nobody told it); else null.
 */
export function chooseLanguage(text: string, detected: DetectedLanguage, declared: string | null, dir: Direction): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const least = letters >= LEAST_LETTERS ? LEAST_SCORE : LEAST_SCORE_SHORT;
  if (detected.lang !== null && letters > 0 && detected.score >= least) return detected.lang;
  const tag = primaryTag(declared);
  return tag !== null && letters > 0 && fits(tag, dir) ? tag : null;
}

/** "ar-SA" -> "ar"; null for what is no language tag. */
export function primaryTag(declared: string | null): string | null {
  return /^\s*([a-z]{2,3})(?=$|[\s_-])/iu.exec(declared ?? '')?.[1]?.toLowerCase() ?? null;
}

const fits = (tag: string, dir: Direction) => EITHER.has(tag) || RTL_LANGUAGES.has(tag) === (dir === 'rtl');
