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
const LOOKED_THROUGH = 2_000;
const MOST_HOURS = 336;
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

interface Newest {
  /** the hour since which there are as many articles as are looked through */
  since: Date;
  /** when the hour of the newest ends */
  until: Date;
}

/** Where the newest articles lie: the mentions of all articles say so without a look at any. @returns null where there are no more than are looked through */
async function whereNewest(db: Database, to: Date | null, lookedThrough: number): Promise<Newest | null> {
  const { rows } = await db.pool.query<{ hour: Date; count: number }>(
    `select hour, count from mention where key = $1 and ($2::timestamptz is null or hour < $2) order by hour desc limit ${MOST_HOURS}`, [ALL_KEY, to]);
  let sum = 0;
  const until = new Date((rows[0]?.hour.getTime() ?? 0) + HOUR_MS);
  for (const { hour, count } of rows) {
    sum += count;
    if (sum >= lookedThrough) return { since: hour, until };
  }
  const last = rows.at(-1);
  return rows.length < MOST_HOURS || !last ? null : { since: last.hour, until };
}

/** How long the next stretch has to be, where so many were found in `seen` milliseconds: the rarer, the longer. */
function stepFor(found: number, seen: number, missing: number): number {
  const rate = (found + 0.5) / Math.max(seen, HOUR_MS);
  return Math.min(MOST_STEP_MS, Math.max(LEAST_STEP_MS, (MARGIN * missing) / rate));
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
  const look = async (stretch: Stretch) => {
    for (const one of await ask(db, filter, stretch, before, limit - found.size)) found.set(one.id, one);
  };
  const newest = await whereNewest(db, end, lookedThrough);
  if (newest === null || (from && newest.since <= from)) return ask(db, filter, { from, to: end, through: true }, before, limit);
  await look({ from: newest.since, to: end, through: true });
  let start = newest.since;
  for (let steps = 0; found.size < limit; steps += 1) {
    const next = new Date(start.getTime() - stepFor(found.size, newest.until.getTime() - start.getTime(), limit - found.size));
    if (steps === MOST_STEPS || (from && next <= from)) {
      await look({ from, to: start, through: false });
      break;
    }
    await look({ from: next, to: start, through: false });
    start = next;
  }
  return [...found.values()];
}
