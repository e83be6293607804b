import type { NamedHub } from '../../../lib/feed';

/**
 * `wanted`: to be asked for; `requested`: asked, not yet verified; `active`; `quiet`: verified, but the hub doesn't deliver;
 * `denied` by the hub; `lapsing`: the feed no longer names the hub, what still comes is taken until the lease ends.
 */
export type SubscriptionState = 'wanted' | 'requested' | 'active' | 'quiet' | 'denied' | 'lapsing';

/** What a hub has to know. */
export interface HubRequest extends NamedHub {
  callbackKey: string;
  secret: string;
  /** requests before this one, in a row, that came to nothing */
  failures: number;
}

/** A subscription that is given up. */
export type Farewell = NamedHub & Pick<HubRequest, 'callbackKey'>;

export const CALLBACK_PATH = '/websub/';
const ASKED_LEASE_SECONDS = 10 * 86_400;
/** Where a hub says nothing of its lease. */
const ASSUMED_LEASE_SECONDS = 86_400;
const MOST_LEASE_SECONDS = 90 * 86_400;
/** Of the lease is over when it is renewed; with the jitter never more than 90 %. */
const RENEWED_AT = 0.8;
const RENEWED_SPREAD = 0.1;
/** However short its lease, a hub is asked no more often. */
const LEAST_SECONDS = 60;
const RETRY_SECONDS = 600;
const MOST_RETRY_SECONDS = 86_400;

const after = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000);

/**
 * What a verified lease comes to. @param leaseSeconds as the hub says; null: it doesn't
 * @param jitter 0 to 1: subscriptions made together are not all renewed together
 */
export function leaseFrom(now: Date, leaseSeconds: number | null, jitter: number): { leaseUntil: Date; renewAt: Date } {
  const seconds = Math.min(leaseSeconds ?? ASSUMED_LEASE_SECONDS, MOST_LEASE_SECONDS);
  const renewal = Math.max(LEAST_SECONDS, seconds * (RENEWED_AT + RENEWED_SPREAD * jitter));
  return { leaseUntil: after(now, seconds), renewAt: after(now, renewal) };
}

/** When to ask again after a request that comes to nothing: each wait is double the one before. */
export function retryAt(now: Date, failures: number): Date {
  return after(now, Math.min(RETRY_SECONDS * 2 ** Math.min(failures, 20), MOST_RETRY_SECONDS));
}

/** The form of WebSub, 5.1. The secret goes to hubs without https too: an unsigned delivery would be anybody's. */
export function subscribeForm({ topic, callbackKey, secret }: HubRequest, publicUrl: string): Record<string, string> {
  return {
    'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.callback': callbackOf(publicUrl, callbackKey),
    'hub.lease_seconds': String(ASKED_LEASE_SECONDS), 'hub.secret': secret,
  };
}

export function unsubscribeForm({ topic, callbackKey }: Farewell, publicUrl: string): Record<string, string> {
  return { 'hub.mode': 'unsubscribe', 'hub.topic': topic, 'hub.callback': callbackOf(publicUrl, callbackKey) };
}

const callbackOf = (publicUrl: string, key: string) => `${publicUrl}${CALLBACK_PATH}${key}`;
