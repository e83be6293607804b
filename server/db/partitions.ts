import type pg from 'pg';

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

/**
 * Makes the partitions that rows of these times need, where they are missing. Outside of the transaction that writes the rows: a partition is made
 * under a lock that waits for whoever is writing.
 */
export async function ensurePartitions(pool: pg.Pool, times: Iterable<Date>): Promise<void> {
  const known = made.get(pool) ?? new Set<string>();
  made.set(pool, known);
  const missing = new Map([...times].map(partitionOf).filter(({ name }) => !known.has(name)).map((one) => [one.name, one]));
  for (const { name, from, to } of missing.values()) {
    await pool.query(
      `begin; select pg_advisory_xact_lock(${PARTITION_LOCK});
       create table if not exists article_key_${name} partition of article_key for values from (${from}) to (${to}); commit`);
    known.add(name);
  }
}
