import type pg from 'pg';
import type { CountDelta } from './store-plan';

/** Adds to the mention counts, in the order given: callers sort by key, so that two of them never wait for each other in a ring. */
export async function applyCounts(client: pg.PoolClient, deltas: CountDelta[]): Promise<void> {
  if (deltas.length === 0) return;
  await client.query(
    `insert into mention_count (dimension, key, bucket, count)
     select dimension, key, bucket, delta
     from jsonb_to_recordset($1::jsonb) as d(dimension text, key text, bucket timestamptz, delta int)
     on conflict (dimension, key, bucket) do update set count = mention_count.count + excluded.count`,
    [JSON.stringify(deltas)],
  );
}
