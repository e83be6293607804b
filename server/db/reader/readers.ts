import type pg from 'pg';
import { MOST_READERS } from '../../../lib/reader';
import { BadSourceError } from '../../../lib/source';
import type { Database } from '../client';

/** Readers and when they were here last, to the day: each request would be a write else. */

const A_DAY = `interval '1 day'`;

const KNOWN = 'select 1 from reader where id = $1';

/**
 * Makes the reader, where it isn't known yet: what is kept for it hangs on its row.
 * @throws BadSourceError where there are as many as there may be
 */
export async function ensureReader(client: pg.PoolClient, id: string, now: Date, most = MOST_READERS): Promise<void> {
  await client.query(
    `insert into reader (id, seen_at) select $1::uuid, $2 where exists (${KNOWN}) or (select count(*) from reader) < $3
     on conflict (id) do update set seen_at = excluded.seen_at where reader.seen_at < excluded.seen_at - ${A_DAY}`, [id, now, most]);
  const { rows } = await client.query(KNOWN, [id]);
  if (rows.length === 0) throw new BadSourceError(`there may be ${most} readers`, 'too-many-readers');
}

/** It was here. A reader that nothing is kept for stays unknown. */
export async function greetReader(db: Database, id: string, now: Date): Promise<void> {
  await db.pool.query(`update reader set seen_at = $2 where id = $1 and seen_at < $2::timestamptz - ${A_DAY}`, [id, now]);
}
