import { isSearched, LONGEST_WORD } from './terms';
import { fold } from './fold';
import type { TextAtom, TextQuery } from './query';
import { stemsOf } from './stem';
import { wordsOf, type Word } from './words';

/** UTF-16 offsets in the original text. */
export interface Highlight {
  start: number;
  end: number;
}

const meets = (word: Word, stems: readonly string[]) =>
  isSearched(word.folded) && stemsOf(word.folded.slice(0, LONGEST_WORD)).some((stem) => stems.includes(stem));

/** The runs of words, from `from` on, whose folded text is the phrase's. */
function phraseSpans(words: readonly Word[], within: string): Highlight[] {
  const wanted = wordsOf(within).map(({ folded }) => fold(folded));
  return words.flatMap((word, from) => {
    const run = words.slice(from, from + wanted.length);
    const last = run.at(-1);
    return last && run.length === wanted.length && run.every(({ folded }, n) => folded === wanted[n]) ? [{ start: word.start, end: last.end }] : [];
  });
}

function spansOf(atom: TextAtom, words: readonly Word[]): Highlight[] {
  if (atom.kind === 'phrase') return phraseSpans(words, atom.within);
  const lit = atom.kind === 'term'
    ? words.filter((word) => meets(word, atom.stems))
    : words.filter((word) => word.folded.startsWith(atom.prefix) || stemsOf(word.folded.slice(0, LONGEST_WORD)).some((stem) => stem.startsWith(atom.prefix)));
  return lit.map(({ start, end }) => ({ start, end }));
}

/** The words of a text that a search found it by, in order, none within another. */
export function highlightsOf(query: TextQuery, text: string): Highlight[] {
  const words = wordsOf(text);
  const all = query.all.flat().flatMap((atom) => spansOf(atom, words)).sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Highlight[] = [];
  for (const span of all) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}
