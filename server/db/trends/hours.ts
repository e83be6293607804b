import type pg from 'pg';
import type { Database } from '../client';
import { hourVersions } from './versions';

const HOUR_MS = 3_600_000;

/** Counts of all keys in one hour, as they were when the row of all articles had that version. */
interface Hour {
  version: string;
  keys: Int32Array;
  counts: Int32Array;
}

/** Two weeks: some 32 KB an hour at a thousand articles an hour. */
const MOST_HOURS = 336;
const remembered = new WeakMap<pg.Pool, Map<number, Hour>>();

// as bytes: node-postgres reads thousands of numbers letter by letter
const COUNTS = `
  select hour, string_agg(int4send(key) || int4send(count), '' order by key) as pairs from mention where hour = any($1::timestamptz[]) and count <> 0 group by hour`;

function unpacked(pairs: Buffer): Pick<Hour, 'keys' | 'counts'> {
  const size = pairs.byteLength / 8;
  const keys = new Int32Array(size);
  const counts = new Int32Array(size);
  for (let n = 0; n < size; n += 1) {
    keys[n] = pairs.readInt32BE(n * 8);
    counts[n] = pairs.readInt32BE(n * 8 + 4);
  }
  return { keys, counts };
}

/** The hours that are another than those remembered. The version is read first: what is written meanwhile makes the hour read anew the next time. */
async function readHours(db: Database, stale: ReadonlyMap<number, string>): Promise<[number, Hour][]> {
  if (stale.size === 0) return [];
  const { rows } = await db.pool.query<{ hour: Date; pairs: Buffer }>(COUNTS, [[...stale.keys()].map((hour) => new Date(hour))]);
  const read = new Map(rows.map(({ hour, pairs }) => [hour.getTime(), pairs]));
  return [...stale].map(([hour, version]) => [hour, { version, ...unpacked(read.get(hour) ?? Buffer.alloc(0)) }]);
}

function remember(db: Database, hours: readonly [number, Hour][]): void {
  const cache = remembered.get(db.pool) ?? new Map<number, Hour>();
  remembered.set(db.pool, cache);
  for (const [hour, one] of hours) {
    // what was put in last is forgotten last
    cache.delete(hour);
    cache.set(hour, one);
  }
  for (const hour of cache.keys()) {
    if (cache.size <= MOST_HOURS) break;
    cache.delete(hour);
  }
}

/**
 * How many articles have each key, in the whole hours of [from, to). Hours are remembered and asked for again only once they have changed.
 * @returns counts by the keys' numbers, none of them 0
 */
export async function countsOfHours(db: Database, from: Date, to: Date): Promise<Map<number, number>> {
  const versions = [...await hourVersions(db, from, to)];
  const cache = remembered.get(db.pool);
  const known = versions.flatMap(([hour, version]) => {
    const one = cache?.get(hour);
    return one?.version === version ? [one] : [];
  });
  const stale = new Map(versions.filter(([hour, version]) => cache?.get(hour)?.version !== version));
  const fresh = await readHours(db, stale);
  if (to.getTime() - from.getTime() <= MOST_HOURS * HOUR_MS) remember(db, fresh);
  return sumOf([...known, ...fresh.map(([, one]) => one)]);
}

function sumOf(hours: readonly Hour[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { keys, counts } of hours) {
    for (let n = 0; n < keys.length; n += 1) {
      const key = keys[n] as number;
      sums.set(key, (sums.get(key) ?? 0) + (counts[n] as number));
    }
  }
  for (const [key, count] of sums) if (count === 0) sums.delete(key);
  return sums;
}
