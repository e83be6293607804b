import type { ClaimedFeed } from '../../lib/feed';
import type { Database } from './client';

/** A ClaimedFeed's columns, of `feed f`. */
export const CLAIMED = `
  f.id, f.url, f.publisher_id as "publisherId", f.origin, f.language, f.country, f.timezone, f.etag,
  f.last_modified as "lastModified", f.body_hash as "bodyHash", f.interval_seconds as "intervalSeconds",
  f.items_per_day as "itemsPerDay", f.ttl_seconds as "ttlSeconds", f.added_at as "addedAt", f.asked_since as "askedSince", f.last_success_at as "lastSuccessAt",
  f.failures, f.last_success_at is null as first, f.sample, f.full_articles as "fullArticles",
  exists (
    select 1 from subscription s
    where s.feed_id = f.id and s.state = 'active' and s.missed = 0 and s.last_push_at is not null and s.lease_until > clock_timestamp()
  ) as pushed`;

// The lease lies on the origin, not the feed: one request at a time for each origin, from however many processes.
// Whoever loses the race for an origin's row skips it; whoever comes late sees its lease when the row is read again.
// Read from the feeds that are due, by their index, so that it costs by what is due and not by how many feeds there are: an index is
// searched for statement_timestamp(), which stands still, but never for clock_timestamp(). Origins are found by their keys, not joined.
const CLAIM = `
  with picked as (
    select o.origin, f.id as feed_id
    from feed f join origin o on o.origin = f.origin
    where f.status = 'active' and f.next_poll_at <= statement_timestamp() and (not f.sample or $4)
      and (o.lease_until is null or o.lease_until < clock_timestamp())
      and not exists (
        select 1 from feed earlier
        where earlier.origin = f.origin and earlier.status = 'active' and (not earlier.sample or $4)
          and (earlier.next_poll_at, earlier.id) < (f.next_poll_at, f.id)
      )
    order by f.next_poll_at, f.id
    limit $1
    for no key update of o, f skip locked
  ), leased as (
    update origin set lease_owner = $2, lease_until = clock_timestamp() + make_interval(secs => $3)
    where origin.origin = any (array(select origin from picked))
  )
  select ${CLAIMED}
  from picked join feed f on f.id = picked.feed_id`;

/**
 * Takes up to `limit` due feeds, at most one of an origin, for this owner alone until the lease ends or recordPoll gives it back.
 * @param leaseSeconds how long without a word from the poller; after a crash the feeds are due again when it ends
 * @param servesSample whether this process serves the sample wire: only it may ask its private address
 */
export async function claimFeeds(
  db: Database, owner: string, limit: number, leaseSeconds: number, servesSample = true,
): Promise<ClaimedFeed[]> {
  const { rows } = await db.pool.query<ClaimedFeed>({ name: 'claim-feeds', text: CLAIM, values: [limit, owner, leaseSeconds, servesSample] });
  return rows;
}

/** Holds a feed for as long again: a poll that gets on may take its time. */
export async function renewLease(db: Database, owner: string, feed: ClaimedFeed, leaseSeconds: number): Promise<void> {
  await db.pool.query(
    'update origin set lease_until = clock_timestamp() + make_interval(secs => $3) where origin = $1 and lease_owner = $2',
    [feed.origin, owner, leaseSeconds],
  );
}

/** Gives back what this owner still holds: after a stop nothing waits for a lease to end. */
export async function releaseLeases(db: Database, owner: string): Promise<void> {
  await db.prisma.origin.updateMany({ where: { leaseOwner: owner }, data: { leaseOwner: null, leaseUntil: null } });
}

/** Gives all leases back. Only for whoever knows that nobody else polls: after a crash nothing then waits for a lease to end. */
export async function releaseAllLeases(db: Database): Promise<void> {
  await db.prisma.origin.updateMany({ where: { leaseUntil: { not: null } }, data: { leaseOwner: null, leaseUntil: null } });
}
