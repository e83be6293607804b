import { forEachCell } from '../../lib/cells';

/** What was published in one bucket. */
export interface Tally {
  count: number;
  /** of them, stored so late that they said nothing about now */
  late: number;
  /** articles of each publisher family */
  publishers: Map<number, number>;
}

/** A row of `mention` or `expired_pair`: the hour or day (UTC) that its cells lie in, and their bytes (lib/cells). */
export interface CellRow {
  at: Date;
  cells: Uint8Array;
}

/** Articles that were counted by a query: how many of one publisher in the bucket of that number. */
export interface CountedRow {
  bucket: number;
  publisherId: number;
  late: boolean;
  count: number;
}

const DAY_MS = 86_400_000;
const QUARTER_MS = 900_000;
const QUARTERS = 96;

export const emptyTally = (): Tally => ({ count: 0, late: 0, publishers: new Map() });

/** The number of the bucket that holds a time; -1 where none does. `edges` ascend; the last is the end of the last bucket. */
export function bucketAt(edges: readonly number[], time: number): number {
  let low = 0;
  let high = edges.length - 1;
  if (high < 1 || time < (edges[0] as number) || time >= (edges[high] as number)) return -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((edges[middle] as number) <= time) low = middle;
    else high = middle;
  }
  return low;
}

function add(tally: Tally, publisherId: number, count: number, late: boolean): void {
  tally.count += count;
  if (late) tally.late += count;
  tally.publishers.set(publisherId, (tally.publishers.get(publisherId) ?? 0) + count);
}

/** Publishers whose articles have all been taken out again are none. */
function settled(tallies: Tally[]): Tally[] {
  for (const { publishers } of tallies) for (const [id, count] of publishers) if (count <= 0) publishers.delete(id);
  return tallies;
}

/** Adds up cells by the buckets between the edges, in milliseconds since 1970; edges lie on quarter hours. What lies outside is left out. */
export function tallyCells(rows: Iterable<CellRow>, edges: readonly number[]): Tally[] {
  const tallies = Array.from({ length: Math.max(edges.length - 1, 0) }, emptyTally);
  let day = Number.NaN;
  let bucketOfQuarter: number[] = [];
  for (const { at, cells } of rows) {
    const rowDay = Math.floor(at.getTime() / DAY_MS) * DAY_MS;
    if (rowDay !== day) {
      day = rowDay;
      bucketOfQuarter = Array.from({ length: QUARTERS }, (_, quarter) => bucketAt(edges, rowDay + quarter * QUARTER_MS));
    }
    forEachCell(cells, (quarter, publisherId, late, step) => {
      const tally = tallies[bucketOfQuarter[quarter] ?? -1];
      if (tally) add(tally, publisherId, step, late);
    });
  }
  return settled(tallies);
}

/** The same from articles that a query has counted. */
export function tallyCounted(rows: Iterable<CountedRow>, buckets: number): Tally[] {
  const tallies = Array.from({ length: buckets }, emptyTally);
  for (const { bucket, publisherId, late, count } of rows) {
    const tally = tallies[bucket];
    if (tally) add(tally, publisherId, count, late);
  }
  return tallies;
}

/** Articles of each publisher over all buckets. */
export function publisherTotals(tallies: readonly Tally[]): Map<number, number> {
  const totals = new Map<number, number>();
  for (const { publishers } of tallies) for (const [id, count] of publishers) totals.set(id, (totals.get(id) ?? 0) + count);
  return totals;
}
