import type pg from 'pg';

// only a name
const LOCK = 1886740082;

/**
 * Until the transaction ends, nobody else changes which articles the publisher has: what it is asked for and not found is new for
 * certain. Of all locks only that on the users' topics (`topics/standing`) comes before it; then come rows in the order of their ids or keys, and last the log's.
 */
export async function lockPublisher(client: pg.PoolClient, publisherId: number): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1, $2)', [LOCK, publisherId]);
}

/** Of these publishers those that nobody is storing for just now, locked; for who has time and would rather not wait. */
export async function tryLockPublishers(client: pg.PoolClient, publisherIds: readonly number[]): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>('select id from unnest($1::int[]) as id where pg_try_advisory_xact_lock($2, id)', [publisherIds, LOCK]);
  return rows.map(({ id }) => id);
}
