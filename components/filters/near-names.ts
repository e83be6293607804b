import { fold } from '@/lib/text/fold';
import type { KnownPlace } from '@/lib/trends';

const MOST = 4;

/** How many letters may be wrong, left out or swapped in a name of so many. */
const slipsIn = (length: number) => (length < 4 ? 0 : length < 7 ? 1 : 2);

/** A word of fewer letters is near too many names: "talk" is no Tal. There only two letters that changed places are a slip. */
const LONG = 5;

const lettersOf = (name: string) => [...name].sort().join('');

function slips(wanted: string, name: string): number {
  return wanted.length < LONG && lettersOf(wanted) !== lettersOf(name) ? Infinity : slipsBetween(wanted, name);
}

/** The places whose name is the text but for a slip or two, the closest first, then the most mentioned. */
export function nearNames(text: string, places: readonly KnownPlace[]): KnownPlace[] {
  const wanted = fold(text.trim());
  return places
    .map((place) => ({ place, away: Math.min(...[place.label.en, place.label.ar].map((name) => (name === null ? Infinity : slips(wanted, fold(name))))) }))
    .filter(({ away }) => away <= slipsIn(wanted.length))
    .sort((a, b) => a.away - b.away || b.place.articles - a.place.articles)
    .slice(0, MOST)
    .map(({ place }) => place);
}

/** Letters put in, left out, put for others, or two swapped (Damerau, 1964: optimal string alignment). */
function slipsBetween(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, n) => n);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const put = (last[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity;
      row.push(Math.min(put, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, swapped));
    }
    [before, last] = [last, row];
  }
  return last[to.length] ?? 0;
}
