import type { Candidate } from './candidate';
import { foldedBy } from './folded-by';
import type { Names } from './name-index';
import { packNames, type PackedName } from './packed-names';
import { CITIES, CITY_COLUMNS, cityRow, type PlaceRow } from './rows';

/**
 * The towns: too many to hold as objects, and an article names a dozen. Their table stays in memory as bytes with an index of its
 * names; a row is read when first asked for.
 */
export interface CityTable extends Names<Candidate> {
  city(id: string): PlaceRow | undefined;
  /** the same row for the same id, kept as long as the table: what is changed in it stays changed */
  keep(id: string): PlaceRow | undefined;
  readonly size: number;
  readonly nameCount: number;
}

const NONE: readonly Candidate[] = [];

/** More rows than this are not remembered. */
const REMEMBERED = 20_000;

const HEAD = /^#[^\n]*\n# rows (\d+), names (\d+), folded by ([0-9a-f]+)\n/;

interface Head {
  rows: number;
  names: number;
}

/** @throws saying what is wrong with the file and what helps */
function readHead(file: string, bytes: Buffer): Head {
  const [, rows, names, by] = HEAD.exec(bytes.toString('latin1', 0, 500)) ?? [];
  if (rows === undefined || names === undefined) throw new Error(`${file} has no head that says how many rows and names it holds: build it anew (data/build/gazetteer.ts)`);
  if (by !== foldedBy()) throw new Error(`${file} was folded by ${by ?? '?'}, lib/text folds by ${foldedBy()} now: fold its names anew with npx tsx data/build/refold.ts`);
  return { rows: Number(rows), names: Number(names) };
}

function lineAt(bytes: Buffer, at: number): string[] {
  const end = bytes.indexOf(10, at);
  return bytes.toString('utf8', at, end < 0 ? bytes.length : end).split('\t');
}

/** Rows are in the order of their ids. */
function finder(bytes: Buffer, starts: Int32Array): (id: number) => number | null {
  const ids = Int32Array.from(starts, (at) => Number(bytes.toString('latin1', at, bytes.indexOf(9, at))));
  return (id) => {
    let low = 0;
    let high = ids.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = ids[middle] ?? 0;
      if (found === id) return starts[middle] ?? null;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  };
}

/**
 * @param settle gives a row what it lies within
 * @throws where the head does not fit the rest: a cut or stale file
 */
export function createCityTable(bytes: Buffer, settle: (row: PlaceRow) => void): CityTable {
  const file = `data/${CITIES}`;
  const head = readHead(file, bytes);
  const names = packNames(bytes, { column: CITY_COLUMNS - 2, nameCount: head.names });
  if (names.rowStarts.length !== head.rows || names.size !== head.names) {
    throw new Error(`${file} holds ${names.rowStarts.length} rows and ${names.size} names, its head says ${head.rows} and ${head.names}: build it anew (data/build/gazetteer.ts)`);
  }
  const startOf = finder(bytes, names.rowStarts);
  const kept = new Map<number, PlaceRow>();
  const known = new Map<number, PlaceRow>();

  function rowAt(at: number): PlaceRow {
    const ready = kept.get(at) ?? known.get(at);
    if (ready) return ready;
    const cells = lineAt(bytes, at);
    if (cells.length < CITY_COLUMNS - 1) throw new Error(`${file}: ${cells.length} columns in the row of ${cells[0] ?? ''}, ${CITY_COLUMNS - 1} needed`);
    const row = cityRow(cells);
    settle(row);
    if (known.size >= REMEMBERED) known.clear();
    known.set(at, row);
    return row;
  }

  function candidate(key: string, { at, derived }: PackedName): Candidate {
    const { place, prominence, capital, population, feature, labels } = rowAt(at);
    return { place, prominence, capital, population, feature, file: CITIES, name: derived ? 'derived' : labels.includes(key) ? 'main' : 'alias' };
  }

  return {
    size: names.rowStarts.length, nameCount: names.size, reachOf: names.reachOf,
    get(key) {
      const found = names.get(key);
      return found.length === 0 ? NONE : found.map((one) => candidate(key, one));
    },
    city(id) {
      const at = /^\d+$/.test(id) ? startOf(Number(id)) : null;
      return at === null ? undefined : rowAt(at);
    },
    keep(id) {
      const at = /^\d+$/.test(id) ? startOf(Number(id)) : null;
      if (at === null) return undefined;
      const row = rowAt(at);
      kept.set(at, row);
      return row;
    },
  };
}
