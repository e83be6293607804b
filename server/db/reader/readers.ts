import type pg from 'pg';
import type { Database } from '../client';

/** Readers and when they were here last, to the day: each request would be a write else. */

const A_DAY = `interval '1 day'`;

/** Makes the reader, where it isn't known yet: what is kept for it hangs on its row. */
export async function ensureReader(client: pg.PoolClient, id: string, now: Date): Promise<void> {
  await client.query(
    `insert into reader (id, seen_at) values ($1, $2) on conflict (id) do update set seen_at = excluded.seen_at where reader.seen_at < excluded.seen_at - ${A_DAY}`, [id, now]);
}

/** It was here. A reader that nothing is kept for stays unknown. */
export async function greetReader(db: Database, id: string, now: Date): Promise<void> {
  await db.pool.query(`update reader set seen_at = $2 where id = $1 and seen_at < $2::timestamptz - ${A_DAY}`, [id, now]);
}
