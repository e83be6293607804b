import type { Database } from './client';

/** What a callback's key leads to. */
export interface KnownSubscription {
  feedId: number;
  topic: string;
  secret: string;
  state: string;
}

/** The subscription of a callback key; null where there is none. */
export async function findSubscription(db: Database, callbackKey: string): Promise<KnownSubscription | null> {
  return db.prisma.subscription.findUnique({ where: { callbackKey }, select: { feedId: true, topic: true, secret: true, state: true } });
}

/** The hub has verified that we want it. A quiet one stays so until it delivers. */
export async function confirmSubscription(db: Database, callbackKey: string, now: Date, lease: { leaseUntil: Date; renewAt: Date }): Promise<void> {
  await db.pool.query(
    `update subscription set verified_at = $2, lease_until = $3, next_at = $4, requested_at = null, failures = 0,
       state = case state when 'quiet' then state else 'active' end,
       last_error = case state when 'quiet' then last_error end
     where callback_key = $1 and state in ('requested', 'active', 'quiet')`,
    [callbackKey, now, lease.leaseUntil, lease.renewAt],
  );
}

/** The hub says no, or no longer. */
export async function denySubscription(db: Database, callbackKey: string, reason: string, askAgainAt: Date): Promise<void> {
  await db.pool.query(
    `update subscription set state = 'denied', requested_at = null, lease_until = null, last_error = $2, next_at = $3
     where callback_key = $1 and state <> 'lapsing'`,
    [callbackKey, reason, askAgainAt],
  );
}

/** A delivery was not taken, and why; said once. */
export async function noteRefusedPush(db: Database, callbackKey: string, reason: string): Promise<void> {
  await db.pool.query('update subscription set last_error = $2 where callback_key = $1 and last_error is distinct from $2', [callbackKey, reason]);
}
