import type { FilterQuery } from '../../../lib/events';
import { isEmpty, type Filter } from '../../../lib/filter';
import { toFilter } from '../../../lib/filter-terms';
import type { Database } from '../client';
import { compileFilter, filterSql, fromKeys } from '../filter-sql';

/** A search that some reader saved, as spikes are looked for in it: at any time. */
export interface WatchedSearch {
  /** `search:12`, by the first view that asks it: readers who ask the same are watched once */
  series: string;
  filter: Filter;
}

/** What a view asks, whatever its time: two views that ask the same are one search. */
export const questionOf = (view: string): string => `${view}.query - '{window,last,from,to}'::text[]`;

/** Those whose readers were here last first. What ends at some time has no more news, and all articles are no search. */
export async function readWatchedSearches(db: Database, most: number): Promise<WatchedSearch[]> {
  const { rows } = await db.pool.query<{ id: number; question: FilterQuery }>(
    `select min(v.id) as id, ${questionOf('v')} as question from saved_search v join reader r on r.id = v.reader_id
     where v.query ->> 'to' is null group by 2 order by max(r.seen_at) desc, 1 limit $1`, [most]);
  return rows.map(({ id, question }) => ({ series: `search:${id}`, filter: toFilter(question) })).filter(({ filter }) => !isEmpty(filter));
}

/** Ids of the filter's articles published in (from, to], late ones left out. */
export async function readMatching(db: Database, filter: Filter, from: Date, to: Date): Promise<Set<string>> {
  const condition = filterSql(await compileFilter(db, filter), 3);
  const { rows } = await db.pool.query<{ id: string }>(
    `select k.article_id as id from ${fromKeys(condition)} where k.sort_at > $1 and k.sort_at <= $2 and not k.late and ${condition.sql}`, [from, to, ...condition.values]);
  return new Set(rows.map(({ id }) => id));
}

/** How many of them there were in each hour, in whole hours since 1970. */
export async function readSearchHours(db: Database, filter: Filter, from: Date, to: Date): Promise<{ hour: number; count: number }[]> {
  const condition = filterSql(await compileFilter(db, filter), 3);
  const { rows } = await db.pool.query<{ hour: number; count: number }>(
    `select floor(extract(epoch from k.sort_at) / 3600)::int as hour, count(*)::int as count from ${fromKeys(condition)}
     where k.sort_at >= $1 and k.sort_at < $2 and not k.late and ${condition.sql} group by 1`, [from, to, ...condition.values]);
  return rows;
}
