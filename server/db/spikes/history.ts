import type { Database } from '../client';
import type { WindowRow } from './rows';

export interface HistoryRow extends WindowRow {
  /** stored so late that it said nothing of its time */
  late: boolean;
}

const BATCH_MS = 6 * 3_600_000;

/** Articles published in [from, to), oldest first: those of six hours at a time, which is what one has to hold. */
export async function* readHistory(db: Database, from: Date, to: Date): AsyncGenerator<HistoryRow[]> {
  for (let start = from.getTime(); start < to.getTime(); start += BATCH_MS) {
    const { rows } = await db.pool.query<Omit<HistoryRow, 'at'> & { at: Date }>(
      `select article_id as id, sort_at as at, publisher_id as "publisherId", keys, late from article_key
       where sort_at >= $1 and sort_at < $2 order by sort_at, article_id`, [new Date(start), new Date(Math.min(start + BATCH_MS, to.getTime()))]);
    if (rows.length > 0) yield rows.map((row) => ({ ...row, at: row.at.getTime() }));
  }
}

/** When the oldest and the newest article was published; null where there is none. */
export async function readSpan(db: Database): Promise<{ first: Date; last: Date } | null> {
  const { rows: [row] } = await db.pool.query<{ first: Date | null; last: Date | null }>(
    'select (select sort_at from article_key order by sort_at limit 1) as first, (select sort_at from article_key order by sort_at desc limit 1) as last');
  return row?.first && row.last ? { first: row.first, last: row.last } : null;
}
