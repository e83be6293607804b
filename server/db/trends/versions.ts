import type { Database } from '../client';
import { ALL_KEY } from '../reindex';

// Every write of an hour's counts writes the row of all articles too (reindex), and xmin says by which transaction.
const VERSIONS = 'select hour, xmin::text as version from mention where key = $1 and hour >= $2 and hour < $3 order by hour';

/**
 * The version of what each hour of [from, to) holds, by the hour's beginning (milliseconds since 1970), in their order; hours without articles are missing.
 * Whoever remembers an hour asks this first and reads afterwards: what is written meanwhile makes it read anew the next time.
 */
export async function hourVersions({ pool }: Database, from: Date, to: Date): Promise<Map<number, string>> {
  const { rows } = await pool.query<{ hour: Date; version: string }>(VERSIONS, [ALL_KEY, from, to]);
  return new Map(rows.map(({ hour, version }) => [hour.getTime(), version]));
}
