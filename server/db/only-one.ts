import pg from 'pg';
import { CONNECT_WITHIN_MS } from './connecting';

export interface Hold {
  release(): Promise<void>;
}

/**
 * Makes this process the only one on the database to do something, until it releases it or ends.
 * @param lock any number that nothing else uses as an advisory lock
 * @returns null where another process holds it
 */
export async function tryHold(
  connectionString: string, lock: bigint, onError: (error: Error) => void, connectWithinMs = CONNECT_WITHIN_MS,
): Promise<Hold | null> {
  const client = new pg.Client({ connectionString, application_name: 'marsad-hold', keepAlive: true, connectionTimeoutMillis: connectWithinMs });
  client.on('error', onError);
  await client.connect();
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [lock.toString()]);
  const hold: Hold = { release: () => client.end() };
  if (rows[0]?.held) return hold;
  await hold.release();
  return null;
}
