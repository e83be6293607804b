import type pg from 'pg';

// only a name
const LOCK = 1886740082;

/**
 * Until the transaction ends, nobody else changes which articles the publisher has: what it is asked for and not found is new for
 * certain. First of all locks; then come rows in the order of their ids or keys, and last the log's.
 */
export async function lockPublisher(client: pg.PoolClient, publisherId: number): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1, $2)', [LOCK, publisherId]);
}
