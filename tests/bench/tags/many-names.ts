import { cityFile } from '../../../data/build/city-file';
import { readBytes, readTable } from '../../../server/tagging/tables';
import { ALIASES } from '../../../server/tagging/places/aliases';
import { keyOf } from '../../../server/tagging/places/name-index';
import { CITIES } from '../../../server/tagging/places/rows';

const COUNTRY = 3;
const POPULATION = 6;
const NAMES = 10;
const ALPHABETS = ['ابتثجحخدذرزسشصضطظعغفقكلمنهوي', 'abcdefghijklmnopqrstuvwxyz'];
/** GeoNames has none so high. */
const FIRST_MADE_ID = 1_500_000_000;
const LETTERS = 10;

/** A seeded generator (Lehmer): the same names at every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Names of a town that data/hand/aliases.tsv speaks of: more than these are left out, so that all such towns fit. */
const FEW = 2;

/** What data/hand/aliases.tsv calls the towns that it has names for: `SY:homs`. */
function spokenOf(): Set<string> {
  return new Set(readTable(ALIASES, 3).map(([key = '']) => `${key.slice(0, 3)}${keyOf(key.slice(3))}`));
}

function whereSpokenOf(row: readonly string[], spoken: ReadonlySet<string>): string[] | null {
  const names = (row[NAMES] ?? '').split('|');
  const wanted = names.filter((name) => spoken.has(`${row[COUNTRY] ?? ''}:${name}`));
  return wanted.length === 0 ? null : row.map((cell, i) => (i === NAMES ? [...new Set([...wanted, ...names.slice(0, FEW)])].join('|') : i > NAMES ? '' : cell));
}

const countOf = (cells: readonly string[]) => (cells[NAMES] ?? '').split('|').length;

/** The rows of the real table, the most populous first. */
function realRows(): string[][] {
  const lines = readBytes(CITIES).toString('utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => line.split('\t')).sort((a, b) => Number(b[POPULATION]) - Number(a[POPULATION]));
}

/** Names that no text holds: of ten letters drawn by lot, every other one behind the first word of a real name. */
function* madeNames(real: readonly string[][]): Generator<string> {
  const next = numbers(7);
  for (let n = 0; ; n += 1) {
    const alphabet = ALPHABETS[n % ALPHABETS.length] ?? '';
    const word = Array.from({ length: LETTERS }, () => alphabet.charAt(next(alphabet.length))).join('');
    const first = real[next(real.length)]?.[NAMES]?.split('|')[n % 4 === 0 ? 0 : 1]?.split(' ')[0];
    yield n % 4 < 2 && first ? `${first} ${word}` : word;
  }
}

/**
 * A table of towns with so many names, folded: the same real towns in each, the great ones, and for the rest made ones, which occur
 * nowhere. What a text costs more with a larger table is thus the size's alone.
 * @param real how many of the names may be real towns'
 */
export function townsWith(names: number, real: number): Buffer {
  const rows = realRows();
  const spoken = spokenOf();
  const kept = rows.map((row) => whereSpokenOf(row, spoken)).filter((row) => row !== null);
  let count = kept.reduce((sum, row) => sum + countOf(row), 0);
  const ids = new Set(kept.map(([id]) => id));
  for (const row of rows.filter(([id]) => !ids.has(id))) {
    if (count + countOf(row) > real) break;
    kept.push(row);
    count += countOf(row);
  }
  const made = madeNames(rows);
  const lines = kept.sort((a, b) => Number(a[0]) - Number(b[0]));
  for (let id = FIRST_MADE_ID; count < names; id += 1, count += 1) {
    const name = String(made.next().value);
    lines.push([String(id), name, '', 'SY', '11', 'PPL', '3000', '34.7', '36.7', '', name, '']);
  }
  return Buffer.from(cityFile(lines));
}
