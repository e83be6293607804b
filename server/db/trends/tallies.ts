import type { Database } from '../client';
import { filterSql, fromKeys, type CompiledFilter } from '../filter-sql';
import { ALL_KEY } from '../reindex';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** The mentions of a key in the hours that [from, to) touches: when, and the cells that say who and in which quarter hour (lib/cells). */
export async function readMentions(db: Database, key: number, from: Date, to: Date): Promise<{ at: Date; cells: Uint8Array }[]> {
  const { rows } = await db.pool.query<{ at: Date; cells: Buffer }>(
    'select hour as at, cells from mention where key = $1 and hour > $2::timestamptz - interval \'1 hour\' and hour < $3 order by hour', [key, from, to]);
  return rows;
}

interface BucketCount {
  bucket: number;
  publisherId: number;
  late: boolean;
  count: number;
}

/** Four numbers a row, of four bytes each: node-postgres reads thousands of numbers letter by letter. */
const ROW_BYTES = 16;

function* readRows(bytes: Buffer): Generator<BucketCount> {
  for (let at = 0; at < bytes.byteLength; at += ROW_BYTES) {
    yield { bucket: bytes.readInt32BE(at), publisherId: bytes.readInt32BE(at + 4), late: bytes.readInt32BE(at + 8) === 1, count: bytes.readInt32BE(at + 12) };
  }
}

/** Articles of a filter by the bucket of their publication, publisher by publisher. @param edges the start of each bucket, and last the end of the last */
export async function countArticles(db: Database, filter: CompiledFilter, edges: readonly Date[]): Promise<BucketCount[]> {
  const condition = filterSql(filter, 4);
  const { rows: [row] } = await db.pool.query<{ counts: Buffer | null }>(
    `select string_agg(int4send(bucket) || int4send(publisher_id) || int4send(late::int) || int4send(count), '') as counts from (
       select width_bucket(k.sort_at, $1::timestamptz[]) - 1 as bucket, k.publisher_id, k.late, count(*)::int as count
       from ${fromKeys(condition)} where k.sort_at >= $2 and k.sort_at < $3 and ${condition.sql} group by 1, 2, 3
     ) c`,
    [edges, edges[0], edges.at(-1), ...condition.values],
  );
  return row?.counts ? [...readRows(row.counts)] : [];
}

/** How many articles of all there were in each hour (UTC). */
export async function readHourTotals(db: Database, from: Date, to: Date): Promise<{ at: number; count: number }[]> {
  const { rows } = await db.pool.query<{ at: Date; count: number }>('select hour as at, count from mention where key = $1 and hour >= $2 and hour < $3', [ALL_KEY, from, to]);
  return rows.map(({ at, count }) => ({ at: at.getTime(), count }));
}

/** When the oldest article that is still there was first seen: before that nothing was collected, or nothing is left of it. @returns null where there is none */
export async function readCollectedFrom(db: Database): Promise<Date | null> {
  const { rows } = await db.pool.query<{ at: Date }>('select first_seen_at as at from article order by id limit 1');
  return rows[0]?.at ?? null;
}

/** Whether every bucket begins with an hour of UTC, so that hours add up to it. */
export const areWholeHours = (edges: readonly Date[]): boolean => edges.every((edge) => edge.getTime() % HOUR_MS === 0);

/** What retention left of a topic in a region: by the UTC day. */
export async function readExpiredPairs(db: Database, topic: number, region: number, from: Date, to: Date): Promise<{ at: Date; cells: Uint8Array }[]> {
  const { rows } = await db.pool.query<{ at: string; cells: Buffer }>(
    `select day::text as at, cells from expired_pair where topic = $1 and region = $2 and day >= $3::date and day <= $4::date order by day`,
    [topic, region, dayOf(from), dayOf(to)],
  );
  return rows.map(({ at, cells }) => ({ at: new Date(`${at}T00:00:00Z`), cells }));
}

const dayOf = (at: Date) => new Date(Math.floor(at.getTime() / DAY_MS) * DAY_MS).toISOString().slice(0, 10);

/** Retention has deleted articles that were published before this; null: none. */
export async function readExpiredThrough(db: Database): Promise<Date | null> {
  const row = await db.prisma.setting.findUnique({ where: { key: 'expired-through' } });
  return typeof row?.value === 'string' ? new Date(row.value) : null;
}

/** When articles were published, ISO; those that are gone have none. */
export async function readTimes(db: Database, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.pool.query<{ at: Date }>('select sort_at as at from article where id = any($1::bigint[])', [ids]);
  return rows.map(({ at }) => at.toISOString());
}
