import type { Database } from '../client';
import { asksText, type CompiledFilter } from '../filter-sql';
import type { Standing } from '../newest';
import { createMemory } from './memory';
import { hourVersions } from './versions';

/** The articles of one hour, the newest first, and what they are found under, in columns. */
interface Hour {
  /** its beginning, milliseconds since 1970 */
  at: number;
  ids: Float64Array;
  /** where they stand in every list, milliseconds since 1970 */
  times: Float64Array;
  publishers: Int32Array;
  /** of article n: its counted keys from starts[2n] to starts[2n + 1], its role keys from there to starts[2n + 2] */
  starts: Int32Array;
  keys: Int32Array;
  /** the highest key */
  most: number;
}

/** The articles of some hours. */
export type RecentRows = readonly Hour[];

const HOUR_MS = 3_600_000;
const MOST_SPAN_MS = 24 * HOUR_MS;
/** A day and the day before it are asked for together; at a thousand articles an hour each takes some 100 KB. */
const MOST_HOURS = 60;
const remembered = createMemory<number, Hour>(MOST_HOURS);

const READ = `
  select article_id::float8 as id, (extract(epoch from sort_at) * 1000)::float8 as time, publisher_id as publisher, array_send(keys) as keys, array_send(role_keys) as roles
  from article_key where date_bin('1 hour', sort_at, 'epoch') = any($1::timestamptz[]) and sort_at >= $2 and sort_at < $3 order by sort_at desc, article_id desc`;

interface Row {
  id: number;
  time: number;
  publisher: number;
  keys: Buffer;
  roles: Buffer;
}

/** Postgres's binary form of an int[]: five numbers (none but three where it is empty), then each element behind its length. */
const HEAD = 20;
const STEP = 8;
const lengthOf = (array: Buffer) => (array.byteLength < HEAD ? 0 : (array.byteLength - HEAD) / STEP);
const elementOf = (array: Buffer, n: number) => array.readInt32BE(HEAD + n * STEP + 4);

function asHour(at: number, rows: readonly Row[]): Hour {
  const size = rows.reduce((sum, { keys, roles }) => sum + lengthOf(keys) + lengthOf(roles), 0);
  const hour: Hour = {
    at, ids: new Float64Array(rows.length), times: new Float64Array(rows.length), publishers: new Int32Array(rows.length),
    starts: new Int32Array(2 * rows.length + 1), keys: new Int32Array(size), most: 0,
  };
  let end = 0;
  rows.forEach(({ id, time, publisher, keys, roles }, n) => {
    hour.ids[n] = id;
    hour.times[n] = time;
    hour.publishers[n] = publisher;
    for (const [k, array] of [keys, roles].entries()) {
      for (let e = 0; e < lengthOf(array); e += 1, end += 1) {
        const key = elementOf(array, e);
        hour.keys[end] = key;
        if (key > hour.most) hour.most = key;
      }
      hour.starts[2 * n + k + 1] = end;
    }
  });
  return hour;
}

async function readHours({ pool }: Database, hours: readonly number[]): Promise<Hour[]> {
  if (hours.length === 0) return [];
  const { rows } = await pool.query<Row>(READ, [hours.map((at) => new Date(at)), new Date(Math.min(...hours)), new Date(Math.max(...hours) + HOUR_MS)]);
  const byHour = new Map<number, Row[]>(hours.map((at) => [at, []]));
  for (const row of rows) byHour.get(row.time - (row.time % HOUR_MS))?.push(row);
  return [...byHour].map(([at, own]) => asHour(at, own));
}

const holdsAll = ({ from, to }: CompiledFilter, start: Date, end: Date) => (from === null || from <= start) && (to === null || to >= end);

/**
 * The articles published in [from, to), by their keys: remembered hour by hour, and read again once an hour has changed. A filter is then counted here in a
 * hundredth of what the database takes to unfold the keys of a day of thousands of articles.
 * @returns null where that isn't for this question: more than a day, no whole hours, or words of the text are asked for
 */
export async function recentRows(db: Database, filter: CompiledFilter, from: Date, to: Date): Promise<RecentRows | null> {
  const isWhole = from.getTime() % HOUR_MS === 0 && to.getTime() % HOUR_MS === 0;
  if (!isWhole || to.getTime() - from.getTime() > MOST_SPAN_MS || asksText(filter) || !holdsAll(filter, from, to)) return null;
  return hoursOf(db, await hourVersions(db, from, to));
}

/** The articles of these hours, in the order of time, read anew where they are of another version than those remembered. */
async function hoursOf(db: Database, versions: ReadonlyMap<number, string>): Promise<Hour[]> {
  const known = [...versions].flatMap(([at, version]) => remembered.get(db.pool, at, version) ?? []);
  const there = new Set(known.map(({ at }) => at));
  const fresh = await readHours(db, [...versions.keys()].filter((at) => !there.has(at)));
  for (const hour of fresh) remembered.set(db.pool, hour.at, versions.get(hour.at) ?? '', hour);
  return [...known, ...fresh].sort((a, b) => a.at - b.at);
}

/** Whether the hour that begins then has been read, in whatever version. */
export const isRemembered = (db: Database, hour: Date): boolean => remembered.has(db.pool, hour.getTime());

