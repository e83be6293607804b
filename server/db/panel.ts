import type { Bucket, Panel, RankedPlace, RankedTopic } from '../../lib/dashboard';
import type { Filter } from '../../lib/filter';
import { WINDOWS, bucketStart, type WindowName } from '../../lib/window';
import type { Database } from './client';
import { compileFilter, filterSql, fromKeys, onlyKey, type Condition } from './filter-sql';
import { ALL_KEY } from './reindex';

const TOP = 12;

interface Span {
  from: Date;
  to: Date;
  /** of a bucket, milliseconds */
  width: number;
  count: number;
}

/** The span of a window that ends with the running bucket. */
function span(window: WindowName, now: Date): Span {
  const { minutes, bucketMinutes } = WINDOWS[window];
  const width = bucketMinutes * 60_000;
  const last = bucketStart(now, bucketMinutes).getTime();
  const count = minutes / bucketMinutes;
  return { from: new Date(last - (count - 1) * width), to: new Date(last + width), width, count };
}

interface CountRow {
  start: Date;
  count: string;
}

const HOUR_MS = 3_600_000;

/** What a question is asked of: the filter in numbers, and the one key that holds its counts, where there is one. */
interface Asked {
  condition: Condition;
  only: number | null;
}

async function ask(db: Database, filter: Filter): Promise<Asked> {
  const compiled = await compileFilter(db, filter);
  const only = onlyKey(filter, compiled);
  return { condition: filterSql(compiled, 4), only: only === 'all' ? ALL_KEY : only };
}

async function countRows(db: Database, { condition, only }: Asked, from: Date, to: Date, width: number): Promise<CountRow[]> {
  const interval = `${width} milliseconds`;
  // mentions are kept by the hour
  if (only !== null && width % HOUR_MS === 0) {
    const { rows } = await db.pool.query<CountRow>(
      `select date_bin($1::interval, hour, 'epoch') as start, sum(count) as count from mention where key = $2 and hour >= $3 and hour < $4 group by 1`,
      [interval, only, from, to],
    );
    return rows;
  }
  const { rows } = await db.pool.query<CountRow>(
    `select date_bin($1::interval, k.sort_at, 'epoch') as start, count(*) as count from ${fromKeys(condition)}
     where k.sort_at >= $2 and k.sort_at < $3 and ${condition.sql} group by 1`,
    [interval, from, to, ...condition.values],
  );
  return rows;
}

async function series(db: Database, asked: Asked, window: WindowName, now: Date): Promise<Bucket[]> {
  const { from, to, width, count } = span(window, now);
  const counts = new Map((await countRows(db, asked, from, to, width)).map((row) => [row.start.getTime(), Number(row.count)]));
  return Array.from({ length: count }, (_, n) => {
    const start = from.getTime() + n * width;
    return { start: new Date(start).toISOString(), count: counts.get(start) ?? 0 };
  });
}

/** The mentions of all articles are asked without the filter's own values. */
const valuesFor = ({ condition, only }: Asked, width: number) => (only === ALL_KEY && width % HOUR_MS === 0 ? [] : condition.values);

interface Ranked {
  id: string;
  en: string;
  ar: string | null;
  count: string;
}

/** Keys of one kind with the number of articles that have them. Of all articles the mentions know it, where the hours are whole. */
function ranking({ condition, only }: Asked, kind: 'place' | 'topic', width: number): string {
  const name = `substr(key.name, ${kind.length + 2}) as id`;
  if (only === ALL_KEY && width % HOUR_MS === 0) {
    return `select ${name}, r.count from (
        select m.key, sum(m.count) as count from mention m where m.hour >= $1 and m.hour < $2 group by m.key having sum(m.count) > 0) r
      join key on key.id = r.key where key.name like '${kind}:%'`;
  }
  return `select ${name}, r.count from (
      select u.key, count(*) as count from ${fromKeys(condition)} cross join lateral unnest(k.keys) as u(key)
      where k.sort_at >= $1 and k.sort_at < $2 and ${condition.sql} group by u.key) r
    join key on key.id = r.key where key.name like '${kind}:%'`;
}

async function topPlaces(db: Database, asked: Asked, { from, to, width }: Span): Promise<RankedPlace[]> {
  const { rows } = await db.pool.query<Ranked & Pick<RankedPlace, 'kind' | 'country'>>(
    `select r.id, p.name_en as en, p.name_ar as ar, p.kind, p.country, r.count
     from (${ranking(asked, 'place', width)}) r join place p on p.id = r.id order by r.count desc, r.id limit $3`,
    [from, to, TOP, ...valuesFor(asked, width)],
  );
  return rows.map(({ id, en, ar, kind, country, count }) => ({ id, label: { en, ar }, kind, country, count: Number(count) }));
}

async function topTopics(db: Database, asked: Asked, { from, to, width }: Span): Promise<RankedTopic[]> {
  const { rows } = await db.pool.query<Ranked>(
    `select r.id, t.label_en as en, t.label_ar as ar, r.count
     from (${ranking(asked, 'topic', width)}) r join topic t on t.id = r.id order by r.count desc, r.id limit $3`,
    [from, to, TOP, ...valuesFor(asked, width)],
  );
  return rows.map(({ id, en, ar, count }) => ({ id, label: { en, ar }, count: Number(count) }));
}

/** The numbers beside the feed, by time of publication, in a window that ends with the running bucket. */
export async function readPanel(db: Database, filter: Filter, window: WindowName, now: Date): Promise<Panel> {
  const asked = await ask(db, filter);
  const within = span(window, now);
  const [buckets, places, topics] = await Promise.all([
    series(db, asked, window, now), topPlaces(db, asked, within), topTopics(db, asked, within),
  ]);
  return { window, total: buckets.reduce((sum, bucket) => sum + bucket.count, 0), buckets, places, topics };
}
