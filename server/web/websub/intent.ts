/** What a hub's GET comes to. `goodbye`: an end that we want too. */
export type Intent =
  | { kind: 'confirm'; challenge: string; leaseSeconds: number | null }
  | { kind: 'goodbye'; challenge: string }
  | { kind: 'denied'; reason: string }
  | { kind: 'refuse' };

const REFUSE: Intent = { kind: 'refuse' };
/** Hubs' challenges are tens of characters. */
const LONGEST_CHALLENGE = 1000;
const LONGEST_REASON = 300;
/** Asked for, or had already: hubs renew of their own accord too. */
const WISHED = new Set(['requested', 'active', 'quiet']);

/**
 * Judges a hub's question whether we want what it was asked for (WebSub, 5.3), and its word that it won't (5.2).
 * @param subscription of the callback's key; null: we have none, and an end of it is what we want
 */
export function readIntent(query: URLSearchParams, subscription: { topic: string; state: string } | null): Intent {
  const mode = query.get('hub.mode');
  const challenge = query.get('hub.challenge') ?? '';
  const answerable = challenge !== '' && challenge.length <= LONGEST_CHALLENGE;
  if (!subscription) return mode === 'unsubscribe' && answerable ? { kind: 'goodbye', challenge } : REFUSE;
  if (query.get('hub.topic') !== subscription.topic) return REFUSE;
  if (mode === 'denied') return { kind: 'denied', reason: reasonOf(query) };
  const wished = mode === 'subscribe' && WISHED.has(subscription.state);
  return wished && answerable ? { kind: 'confirm', challenge, leaseSeconds: secondsOf(query.get('hub.lease_seconds')) } : REFUSE;
}

function reasonOf(query: URLSearchParams): string {
  const words = (query.get('hub.reason') ?? '').replace(/\s+/gu, ' ').trim().slice(0, LONGEST_REASON);
  return words === '' ? 'the hub denied the subscription' : `the hub denied the subscription: ${words}`;
}

function secondsOf(text: string | null): number | null {
  const seconds = /^[0-9]{1,9}$/u.test(text ?? '') ? Number(text) : 0;
  return seconds > 0 ? seconds : null;
}
