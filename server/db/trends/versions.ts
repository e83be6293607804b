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

/** An hour that has articles, as the mentions of all articles say without a look at any. */
export interface HourVersion {
  hour: Date;
  count: number;
  version: string;
}

const NEWEST = 'select hour, count, xmin::text as version from mention where key = $1 and ($2::timestamptz is null or hour < $2) order by hour desc limit $3';

/** The newest hours that begin before `to` (null: of all), the newest first, `most` of them. */
export async function newestHours({ pool }: Database, to: Date | null, most: number): Promise<HourVersion[]> {
  return (await pool.query<HourVersion>(NEWEST, [ALL_KEY, to, most])).rows;
}
