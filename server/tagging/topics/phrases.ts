import { wordsOf } from '../../../lib/text/words';
import { readingsOf, type Reading } from '../readings';

export interface WordPattern {
  text: string;
  /** قصف* takes any ending */
  open: boolean;
}

/** Words in a row, folded; without ال where it isn't asked for. */
export interface Phrase {
  written: string;
  words: WordPattern[];
  /** the same for phrases that stand in the same places */
  key: string;
}

const ARTICLE = /^ال(?=...)/;

/** `=` before a word keeps its ال; the alif of ألعاب and إلكتروني belongs to the word, if it is written with its hamza. */
const keepsArticle = (part: string, start: number) => part.startsWith('=') || part.charAt(start) !== 'ا';

/** @throws where there is no word in it */
export function compilePhrase(written: string): Phrase {
  const words = written.split(/\s+/).flatMap((part) => {
    const pieces = wordsOf(part).map(({ folded, start }) => ({ text: keepsArticle(part, start) ? folded : folded.replace(ARTICLE, ''), open: false }));
    const last = pieces[pieces.length - 1];
    if (last && part.endsWith('*')) last.open = true;
    return pieces;
  });
  if (words.length === 0) throw new Error(`a topic's phrase without words: "${written}"`);
  return { written, words, key: words.map(({ text, open }) => (open ? `${text}*` : text)).join(' ') };
}

/** Whose it is: قواتها, محاكمته. */
const PRONOUN = /^([\u0621-\u064a]{3,})(?:ها|نا)$|^([\u0621-\u064a]{4,})(?:هم|هن|هما|كم)$|^([\u0621-\u064a]{3,}ت)ه$/;

/** A word without the pronoun at its end, which turns a ta marbuta (folded to ه) into ت. */
function withoutPronoun(form: string): string[] {
  const [, long, longer, ofHim] = PRONOUN.exec(form) ?? [];
  const rest = long ?? longer ?? ofHim;
  if (rest === undefined || form.startsWith('ال')) return [];
  return rest.endsWith('ت') ? [rest, `${rest.slice(0, -1)}ه`] : [rest];
}

/** The readings of a folded word as phrases compare them: without proclitics, with ال and without, with its pronoun and without. */
export function formsOf(folded: string): Reading[] {
  const seen = new Map<string, Reading>();
  for (const { form, cut } of readingsOf(folded)) {
    for (const one of [form, form.replace(ARTICLE, ''), ...withoutPronoun(form)]) if (!seen.has(one)) seen.set(one, { form: one, cut });
  }
  return [...seen.values()];
}
