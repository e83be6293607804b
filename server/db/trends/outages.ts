import type { Database } from '../client';

/** A feed that brings less of what its publisher is known to publish would not be missed among its other feeds. */
const LEAST_SHARE = 0.2;

// What is written down of single feeds, and feeds that are long overdue by now: while nobody polls, nobody writes.
const OUTAGES = `
  with missing as (
    select feed_id, publisher_id, started_at, ended_at from outage where started_at < $2 and (ended_at is null or ended_at > $1)
    union all
    select f.id, f.publisher_id, f.last_success_at, null from feed f
    where f.status = 'active' and not f.sample and f.last_success_at >= f.asked_since and f.last_success_at < $2
      and f.next_poll_at < $3::timestamptz - greatest(interval '10 minutes', 3 * f.interval_seconds * interval '1 second')
      and not exists (select 1 from outage o where o.feed_id = f.id and o.ended_at is null)
  )
  select m.publisher_id as "publisherId", m.started_at as "from", m.ended_at as "to"
  from missing m join feed f on f.id = m.feed_id
  where coalesce(f.items_per_day / nullif((select sum(one.items_per_day) from feed one where one.publisher_id = m.publisher_id), 0), 1) >= ${LEAST_SHARE}`;

/** Times between `from` and `to` of which a publisher's feeds can't be known to have told everything. `to` null: still going on. Milliseconds since 1970. */
export async function readOutages(db: Database, from: Date, to: Date, now: Date): Promise<{ publisherId: number; from: number; to: number | null }[]> {
  const { rows } = await db.pool.query<{ publisherId: number; from: Date; to: Date | null }>(OUTAGES, [from, to, now]);
  return rows.map((row) => ({ publisherId: row.publisherId, from: row.from.getTime(), to: row.to?.getTime() ?? null }));
}
