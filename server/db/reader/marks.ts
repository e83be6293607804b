import type pg from 'pg';
import { MOST_KEPT, MOST_MARKS, NO_MARK, type Mark, type Marks, type MarksChange, type StarredPage } from '../../../lib/reader';
import { BadSourceError } from '../../../lib/source';
import { articlesById, PAGE_SIZE } from '../articles';
import type { Standing } from '../newest';
import { transaction, type Database } from '../client';
import { ensureReader } from './readers';

interface Row extends Mark {
  id: string;
}

const MARK = 'article_id as id, read, starred_at is not null as starred, hidden, note';
const toMarks = (rows: readonly Row[]): Marks => Object.fromEntries(rows.map(({ id, ...mark }) => [id, mark]));

/** What the reader did with these articles; those that nothing was done with are missing. */
export async function readMarks(db: Database, reader: string, articles: readonly string[]): Promise<Marks> {
  const { rows } = await db.pool.query<Row>(`select ${MARK} from reader_mark where reader_id = $1 and article_id = any($2::bigint[])`, [reader, articles]);
  return toMarks(rows);
}

// The lock waits for whoever is deleting an article, and passes over what is gone by then.
const SET = `
  insert into reader_mark (reader_id, article_id, read, starred_at, hidden, note)
  select $1, a.id, coalesce($3::boolean, false), case when $4::boolean then $8::timestamptz end, coalesce($5::boolean, false), $6::text
  from article a where a.id = any($2::bigint[]) order by a.id for key share
  on conflict (reader_id, article_id) do update set
    read = coalesce($3, reader_mark.read), hidden = coalesce($5, reader_mark.hidden), note = case when $7::boolean then $6 else reader_mark.note end,
    starred_at = case when $4 is null then reader_mark.starred_at when $4 then coalesce(reader_mark.starred_at, $8) end
  returning ${MARK}`;

const FORGET_EMPTY = `
  delete from reader_mark where reader_id = $1 and article_id = any($2::bigint[]) and not read and starred_at is null and not hidden and note is null`;

const FORGET_OLDEST = `
  delete from reader_mark where reader_id = $1 and article_id in (
    select article_id from reader_mark where reader_id = $1 and starred_at is null and note is null order by article_id limit $2)`;

/** @throws BadSourceError where the reader keeps more than may be kept */
async function holdToLimits(client: pg.PoolClient, reader: string, { starred, note }: Partial<Mark>): Promise<void> {
  const { rows: [count] } = await client.query<{ all: number; kept: number }>(
    'select count(*)::int as all, (count(*) filter (where starred_at is not null or note is not null))::int as kept from reader_mark where reader_id = $1', [reader]);
  const more = starred === true || typeof note === 'string';
  if (count && more && count.kept > MOST_KEPT) throw new BadSourceError(`${MOST_KEPT} articles may be starred or have a note`, 'too-many-marks');
  if (count && count.all > MOST_MARKS) await client.query(FORGET_OLDEST, [reader, count.all - MOST_MARKS]);
}

/**
 * Marks articles, all or none. @returns how each of them stands now; what is no article is missing
 * @throws BadSourceError
 */
export async function setMarks(db: Database, reader: string, { articles, set }: MarksChange, now: Date): Promise<Marks> {
  return transaction(db.pool, async (client) => {
    await ensureReader(client, reader, now);
    const { rows } = await client.query<Row>(SET, [reader, articles, set.read ?? null, set.starred ?? null, set.hidden ?? null, set.note ?? null, set.note !== undefined, now]);
    await client.query(FORGET_EMPTY, [reader, articles]);
    await holdToLimits(client, reader, set);
    return toMarks(rows);
  });
}

/** A page of the reader's starred articles, those starred last first. @param before where the page above ended: when that one was starred, and its id */
export async function starredPage(db: Database, reader: string, before: Standing | null, size = PAGE_SIZE): Promise<StarredPage> {
  const { rows } = await db.pool.query<Row & { starredAt: Date }>(
    `select ${MARK}, starred_at as "starredAt" from reader_mark
     where reader_id = $1 and starred_at is not null and ($2::timestamptz is null or (starred_at, article_id) < ($2, $3::bigint))
     order by starred_at desc, article_id desc limit $4`, [reader, before?.sortAt ?? null, before?.id ?? null, size + 1]);
  const page = rows.slice(0, size);
  const found = await articlesById(db, page.map(({ id }) => id));
  const last = page.at(-1);
  return {
    items: page.flatMap(({ id }) => found.get(id)?.item ?? []),
    marks: Object.fromEntries(page.map(({ id, read, starred, hidden, note }) => [id, { ...NO_MARK, read, starred, hidden, note }])),
    older: rows.length > size && last ? `${last.starredAt.toISOString()}~${last.id}` : null,
  };
}
