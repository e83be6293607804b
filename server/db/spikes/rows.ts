import type { Database } from '../client';

/** An article as the detector of spikes needs it. Times are Unix milliseconds; `keys` are numbers of `key`. */
export interface WindowRow {
  id: string;
  at: number;
  publisherId: number;
  keys: number[];
}

/** Articles published in (from, to] that say something about now: none that was stored late. Newest first. */
export async function readWindowRows(db: Database, from: Date, to: Date): Promise<WindowRow[]> {
  const { rows } = await db.pool.query<Omit<WindowRow, 'at'> & { at: Date }>(
    `select article_id as id, sort_at as at, publisher_id as "publisherId", keys from article_key
     where sort_at > $1 and sort_at <= $2 and not late order by sort_at desc`, [from, to]);
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}

/** Which of these keys spikes are looked for in, by name: topics, and places that have a name of their own. */
export async function readSeriesNames(db: Database, ids: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await db.pool.query<{ id: number; name: string }>(
    `select id, name from key where id = any($1::int[])
       and (name like 'topic:%' or (name like 'region:%' and exists (select 1 from place where place.id = substr(key.name, 8))))`, [ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export interface HourCount {
  key: number;
  /** whole hours since 1970 */
  hour: number;
  count: number;
}

/** Articles of each key by the hour of publication, late ones left out; key 0: of all. */
export async function readHourCounts(db: Database, from: Date, to: Date): Promise<HourCount[]> {
  const { rows } = await db.pool.query<HourCount>(
    `select key, floor(extract(epoch from sort_at) / 3600)::int as hour, count(*)::int as count
     from (select unnest(keys || 0) as key, sort_at from article_key where sort_at >= $1 and sort_at < $2 and not late) k group by 1, 2`, [from, to]);
  return rows;
}

/** The same of articles that have both keys. */
export async function readPairHours(db: Database, [one, other]: readonly [number, number], from: Date, to: Date): Promise<{ hour: number; count: number }[]> {
  const { rows } = await db.pool.query<{ hour: number; count: number }>(
    `select floor(extract(epoch from sort_at) / 3600)::int as hour, count(*)::int as count from article_key
     where keys @> $1::int[] and sort_at >= $2 and sort_at < $3 and not late group by 1`, [[one, other], from, to]);
  return rows;
}
