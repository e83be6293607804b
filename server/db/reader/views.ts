import type pg from 'pg';
import type { FilterQuery } from '../../../lib/events';
import { toFilter } from '../../../lib/filter-terms';
import { MOST_UNREAD, MOST_VIEWS, type View, type ViewChange, type ViewInput } from '../../../lib/reader';
import { BadSourceError } from '../../../lib/source';
import { transaction, type Database } from '../client';
import { compileFilter, filterSql, fromKeys } from '../filter-sql';
import { toJson } from '../json';
import { ensureReader } from './readers';

interface Row {
  id: number;
  name: string;
  query: FilterQuery;
  position: number;
  seen: string;
  createdAt: Date;
}

const VIEW = 'id, name, query, position, seen_article as seen, created_at as "createdAt"';
/** Numbers of articles are drawn as they are stored: what comes later has a higher one. */
const NEWEST = '(select coalesce(max(id), 0) from article)';

/** Articles of a filter with a higher id, as far as one wants to know. */
async function countSince(db: Database, query: FilterQuery, seen: string): Promise<number> {
  const condition = filterSql(await compileFilter(db, toFilter(query)), 3);
  const { rows: [row] } = await db.pool.query<{ n: number }>(
    `select count(*)::int as n from (select 1 from ${fromKeys(condition)} where k.article_id > $1 and ${condition.sql} limit $2) found`, [seen, MOST_UNREAD, ...condition.values]);
  return row?.n ?? 0;
}

async function toView(db: Database, { seen, createdAt, ...row }: Row): Promise<View> {
  return { ...row, unread: await countSince(db, row.query, seen), createdAt: createdAt.toISOString() };
}

/** The reader's views in their order. */
export async function readViews(db: Database, reader: string): Promise<View[]> {
  const { rows } = await db.pool.query<Row>(`select ${VIEW} from saved_search where reader_id = $1 order by position, id`, [reader]);
  const views: View[] = [];
  // one after the other: fifty at once would take every connection that there is
  for (const row of rows) views.push(await toView(db, row));
  return views;
}

/** Of two windows that add a view at once the second waits: the reader's row is locked. */
async function lockReader(client: pg.PoolClient, reader: string, now: Date): Promise<void> {
  await ensureReader(client, reader, now);
  await client.query('select 1 from reader where id = $1 for update', [reader]);
}

/** @throws BadSourceError where there are as many as there may be */
export async function addView(db: Database, reader: string, { name, query }: ViewInput, now: Date): Promise<View> {
  const added = await transaction(db.pool, async (client) => {
    await lockReader(client, reader, now);
    const { rows: [there] } = await client.query<{ n: number; next: number }>(
      'select count(*)::int as n, coalesce(max(position) + 1, 0) as next from saved_search where reader_id = $1', [reader]);
    if (!there || there.n >= MOST_VIEWS) throw new BadSourceError(`there may be ${MOST_VIEWS} views`, 'too-many-views');
    const { rows } = await client.query<Row>(
      `insert into saved_search (reader_id, name, query, position, seen_article, created_at) values ($1, $2, $3, $4, ${NEWEST}, $5) returning ${VIEW}`,
      [reader, name, toJson(query), there.next, now]);
    return rows;
  });
  return toView(db, added[0] as Row);
}

/** @returns null where the reader has none of that id */
export async function editView(db: Database, reader: string, id: number, { name, query, seen }: ViewChange): Promise<View | null> {
  const { rows: [row] } = await db.pool.query<Row>(
    `update saved_search set name = coalesce($3, name), query = coalesce($4, query), seen_article = case when $5 then ${NEWEST} else seen_article end
     where reader_id = $1 and id = $2 returning ${VIEW}`, [reader, id, name ?? null, query === undefined ? null : toJson(query), seen === true || query !== undefined]);
  return row ? toView(db, row) : null;
}

/** Those that aren't named stay behind the others; what is none of the reader's is passed over. */
export async function orderViews(db: Database, reader: string, ids: readonly number[]): Promise<void> {
  await db.pool.query(
    `update saved_search s set position = placed.position from (
       select id, row_number() over (order by array_position($2::int[], id), position, id) - 1 as position from saved_search where reader_id = $1) placed
     where s.id = placed.id`, [reader, ids]);
}

/** false where the reader has none of that id */
export async function deleteView(db: Database, reader: string, id: number): Promise<boolean> {
  return (await db.pool.query('delete from saved_search where reader_id = $1 and id = $2', [reader, id])).rowCount === 1;
}
