import type pg from 'pg';
import { transaction } from './client';

/** From here on a partition a month; what is older, archives for the most part, lies in one. */
const FIRST_MONTH = Date.UTC(2020, 0);
const EARLIER = 'earlier';

const made = new WeakMap<pg.Pool, Set<string>>();

/** Only a name for the lock that two processes which want the same partition meet at. */
const PARTITION_LOCK = '6363734849';

const two = (n: number) => String(n).padStart(2, '0');

interface Partition {
  name: string;
  from: string;
  to: string;
}

/** The partition of `article_key` that a time lies in. */
export function partitionOf(at: Date): Partition {
  if (at.getTime() < FIRST_MONTH) return { name: EARLIER, from: 'minvalue', to: `'${new Date(FIRST_MONTH).toISOString()}'` };
  const start = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth()));
  const end = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1));
  return { name: `${start.getUTCFullYear()}_${two(start.getUTCMonth() + 1)}`, from: `'${start.toISOString()}'`, to: `'${end.toISOString()}'` };
}

const ATTACHED = `select 1 from pg_inherits where inhparent = 'article_key'::regclass and inhrelid = to_regclass($1)`;

/** Attached, not made as a partition: that would wait for whoever writes or reads any month, and hold up all who come after. */
async function makePartition(client: pg.PoolClient, { name, from, to }: Partition): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [PARTITION_LOCK]);
  const { rowCount } = await client.query(ATTACHED, [`article_key_${name}`]);
  if (rowCount) return;
  await client.query(`create table article_key_${name} (like article_key)`);
  await client.query(`alter table article_key attach partition article_key_${name} for values from (${from}) to (${to})`);
}

/** Makes the partitions that rows of these times need, where they are missing. Not within the transaction that writes the rows: others may need them too. */
export async function ensurePartitions(pool: pg.Pool, times: Iterable<Date>): Promise<void> {
  const known = made.get(pool) ?? new Set<string>();
  made.set(pool, known);
  const missing = new Map([...times].map(partitionOf).filter(({ name }) => !known.has(name)).map((one) => [one.name, one]));
  for (const one of missing.values()) {
    await transaction(pool, (client) => makePartition(client, one));
    known.add(one.name);
  }
}
