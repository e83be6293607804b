import type { Database } from '../client';
import { createMemory } from './memory';
import { hourVersions } from './versions';

const HOUR_MS = 3_600_000;

/** Counts of all keys in one hour. */
interface Hour {
  keys: Int32Array;
  counts: Int32Array;
}

/** Two weeks: some 32 KB an hour at a thousand articles an hour. */
const MOST_HOURS = 336;
const remembered = createMemory<number, Hour>(MOST_HOURS);

// as bytes: node-postgres reads thousands of numbers letter by letter
const COUNTS = `
  select hour, string_agg(int4send(key) || int4send(count), '' order by key) as pairs from mention where hour = any($1::timestamptz[]) and count <> 0 group by hour`;

function unpacked(pairs: Buffer): Hour {
  const size = pairs.byteLength / 8;
  const keys = new Int32Array(size);
  const counts = new Int32Array(size);
  for (let n = 0; n < size; n += 1) {
    keys[n] = pairs.readInt32BE(n * 8);
    counts[n] = pairs.readInt32BE(n * 8 + 4);
  }
  return { keys, counts };
}

async function readHours(db: Database, hours: readonly number[]): Promise<Map<number, Hour>> {
  if (hours.length === 0) return new Map();
  const { rows } = await db.pool.query<{ hour: Date; pairs: Buffer }>(COUNTS, [hours.map((hour) => new Date(hour))]);
  return new Map(rows.map(({ hour, pairs }) => [hour.getTime(), unpacked(pairs)]));
}

const NOTHING: Hour = { keys: new Int32Array(0), counts: new Int32Array(0) };

/**
 * How many articles have each key, in the whole hours of [from, to). Hours are remembered and asked for again only once they have changed.
 * @returns counts by the keys' numbers, none of them 0
 */
export async function countsOfHours(db: Database, from: Date, to: Date): Promise<Map<number, number>> {
  const versions = await hourVersions(db, from, to);
  const hours = new Map<number, Hour>();
  for (const [at, version] of versions) {
    const known = remembered.get(db.pool, at, version);
    if (known) hours.set(at, known);
  }
  const stale = [...versions.keys()].filter((at) => !hours.has(at));
  const fresh = await readHours(db, stale);
  const isKept = to.getTime() - from.getTime() <= MOST_HOURS * HOUR_MS;
  for (const at of stale) {
    const hour = fresh.get(at) ?? NOTHING;
    hours.set(at, hour);
    if (isKept) remembered.set(db.pool, at, versions.get(at) ?? '', hour);
  }
  return sumOf([...hours.values()]);
}

function sumOf(hours: readonly Hour[]): Map<number, number> {
  const most = hours.reduce((highest, { keys }) => keys.reduce((one, key) => (key > one ? key : one), highest), 0);
  const sums = new Int32Array(most + 1);
  for (const { keys, counts } of hours) for (let n = 0; n < keys.length; n += 1) sums[keys[n] as number] = (sums[keys[n] as number] as number) + (counts[n] as number);
  const found = new Map<number, number>();
  for (let key = 0; key <= most; key += 1) if (sums[key] !== 0) found.set(key, sums[key] as number);
  return found;
}
