import { PLACE_ROLES, type PlaceRole } from '../../../lib/place';
import type { Database } from '../client';
import { keyNames } from '../keys';
import type { PlaceCount } from './map';
import { createMemory } from './memory';
import { hourVersions } from './versions';

/** What articles of one stretch of time name, in numbers of `key`: each place key with how many articles have it, each region with whose they are. */
interface Tally {
  articles: number;
  keys: Int32Array;
  counts: Int32Array;
  /** regions and publishers, pair by pair, each pair once */
  pairs: Int32Array;
}

interface Unit {
  from: number;
  to: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A month of days, with the hours of its two ends. A day of thousands of articles takes about a megabyte. */
const MOST_UNITS = 100;
const remembered = createMemory<string, Tally>(MOST_UNITS);

// as bytes: node-postgres reads thousands of numbers letter by letter
const TALLY = `
  with seen as materialized (select keys, role_keys, publisher_id from article_key where sort_at >= $1 and sort_at < $2)
  select (select count(*)::int from seen) as articles,
    (select string_agg(int4send(key) || int4send(n), '') from (select u.key, count(*)::int as n from seen cross join lateral unnest(keys || role_keys) as u(key) group by u.key) c) as counts,
    (select string_agg(int4send(key) || int4send(publisher_id), '') from (select distinct u.key, publisher_id from seen cross join lateral unnest(keys) as u(key)) p) as pairs`;

const PLACE_KINDS: ReadonlySet<string> = new Set(['region', ...PLACE_ROLES]);

/** A span as whole days (UTC), then whole hours, then what is left at its ends. */
export function unitsOf(from: number, to: number): Unit[] {
  const units: Unit[] = [];
  for (let at = from; at < to;) {
    const width = at % DAY_MS === 0 && at + DAY_MS <= to ? DAY_MS : HOUR_MS;
    const end = Math.min(Math.floor(at / HOUR_MS) * HOUR_MS + width, to);
    units.push({ from: at, to: end });
    at = end;
  }
  return units;
}

const isWhole = ({ from, to }: Unit) => from % HOUR_MS === 0 && to % HOUR_MS === 0;

/** Pairs of numbers, as they come, of which the first passes. */
function readPairs(bytes: Buffer | null, passes: (first: number) => boolean): Int32Array {
  const read = new Int32Array((bytes?.byteLength ?? 0) / 4);
  let size = 0;
  for (let at = 0; bytes && at < bytes.byteLength; at += 8) {
    const first = bytes.readInt32BE(at);
    if (!passes(first)) continue;
    read[size] = first;
    read[size + 1] = bytes.readInt32BE(at + 4);
    size += 2;
  }
  return read.slice(0, size);
}

const every = (pairs: Int32Array, offset: 0 | 1) => Int32Array.from({ length: pairs.length / 2 }, (_, n) => pairs[2 * n + offset] as number);

async function readTally({ pool }: Database, { from, to }: Unit): Promise<Tally> {
  const { rows: [row] } = await pool.query<{ articles: number; counts: Buffer | null; pairs: Buffer | null }>(TALLY, [new Date(from), new Date(to)]);
  const all = readPairs(row?.counts ?? null, () => true);
  const names = await keyNames(pool, [...every(all, 0)]);
  const counts = readPairs(row?.counts ?? null, (key) => PLACE_KINDS.has(names.get(key)?.kind ?? ''));
  return { articles: row?.articles ?? 0, keys: every(counts, 0), counts: every(counts, 1), pairs: readPairs(row?.pairs ?? null, (key) => names.get(key)?.kind === 'region') };
}

/** @param version of what the unit's hours hold, read before the unit is: what is written meanwhile makes it read anew the next time */
async function tallyOf(db: Database, unit: Unit, version: string): Promise<Tally> {
  if (!isWhole(unit)) return readTally(db, unit);
  const name = `${unit.from} ${unit.to}`;
  const known = remembered.get(db.pool, name, version);
  if (known) return known;
  const tally = await readTally(db, unit);
  remembered.set(db.pool, name, version, tally);
  return tally;
}

/** How many publishers each region has in any of the tallies: a bit for each of the two. */
function publishersOf(tallies: readonly Tally[]): Map<number, number> {
  const regions = new Map<number, number>();
  const publishers = new Map<number, number>();
  const place = (numbers: Map<number, number>, number: number) => {
    const known = numbers.get(number);
    if (known !== undefined) return known;
    numbers.set(number, numbers.size);
    return numbers.size - 1;
  };
  for (const { pairs } of tallies) for (let n = 0; n < pairs.length; n += 2) {
    place(regions, pairs[n] as number);
    place(publishers, pairs[n + 1] as number);
  }
  const width = publishers.size;
  const seen = new Uint8Array(Math.ceil((regions.size * width) / 8));
  const counts = new Int32Array(regions.size);
  for (const { pairs } of tallies) for (let n = 0; n < pairs.length; n += 2) {
    const region = place(regions, pairs[n] as number);
    const bit = region * width + place(publishers, pairs[n + 1] as number);
    if (((seen[bit >> 3] as number) & (1 << (bit & 7))) !== 0) continue;
    seen[bit >> 3] = (seen[bit >> 3] as number) | (1 << (bit & 7));
    counts[region] = (counts[region] as number) + 1;
  }
  return new Map([...regions].map(([key, n]) => [key, counts[n] as number]));
}

/**
 * The same as countMappedPlaces and countAll of all articles (map.ts), from days and hours that are remembered and read again only once they have changed:
 * a month of a busy Marsad is tens of millions of keys.
 */
export async function tallyPlaces(db: Database, from: Date, to: Date): Promise<{ total: number; places: PlaceCount[] }> {
  const versions = await hourVersions(db, new Date(Math.floor(from.getTime() / HOUR_MS) * HOUR_MS), to);
  const hours = [...versions].map(([at, version]) => ({ at, version }));
  const tallies: Tally[] = [];
  // one after the other: a month at once would take every connection that there is
  for (const unit of unitsOf(from.getTime(), to.getTime())) {
    const own = hours.filter(({ at }) => at + HOUR_MS > unit.from && at < unit.to);
    if (own.length > 0) tallies.push(await tallyOf(db, unit, own.map(({ at, version }) => `${at} ${version}`).join()));
  }
  const counts = new Map<number, number>();
  for (const { keys, counts: own } of tallies) for (let n = 0; n < keys.length; n += 1) counts.set(keys[n] as number, (counts.get(keys[n] as number) ?? 0) + (own[n] as number));
  const publishers = publishersOf(tallies);
  const names = await keyNames(db.pool, [...counts.keys()]);
  const places = [...counts].flatMap(([key, count]): PlaceCount[] => {
    const name = names.get(key)?.name;
    if (name === undefined) return [];
    const colon = name.indexOf(':');
    return [{ kind: name.slice(0, colon) as 'region' | PlaceRole, id: name.slice(colon + 1), count, publishers: publishers.get(key) ?? 0 }];
  });
  return { total: tallies.reduce((sum, { articles }) => sum + articles, 0), places };
}
