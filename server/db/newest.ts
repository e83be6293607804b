import type { Database } from './client';
import { asksNothing, filterSql, fromKeys, type CompiledFilter } from './filter-sql';
import { ALL_KEY } from './reindex';

/** Where an article stands in every list. */
export interface Standing {
  sortAt: Date;
  id: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** So many of the newest rows are looked through one by one, which takes some milliseconds: what they hold too few of is rare enough for the index. */
const LOOKED_THROUGH = 5_000;
const MOST_HOURS = 336;
/** How far back the index is asked, step by step: a month's part of it says soon whether it is enough. */
const STEPS_MS = [30 * DAY_MS, 120 * DAY_MS];

/** A stretch of time, from inclusive, to exclusive; null: without end. `through`: row by row from its newest; else by the index of keys. */
interface Stretch {
  from: Date | null;
  to: Date | null;
  through: boolean;
}

/** The hour since which there are as many articles as are looked through. The mentions of all articles say so without a look at any. */
async function sinceWhen(db: Database, to: Date | null, lookedThrough: number): Promise<Date | null> {
  const { rows } = await db.pool.query<{ hour: Date; count: number }>(
    `select hour, count from mention where key = $1 and ($2::timestamptz is null or hour < $2) order by hour desc limit ${MOST_HOURS}`, [ALL_KEY, to]);
  let sum = 0;
  for (const { hour, count } of rows) {
    sum += count;
    if (sum >= lookedThrough) return hour;
  }
  return rows.length < MOST_HOURS ? null : (rows.at(-1)?.hour ?? null);
}

/** The stretches to ask one after the other, newest first, until there are enough. */
function stretchesOf(since: Date | null, from: Date | null, to: Date | null): Stretch[] {
  if (since === null || (from && since <= from)) return [{ from, to, through: true }];
  const stretches: Stretch[] = [{ from: since, to, through: true }];
  let end = since;
  for (const step of STEPS_MS) {
    const start = new Date(end.getTime() - step);
    if (from && start <= from) break;
    stretches.push({ from: start, to: end, through: false });
    end = start;
  }
  return [...stretches, { from, to: end, through: false }];
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

/**
 * The newest articles of a filter, at most `limit`, newest first: first among the newest of all, one by one, then by the index, a longer stretch each time.
 * @param before only what stands behind this one
 * @param lookedThrough how many of the newest rows are looked through before the index is asked
 */
export async function newestOf(db: Database, filter: CompiledFilter, before: Standing | null, limit: number, lookedThrough = LOOKED_THROUGH): Promise<Standing[]> {
  const { from, to } = filter;
  const end = [to, before && new Date(before.sortAt.getTime() + 1)].filter((at) => at !== null).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
  if (asksNothing(filter)) return ask(db, filter, { from, to: end, through: true }, before, limit);
  // by id, since an article that moves meanwhile may be met twice
  const found = new Map<string, Standing>();
  for (const stretch of stretchesOf(await sinceWhen(db, end, lookedThrough), from, end)) {
    for (const one of await ask(db, filter, stretch, before, limit - found.size)) found.set(one.id, one);
    if (found.size >= limit) break;
  }
  return [...found.values()];
}
