import type { Bucket, Panel, RankedPlace, RankedTopic } from '../../lib/dashboard';
import type { Filter } from '../../lib/filter';
import { isEmpty } from '../../lib/filter';
import { WINDOWS, bucketStart, type WindowName } from '../../lib/window';
import type { Database } from './client';
import { filterSql, type Condition } from './filter-sql';

const TOP = 12;

/** The span of a window that ends with the running bucket. */
function span(window: WindowName, now: Date): { from: Date; to: Date; width: number; count: number } {
  const { minutes, bucketMinutes } = WINDOWS[window];
  const width = bucketMinutes * 60_000;
  const last = bucketStart(now, bucketMinutes).getTime();
  const count = minutes / bucketMinutes;
  return { from: new Date(last - (count - 1) * width), to: new Date(last + width), width, count };
}

/** The one counter that holds a filter's numbers, where there is one. */
function counterOf(filter: Filter): { dimension: string; key: string } | null {
  if (isEmpty(filter)) return { dimension: 'all', key: '' };
  if (filter.terms.length > 0 || filter.regions.length + filter.topics.length > 1) return null;
  const [region] = filter.regions;
  const [topic] = filter.topics;
  if (region !== undefined) return { dimension: 'region', key: region };
  return topic === undefined ? null : { dimension: 'topic', key: topic };
}

interface CountRow {
  start: Date;
  count: string;
}

async function countRows(db: Database, filter: Filter, from: Date, to: Date, width: number): Promise<CountRow[]> {
  const counter = counterOf(filter);
  const interval = `${width} milliseconds`;
  if (counter) {
    const { rows } = await db.pool.query<CountRow>(
      `select date_bin($1::interval, bucket, 'epoch') as start, sum(count) as count from mention_count
       where dimension = $2 and key = $3 and bucket >= $4 and bucket < $5 group by 1`,
      [interval, counter.dimension, counter.key, from, to],
    );
    return rows;
  }
  const condition = filterSql(filter, 4);
  const { rows } = await db.pool.query<CountRow>(
    `select date_bin($1::interval, a.sort_at, 'epoch') as start, count(*) as count from article a
     where a.sort_at >= $2 and a.sort_at < $3 and ${condition.sql} group by 1`,
    [interval, from, to, ...condition.values],
  );
  return rows;
}

async function series(db: Database, filter: Filter, window: WindowName, now: Date): Promise<Bucket[]> {
  const { from, to, width, count } = span(window, now);
  const counts = new Map((await countRows(db, filter, from, to, width)).map((row) => [row.start.getTime(), Number(row.count)]));
  return Array.from({ length: count }, (_, n) => {
    const start = from.getTime() + n * width;
    return { start: new Date(start).toISOString(), count: counts.get(start) ?? 0 };
  });
}

interface Ranked {
  id: string;
  en: string;
  ar: string | null;
  count: string;
}

function ranking(filter: Filter, dimension: 'place' | 'topic', condition: Condition): string {
  if (isEmpty(filter)) {
    return `select key as id, sum(count) as count from mention_count
            where dimension = '${dimension}' and bucket >= $1 and bucket < $2 group by key having sum(count) > 0`;
  }
  return `select j.${dimension}_id as id, count(*) as count from article a join article_${dimension} j on j.article_id = a.id
          where a.sort_at >= $1 and a.sort_at < $2 and ${condition.sql} group by 1`;
}

async function topPlaces(db: Database, filter: Filter, from: Date, to: Date): Promise<RankedPlace[]> {
  const condition = filterSql(filter, 4);
  const { rows } = await db.pool.query<Ranked & Pick<RankedPlace, 'kind' | 'country'>>(
    `select r.id, p.name_en as en, p.name_ar as ar, p.kind, p.country, r.count
     from (${ranking(filter, 'place', condition)}) r join place p on p.id = r.id order by r.count desc, r.id limit $3`,
    [from, to, TOP, ...condition.values],
  );
  return rows.map(({ id, en, ar, kind, country, count }) => ({ id, label: { en, ar }, kind, country, count: Number(count) }));
}

async function topTopics(db: Database, filter: Filter, from: Date, to: Date): Promise<RankedTopic[]> {
  const condition = filterSql(filter, 4);
  const { rows } = await db.pool.query<Ranked>(
    `select r.id, t.label_en as en, t.label_ar as ar, r.count
     from (${ranking(filter, 'topic', condition)}) r join topic t on t.id = r.id order by r.count desc, r.id limit $3`,
    [from, to, TOP, ...condition.values],
  );
  return rows.map(({ id, en, ar, count }) => ({ id, label: { en, ar }, count: Number(count) }));
}

/** The numbers beside the feed, by time of publication, in a window that ends with the running bucket. */
export async function readPanel(db: Database, filter: Filter, window: WindowName, now: Date): Promise<Panel> {
  const { from, to } = span(window, now);
  const [buckets, places, topics] = await Promise.all([
    series(db, filter, window, now), topPlaces(db, filter, from, to), topTopics(db, filter, from, to),
  ]);
  return { window, total: buckets.reduce((sum, bucket) => sum + bucket.count, 0), buckets, places, topics };
}
