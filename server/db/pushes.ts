import type { ClaimedFeed, PushRecord } from '../../lib/feed';
import { isSuccess } from '../../lib/feed';
import { CLAIMED } from './claim';
import { transaction, type Database } from './client';

export const PUSH_CHANNEL = 'marsad_push';

/** What a hub delivered, with the feed that it is of. */
export interface TakenPush {
  id: string;
  receivedAt: Date;
  contentType: string | null;
  bytes: Uint8Array<ArrayBuffer>;
  feed: ClaimedFeed;
}

/** The most that waits of one feed. Beyond it the oldest goes, and the feed is asked soon for what was in it. */
const MOST_WAITING = 20;
const MOST_WAITING_BYTES = 20_000_000;

const STORE = `
  insert into push (feed_id, received_at, content_type, body)
  select id, $2, $3, $4 from feed where id = $1 and status = 'active'`;

const TRIM = `
  delete from push where id in (
    select id from (
      select id, row_number() over newest as n, sum(octet_length(body)) over newest as bytes
      from push where feed_id = $1 and taken_until is null window newest as (order by id desc)
    ) waiting
    where n > $2 or (n > 1 and bytes > $3)
  )`;

// Not sooner than its least interval allows, nor than a server asked for that answered with a failure.
const ASK_SOON = `
  update feed set next_poll_at = least(next_poll_at, greatest($2, last_poll_at + make_interval(secs => $3)))
  where id = $1 and failures = 0`;

/** Keeps a delivery until an ingest process has read it, and wakes those. @param minSeconds POLL_MIN_SECONDS */
export async function storePush(
  db: Database, feedId: number, push: { receivedAt: Date; contentType: string | null; body: Uint8Array }, minSeconds: number,
): Promise<void> {
  const { receivedAt, contentType, body } = push;
  await transaction(db.pool, async (client) => {
    await client.query(STORE, [feedId, receivedAt, contentType, body]);
    const { rowCount } = await client.query(TRIM, [feedId, MOST_WAITING, MOST_WAITING_BYTES]);
    if (rowCount) await client.query(ASK_SOON, [feedId, receivedAt, minSeconds]);
    await client.query(`select pg_notify('${PUSH_CHANNEL}', '')`);
  });
}

// Of one feed only the oldest may be read: what its publisher says last has to be what stays.
const TAKE = `
  with oldest as (
    select p.id from push p
    where (p.taken_until is null or p.taken_until < clock_timestamp())
      and not exists (select 1 from push earlier where earlier.feed_id = p.feed_id and earlier.id < p.id)
    order by p.id limit 1 for update of p skip locked
  ), taken as (
    update push set taken_until = clock_timestamp() + make_interval(secs => $1) from oldest where push.id = oldest.id
    returning push.id, push.feed_id, push.received_at, push.content_type, push.body
  )
  select t.id as "pushId", t.received_at as "receivedAt", t.content_type as "contentType", t.body, ${CLAIMED}
  from taken t join feed f on f.id = t.feed_id`;

/** The delivery that waits longest, for this process alone; after a crash it is another's when the time is over. Null where none waits. */
export async function takePush(db: Database, holdSeconds: number): Promise<TakenPush | null> {
  const { rows } = await db.pool.query<ClaimedFeed & { pushId: string; receivedAt: Date; contentType: string | null; body: Buffer }>(TAKE, [holdSeconds]);
  const [row] = rows;
  if (!row) return null;
  const { pushId, receivedAt, contentType, body, ...feed } = row;
  // a buffer of its own, which can be handed to a thread
  return { id: pushId, receivedAt, contentType, bytes: new Uint8Array(body), feed };
}

const LOG = `
  insert into poll (feed_id, started_at, finished_at, outcome, detail, http_status, bytes, entries, new_articles, edited)
  select $1, $2, $3, $4, $5, null, $6, $7, $8, $9 where exists (select 1 from feed where id = $1)`;

// A hub that brings news before polls do earns back, a piece at a time, what it lost by what it missed.
const EARN = `
  update subscription set last_push_at = $2, state = case state when 'quiet' then 'active' else state end,
    missed = case when $3 > 0 then greatest(missed - 1, 0) else missed end, last_error = null
  where feed_id = $1`;

/**
 * Writes down what a delivery came to, and lets go of it. What the feed's polls remember stays as it is. One that could not be
 * read, or stored, is made good by a poll.
 */
export async function recordPush(
  db: Database, push: Pick<TakenPush, 'id' | 'feed' | 'receivedAt'>, record: PushRecord, minSeconds: number,
): Promise<void> {
  const { feed, receivedAt } = push;
  const { outcome, detail, startedAt, finishedAt, bytes, entries, newArticles, edited, itemsPerDay } = record;
  await transaction(db.pool, async (client) => {
    await client.query('delete from push where id = $1', [push.id]);
    await client.query(LOG, [feed.id, startedAt, finishedAt, outcome, detail, bytes, entries, newArticles, edited]);
    if (isSuccess(outcome)) {
      await client.query(EARN, [feed.id, receivedAt, newArticles]);
      await client.query('update feed set last_success_at = $2, items_per_day = $3 where id = $1', [feed.id, finishedAt, itemsPerDay]);
    } else {
      await client.query('update subscription set last_error = $2 where feed_id = $1', [feed.id, detail]);
      await client.query(ASK_SOON, [feed.id, finishedAt, minSeconds]);
    }
  });
}
