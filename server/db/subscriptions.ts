import type { NamedHub } from '../../lib/feed';
import type { Database } from './client';

/** What makes a subscription our own. */
export interface SubscriptionKeys {
  callbackKey: string;
  secret: string;
  publicUrl: string;
}

export interface DueSubscription extends NamedHub {
  callbackKey: string;
  secret: string;
  failures: number;
}

export type LeftSubscription = Pick<DueSubscription, 'hub' | 'topic' | 'callbackKey'>;

// A feed that names another hub at every poll makes us ask each of them no more often than this.
const NOTE = `
  with before as (
    select hub, topic, callback_key as "callbackKey" from subscription where feed_id = $1
  ), noted as (
    insert into subscription (feed_id, hub, topic, callback_key, secret, public_url, state, next_at)
    select id, $2, $3, $4, $5, $6, 'wanted', $7 from feed where id = $1 and status = 'active'
    on conflict (feed_id) do update set
      hub = excluded.hub, topic = excluded.topic, callback_key = excluded.callback_key, secret = excluded.secret, public_url = excluded.public_url,
      state = 'wanted', requested_at = null, verified_at = null, lease_until = null, last_push_at = null, missed = 0, failures = 0, last_error = null,
      next_at = greatest($7::timestamptz, subscription.requested_at + interval '10 minutes', subscription.verified_at + interval '10 minutes')
      where (subscription.hub, subscription.topic, subscription.public_url) is distinct from (excluded.hub, excluded.topic, excluded.public_url)
    returning feed_id
  )
  select before.* from before, noted`;

/**
 * Remembers the hub that a feed names. The same one as before stays as it is; another one takes its place, with new keys.
 * @returns the subscription whose place was taken; null: none
 */
export async function noteHub(
  db: Database, feedId: number, { hub, topic }: NamedHub, keys: SubscriptionKeys, now: Date,
): Promise<LeftSubscription | null> {
  const { rows } = await db.pool.query<LeftSubscription>(NOTE, [feedId, hub, topic, keys.callbackKey, keys.secret, keys.publicUrl, now]);
  // one that was about to lapse is wanted again, and asked for anew
  await db.pool.query(
    `update subscription set state = 'wanted', next_at = greatest($2::timestamptz, verified_at + interval '1 hour') where feed_id = $1 and state = 'lapsing'`,
    [feedId, now],
  );
  return rows[0] ?? null;
}

/** The feed names no hub any more: what its old one still delivers is taken until the lease ends. */
export async function letLapse(db: Database, feedId: number): Promise<void> {
  await db.pool.query(`update subscription set state = 'lapsing' where feed_id = $1 and state <> 'lapsing'`, [feedId]);
}

// A request that is still open when the next is due was never verified.
const DUE = `
  with due as (
    select s.feed_id from subscription s join feed f on f.id = s.feed_id
    where s.next_at <= $1 and s.state <> 'lapsing' and s.public_url = $3 and f.status = 'active'
    order by s.next_at, s.feed_id limit $2 for update of s skip locked
  )
  update subscription s set
    failures = s.failures + (s.requested_at is not null)::int,
    last_error = case when s.requested_at is null then s.last_error else 'the hub took the subscription but did not verify it' end,
    state = case when s.state in ('wanted', 'denied') then 'requested' else s.state end,
    requested_at = $1, next_at = $1::timestamptz + interval '5 minutes'
  from due where s.feed_id = due.feed_id
  returning s.hub, s.topic, s.callback_key as "callbackKey", s.secret, s.failures`;

/** Subscriptions to be asked for, or to be renewed: each for one process alone. After a crash they are due again in five minutes. */
export async function dueSubscriptions(db: Database, now: Date, limit: number, publicUrl: string): Promise<DueSubscription[]> {
  const { rows } = await db.pool.query<DueSubscription>(DUE, [now, limit, publicUrl]);
  return rows;
}

/** What the hub said to a request. One that was verified, or denied, meanwhile stays as that left it. */
export async function answerRequest(db: Database, callbackKey: string, answer: { error: string | null; nextAt: Date }): Promise<void> {
  await db.pool.query(
    `update subscription set next_at = $2, last_error = coalesce($3, last_error), failures = failures + ($3::text is not null)::int,
       requested_at = case when $3::text is null then requested_at end
     where callback_key = $1 and requested_at is not null`,
    [callbackKey, answer.nextAt, answer.error],
  );
}

// What is pushed for a feed that isn't asked is not read either.
const LEAVE = `
  delete from subscription s using feed f
  where f.id = s.feed_id and (f.status <> 'active' or (s.state = 'lapsing' and coalesce(s.lease_until, '-infinity') <= $1))
  returning s.hub, s.topic, s.callback_key as "callbackKey"`;

/** Takes out the subscriptions of paused and gone feeds, and those that have lapsed. */
export async function leaveSubscriptions(db: Database, now: Date): Promise<LeftSubscription[]> {
  const { rows } = await db.pool.query<LeftSubscription>(LEAVE, [now]);
  return rows;
}

/** Hubs were given another address than we are reached by now: they are asked anew; null: by none, so nothing can be pushed. */
export async function adoptPublicUrl(db: Database, publicUrl: string | null, now: Date): Promise<void> {
  if (publicUrl === null) await db.pool.query('delete from subscription');
  else {
    await db.pool.query(
      `update subscription set public_url = $1, state = case state when 'lapsing' then state else 'wanted' end, requested_at = null, lease_until = null, next_at = $2
       where public_url <> $1`,
      [publicUrl, now],
    );
  }
}
