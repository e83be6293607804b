import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client';

/** One pool for Prisma's queries and for the raw ones. */
export interface Database {
  prisma: PrismaClient;
  pool: pg.Pool;
  connectionString: string;
  close(): Promise<void>;
}

// 64-bit numbers arrive as strings: JavaScript's numbers end at 2^53.
const INT8 = 20;
pg.types.setTypeParser(INT8, (text) => text);

/**
 * @param connectionString postgres://…
 * @param onError told of connections that break while idle; queries report their own errors
 */
export function createDatabase(connectionString: string, onError: (error: Error) => void, poolSize = 12): Database {
  // Prisma's adapter takes every timestamptz for one in UTC, whatever offset the session gave it.
  const pool = new pg.Pool({
    connectionString, max: poolSize, connectionTimeoutMillis: 10_000, application_name: 'marsad', options: '-c timezone=UTC',
  });
  pool.on('error', onError);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    pool,
    connectionString,
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

const RETRYABLE = new Set(['40P01', '40001']);
const MAX_TRIES = 5;

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

/**
 * Runs `work` in one transaction; a deadlock or a serialisation failure starts it over.
 * @throws what `work` threw, after rolling back
 */
export async function transaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => { broken = failure; });
      if (!RETRYABLE.has(codeOf(error)) || tries >= MAX_TRIES) throw error;
    } finally {
      client.release(broken);
    }
  }
}
