import { phraseText } from './phrase';
import { stemsOf } from './stem';
import { isSearched, LONGEST_WORD } from './terms';
import { wordsOf } from './words';

/**
 * What one piece of a search asks of an article. `term`: one of these stems is among its terms. `prefix`: a term begins so, or, since a stem may
 * be shorter than what was typed, one of `stems` is among its terms and some word begins so. `phrase`: it holds the folded text `within` (of
 * phraseText), and so for each of its words one of these stems.
 */
export type TextAtom =
  | { kind: 'term'; stems: string[] }
  | { kind: 'prefix'; prefix: string; stems: string[] }
  | { kind: 'phrase'; within: string; terms: string[][] };

/** A search: of each list in `all` one must hold, of `none` none may. Empty finds everything. */
export interface TextQuery {
  all: TextAtom[][];
  none: TextAtom[];
}

export const NO_TEXT: TextQuery = { all: [], none: [] };

/** What a search is asked of. */
export interface SearchedText {
  terms: readonly string[];
  /** phraseText of title and text; asked for only by phrases and prefixes */
  words(): string;
}

/** More pieces than this are cut off: an index has to look each up. */
const MAX_ATOMS = 24;
const SHORTEST_PREFIX = 2;
/** how much shorter than the typed beginning a stem of a word may be */
const STEM_LOSS = 4;
const SHORTEST_STEM = 3;

const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '”': '”', '„': '”', '«': '»', '‟': '”', '＂': '＂' };
const SPACE = /\s/u;
const MINUS = /^[-−–]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

interface Token {
  text: string;
  quoted: boolean;
  minus: boolean;
}

function quotedEnd(q: string, from: number, close: string): number {
  const end = q.indexOf(close, from);
  return end < 0 ? q.length : end;
}

function tokensOf(q: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < q.length; ) {
    if (SPACE.test(q.charAt(at))) {
      at += 1;
      continue;
    }
    const minus = MINUS.test(q.slice(at)) && at + 1 < q.length && !SPACE.test(q.charAt(at + 1));
    if (minus) at += 1;
    const close = QUOTES[q.charAt(at)];
    let end = close === undefined ? at : quotedEnd(q, at + 1, close);
    if (close === undefined) while (end < q.length && !SPACE.test(q.charAt(end)) && QUOTES[q.charAt(end)] === undefined) end += 1;
    tokens.push({ text: q.slice(close === undefined ? at : at + 1, end), quoted: close !== undefined, minus });
    at = close === undefined ? end : end + 1;
  }
  return tokens;
}

/** Where a script writes no spaces a phrase may stand within a run of letters. */
function withinOf(text: string): string {
  const words = phraseText(text).trim();
  const edge = (letter: string | undefined) => (letter !== undefined && UNSPACED.test(letter) ? '' : ' ');
  return `${edge([...words][0])}${words}${edge([...words].at(-1))}`;
}

function phraseOf(text: string): TextAtom | null {
  const terms = wordsOf(text).filter(({ folded }) => isSearched(folded)).map(({ folded }) => stemsOf(folded.slice(0, LONGEST_WORD)));
  if (terms.length === 0) return null;
  return { kind: 'phrase', within: withinOf(text), terms };
}

function prefixOf(text: string): TextAtom | null {
  const [word, ...rest] = wordsOf(text);
  const prefix = word?.folded ?? '';
  if (rest.length > 0 || prefix.length < SHORTEST_PREFIX) return null;
  const lengths = Array.from({ length: STEM_LOSS }, (_, n) => prefix.length - 1 - n).filter((length) => length >= SHORTEST_STEM);
  return { kind: 'prefix', prefix, stems: [...new Set([...lengths.map((length) => prefix.slice(0, length)), ...stemsOf(prefix)])] };
}

function atomOf({ text, quoted }: Token): TextAtom | null {
  if (quoted) return phraseOf(text);
  if (text.endsWith('*')) return prefixOf(text) ?? phraseOf(text);
  const words = wordsOf(text);
  const [only] = words;
  if (words.length > 1) return phraseOf(text);
  return only && isSearched(only.folded) ? { kind: 'term', stems: stemsOf(only.folded.slice(0, LONGEST_WORD)) } : null;
}

const isOr = ({ text, quoted, minus }: Token) => !quoted && !minus && (text === 'OR' || text === '|');

/**
 * Reads a search as people type it: words (all of them), "phrases", a OR b (or a | b), -not, begin*. What holds no letter or digit asks nothing.
 */
export function parseTextQuery(q: string): TextQuery {
  const query: TextQuery = { all: [], none: [] };
  let joins = false;
  let atoms = 0;
  for (const token of tokensOf(q)) {
    if (isOr(token)) {
      joins = query.all.length > 0;
      continue;
    }
    const atom = atoms < MAX_ATOMS ? atomOf(token) : null;
    if (!atom) continue;
    atoms += 1;
    const last = query.all.at(-1);
    if (token.minus) query.none.push(atom);
    else if (joins && last) last.push(atom);
    else query.all.push([atom]);
    joins = false;
  }
  return query;
}

export const isNoText = ({ all, none }: TextQuery): boolean => all.length === 0 && none.length === 0;

function holds(atom: TextAtom, text: SearchedText): boolean {
  switch (atom.kind) {
    case 'term':
      return atom.stems.some((stem) => text.terms.includes(stem));
    case 'prefix':
      return text.terms.some((term) => term.startsWith(atom.prefix)) ||
        (atom.stems.some((stem) => text.terms.includes(stem)) && text.words().includes(` ${atom.prefix}`));
    case 'phrase':
      return text.words().includes(atom.within);
  }
}

/** Whether an article's text answers the search. Says the same as the SQL of server/db/filter-sql: a property test holds them together. */
export function matchesText(query: TextQuery, text: SearchedText): boolean {
  return query.all.every((alternatives) => alternatives.some((atom) => holds(atom, text))) && !query.none.some((atom) => holds(atom, text));
}
