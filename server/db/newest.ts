import type { Database } from './client';
import { asksNothing, asksText, filterSql, fromKeys, type CompiledFilter } from './filter-sql';
import { isRemembered, newestRecent } from './trends/recent';
import { newestHours, type HourVersion } from './trends/versions';

/** Where an article stands in every list. */
export interface Standing {
  sortAt: Date;
  id: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** So many of the newest rows are looked through one by one, which takes some milliseconds: what they hold too few of is rare enough for the index. */
const LOOKED_THROUGH = 2_000;
const MOST_HOURS = 336;
/** Two days of thousands of articles are looked through in memory within some milliseconds, and are there for counting (trends/recent). */
const REMEMBERED_HOURS = 48;
/** How often the index is asked for a stretch, before it is asked for all that is left. */
const MOST_STEPS = 4;
const LEAST_STEP_MS = DAY_MS;
const MOST_STEP_MS = 120 * DAY_MS;
/** A stretch is this much longer than what it should take, since news comes unevenly. */
const MARGIN = 1.4;

/** A stretch of time, from inclusive, to exclusive; null: without end. `through`: row by row from its newest; else by the index of keys. */
interface Stretch {
  from: Date | null;
  to: Date | null;
  through: boolean;
}

/** The hour since which there are as many articles. @returns null where there are no more in all */
function sinceWhen(hours: readonly HourVersion[], articles: number): Date | null {
  let sum = 0;
  for (const { hour, count } of hours) {
    sum += count;
    if (sum >= articles) return hour;
  }
  return hours.length < MOST_HOURS ? null : hours.at(-1)?.hour ?? null;
}

/** How long the next stretch has to be, where so many were found in `seen` milliseconds: the rarer, the longer. */
function stepFor(found: number, seen: number, missing: number): number {
  const rate = (found + 0.5) / Math.max(seen, HOUR_MS);
  return Math.min(MOST_STEP_MS, Math.max(LEAST_STEP_MS, (MARGIN * missing) / rate));
}

/** The index is one of each month (UTC) and is read for all of it: less of the month would cost nearly as much, and the rest would be asked for again. */
function beginningOfMonth(time: number): Date {
  const at = new Date(time);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1));
}

/**
 * The hour since which a filter of one key has so many articles before `to`: its mentions know, and nothing has to be guessed.
 * @returns null where it has fewer; undefined where the filter asks more than one key
 */
async function sinceWhenKey(db: Database, { clauses: [clause, ...more] }: CompiledFilter, to: Date, missing: number): Promise<Date | null | undefined> {
  const [key, ...others] = clause?.keys ?? [];
  if (key === undefined || clause?.roleKeys.length !== 0 || others.length + more.length > 0) return undefined;
  const { rows } = await db.pool.query<Pick<HourVersion, 'hour' | 'count'>>(
    'select hour, count from mention where key = $1 and hour < $2 and count > 0 order by hour desc limit $3', [key, to, missing]);
  let sum = 0;
  for (const { hour, count } of rows) {
    sum += count;
    if (sum >= missing) return hour;
  }
  return null;
}

/**
 * The planner can't know how rare what meets several conditions is, and where it guesses wrong it reads a month: so the two ways are told apart here.
 * Within a subquery it has no reason to take the other one.
 */
function statement(filter: CompiledFilter, { through }: Stretch): { sql: string; values: unknown[] } {
  const condition = filterSql({ ...filter, from: null, to: null }, 6);
  const within = `($1::timestamptz is null or k.sort_at >= $1) and ($2::timestamptz is null or k.sort_at < $2)
    and ($3::timestamptz is null or (k.sort_at <= $3 and (k.sort_at, k.article_id) < ($3, $4::bigint)))`;
  const order = 'order by k.sort_at desc, k.article_id desc';
  const sql = through
    ? `select k.article_id as id, k.sort_at as "sortAt" from (select * from article_key k where ${within} ${order} offset 0) k
       ${condition.asksText ? 'join article a on a.id = k.article_id' : ''} where ${condition.sql} ${order} limit $5`
    : `select k.article_id as id, k.sort_at as "sortAt" from (select k.article_id, k.sort_at from ${fromKeys(condition)} where ${within} and ${condition.sql} offset 0) k ${order} limit $5`;
  return { sql, values: condition.values };
}

async function ask(db: Database, filter: CompiledFilter, stretch: Stretch, before: Standing | null, limit: number): Promise<Standing[]> {
  const { sql, values } = statement(filter, stretch);
  return (await db.pool.query<Standing>(sql, [stretch.from, stretch.to, before?.sortAt ?? null, before?.id ?? null, limit, ...values])).rows;
}

/** How much is looked through before the index is asked. */
export interface Depth {
  /** of the newest rows, in the database */
  rows: number;
  /** of the newest hours, in memory */
  hours: number;
}

const DEPTH: Depth = { rows: LOOKED_THROUGH, hours: REMEMBERED_HOURS };

/**
 * The hours that are looked through in memory: of the first page the newest of all; of a later one those that are remembered, since whoever scrolls
 * back through years would drive out what everybody asks for.
 */
function inMemory(db: Database, filter: CompiledFilter, hours: readonly HourVersion[], end: Date | null, most: number): HourVersion[] {
  if (asksText(filter)) return [];
  const newest = hours.slice(0, most);
  if (end === null) return newest;
  const unknown = newest.findIndex(({ hour }) => !isRemembered(db, hour));
  return unknown === -1 ? newest : newest.slice(0, unknown);
}

/**
 * The newest articles of a filter, at most `limit`, newest first: first among the newest of all, one by one, then by the index, a longer stretch each time.
 * @param before only what stands behind this one
 */
export async function newestOf(db: Database, filter: CompiledFilter, before: Standing | null, limit: number, depth = DEPTH): Promise<Standing[]> {
  const { from, to } = filter;
  const end = [to, before && new Date(before.sortAt.getTime() + 1)].filter((at) => at !== null).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
  if (asksNothing(filter)) return ask(db, filter, { from, to: end, through: true }, before, limit);
  // by id, since an article that moves meanwhile may be met twice
  const found = new Map<string, Standing>();
  const take = (some: readonly Standing[]) => some.forEach((one) => found.set(one.id, one));
  const look = async (stretch: Stretch) => take(await ask(db, filter, stretch, before, limit - found.size));
  const hours = await newestHours(db, end, MOST_HOURS);
  const remembered = inMemory(db, filter, hours, end, depth.hours);
  take(await newestRecent(db, filter, new Map(remembered.map(({ hour, version }) => [hour.getTime(), version])), before, limit));
  let start = remembered.at(-1)?.hour ?? null;
  if (start === null) {
    const since = sinceWhen(hours, depth.rows);
    await look({ from: since === null || (from && since <= from) ? from : since, to: end, through: true });
    start = since;
  } else if (remembered.length === hours.length && hours.length < MOST_HOURS) {
    start = null;
  }
  const until = (hours[0]?.hour.getTime() ?? 0) + HOUR_MS;
  for (let steps = 0; start !== null && found.size < limit && !(from && start <= from); steps += 1) {
    const known: Date | null | undefined = steps === 0 && !asksText(filter) ? await sinceWhenKey(db, filter, start, limit - found.size) : undefined;
    const next = known ?? beginningOfMonth(start.getTime() - stepFor(found.size, until - start.getTime(), limit - found.size));
    const isLast = known === null || steps === MOST_STEPS || (from !== null && next <= from);
    await look({ from: isLast ? from : next, to: start, through: false });
    start = isLast ? null : next;
  }
  return [...found.values()];
}