/** The newest articles of the filter in these hours, newest first, at most `limit`. @param versions of the hours (hourVersions) @param before only what stands behind this one */
export async function newestRecent(db: Database, filter: CompiledFilter, versions: ReadonlyMap<number, string>, before: Standing | null, limit: number): Promise<Standing[]> {
  const [from, to] = [filter.from?.getTime() ?? -Infinity, Math.min(filter.to?.getTime() ?? Infinity, before ? before.sortAt.getTime() + 1 : Infinity)];
  const found: Standing[] = [];
  for (const hour of (await hoursOf(db, versions)).reverse()) {
    if (found.length >= limit) break;
    eachArticle([hour], filter, ({ ids, times }, n) => {
      const [id, time] = [ids[n] as number, times[n] as number];
      if (found.length >= limit || time < from || time >= to) return;
      if (before && time === before.sortAt.getTime() && id >= Number(before.id)) return;
      found.push({ id: String(id), sortAt: new Date(time) });
    });
  }
  return found;
}

/** A mark for each wanted key: an array is asked faster than a set, and this is asked a million times. */
function marksOf(wanted: readonly number[], most: number): Uint8Array | null {
  if (wanted.length === 0) return null;
  const marks = new Uint8Array(most + 1);
  for (const key of wanted) if (key <= most) marks[key] = 1;
  return marks;
}

function hasOne(keys: Int32Array, from: number, to: number, wanted: Uint8Array | null): boolean {
  if (wanted === null) return false;
  for (let k = from; k < to; k += 1) if (wanted[keys[k] as number] === 1) return true;
  return false;
}

const mostOf = (rows: RecentRows) => Math.max(0, ...rows.map(({ most }) => most));

/** Calls `each` for every article that meets the filter, with where its keys begin, its role keys, and where they all end. */
function eachArticle(rows: RecentRows, filter: CompiledFilter, each: (hour: Hour, n: number, from: number, middle: number, to: number) => void): void {
  const most = mostOf(rows);
  const clauses = filter.clauses.map(({ keys, roleKeys }) => ({ counted: marksOf(keys, most), roles: marksOf(roleKeys, most) }));
  for (const hour of rows) {
    const { starts, keys } = hour;
    let to = 0;
    for (let n = 0; n < hour.publishers.length; n += 1) {
      const from = to;
      const middle = starts[2 * n + 1] as number;
      to = starts[2 * n + 2] as number;
      let meets = true;
      for (const { counted, roles } of clauses) {
        if (hasOne(keys, from, middle, counted) || hasOne(keys, middle, to, roles)) continue;
        meets = false;
        break;
      }
      if (meets) each(hour, n, from, middle, to);
    }
  }
}

/** How many articles of the filter have each key; `all` counts role keys too. @returns counts by the keys' numbers, none of them 0 */
export function countRecentKeys(rows: RecentRows, filter: CompiledFilter, which: 'counted' | 'all' = 'counted'): Map<number, number> {
  const counts = new Int32Array(mostOf(rows) + 1);
  const found: number[] = [];
  eachArticle(rows, filter, ({ keys }, _, from, middle, to) => {
    const end = which === 'all' ? to : middle;
    for (let k = from; k < end; k += 1) {
      const key = keys[k] as number;
      const count = counts[key] as number;
      if (count === 0) found.push(key);
      counts[key] = count + 1;
    }
  });
  return new Map(found.map((key) => [key, counts[key] as number]));
}

/** Articles of the filter. */
export function countRecent(rows: RecentRows, filter: CompiledFilter): number {
  let count = 0;
  eachArticle(rows, filter, () => { count += 1; });
  return count;
}

/** Distinct publishers of the filter's articles that have each of these keys, by the key's number. */
export function countRecentPublishers(rows: RecentRows, filter: CompiledFilter, wanted: Iterable<number>): Map<number, number> {
  const publishers = new Map([...wanted].map((key) => [key, new Set<number>()]));
  eachArticle(rows, filter, ({ keys, publishers: of }, n, from, middle) => {
    for (let k = from; k < middle; k += 1) publishers.get(keys[k] as number)?.add(of[n] as number);
  });
  return new Map([...publishers].flatMap(([key, { size }]) => (size > 0 ? [[key, size] as const] : [])));
}

/** Articles of the filter by what their keys, counted or of roles, are parts of; each once for a part. @param partOf the part by the key's number */
export function countRecentParts(rows: RecentRows, filter: CompiledFilter, partOf: ReadonlyMap<number, string>): Map<string, number> {
  const parts = [...new Set(partOf.values())];
  const numbers = new Map(parts.map((part, n) => [part, n + 1]));
  // by the key's number, that of its part; 0: of none
  const numberOf = new Int32Array(mostOf(rows) + 1);
  for (const [key, part] of partOf) if (key < numberOf.length) numberOf[key] = numbers.get(part) ?? 0;
  const counts = new Int32Array(parts.length + 1);
  // the article that was counted for a part last
  const last = new Int32Array(parts.length + 1);
  let article = 0;
  eachArticle(rows, filter, ({ keys }, _, from, __, to) => {
    article += 1;
    for (let k = from; k < to; k += 1) {
      const part = numberOf[keys[k] as number] as number;
      if (part === 0 || last[part] === article) continue;
      last[part] = article;
      counts[part] = (counts[part] as number) + 1;
    }
  });
  return new Map(parts.flatMap((part, n) => (counts[n + 1] ? [[part, counts[n + 1] as number] as const] : [])));
}

/** All numbers of keys in these rows, role keys too. */
export function keysOf(rows: RecentRows): number[] {
  const seen = new Uint8Array(mostOf(rows) + 1);
  const found: number[] = [];
  for (const { keys } of rows) for (const key of keys) {
    if (seen[key] === 1) continue;
    seen[key] = 1;
    found.push(key);
  }
  return found;
}
