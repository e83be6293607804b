import { createWakeable } from '../../wakeable';
import type { PostResult } from '../fetch/post-form';
import type { Log } from '../log';
import { retryAt, subscribeForm, unsubscribeForm, type Farewell, type HubRequest } from './subscription';

export interface SubscriberDeps {
  /** subscriptions to ask for or to renew, for this process alone */
  due(now: Date, limit: number): Promise<HubRequest[]>;
  /** the hub took the request, or (`error`) didn't: when to ask again, should no verification come first */
  answered(request: HubRequest, answer: { error: string | null; nextAt: Date }): Promise<void>;
  /** takes out those that are over: their feed is paused or gone, or names no hub any more */
  leave(now: Date): Promise<Farewell[]>;
  post(url: string, form: Readonly<Record<string, string>>): Promise<PostResult>;
  publicUrl: string;
  now(): Date;
  log: Log;
  onError(error: unknown): void;
}

export interface Subscriber {
  start(): void;
  stop(): Promise<void>;
  /** there may be something due */
  wake(): void;
  /** has the hub of a subscription told, in the next round, that nobody listens any more; where it doesn't hear it, a delivery is answered 410 */
  giveUp(farewell: Farewell): void;
}

const EVERY_MS = 10_000;
const AT_ONCE = 8;

/** Asks hubs for the subscriptions that are due, and gives up those that are over. What is due is the database's to say. */
export function createSubscriber(deps: SubscriberDeps): Subscriber {
  const { log, now } = deps;
  const given: Farewell[] = [];

  async function ask(request: HubRequest): Promise<void> {
    const { hub, topic, failures } = request;
    const result = await deps.post(hub, subscribeForm(request, deps.publicUrl));
    const error = result.ok ? null : result.detail;
    if (error !== null) log.warn({ hub, topic, error }, 'a hub did not take a subscription');
    await deps.answered(request, { error, nextAt: retryAt(now(), failures) });
  }

  async function sayGoodbye(farewell: Farewell): Promise<void> {
    const { hub, topic } = farewell;
    const result = await deps.post(hub, unsubscribeForm(farewell, deps.publicUrl));
    if (!result.ok) log.debug({ hub, topic, error: result.detail }, 'a hub was not told that a subscription is over');
  }

  async function round(): Promise<boolean> {
    const left = await deps.leave(now());
    // taken only now, and at once: what is given up while the database is asked, or can't be, is not forgotten
    await all([...given.splice(0), ...left].map(sayGoodbye));
    const requests = rounds.stopped() ? [] : await deps.due(now(), AT_ONCE);
    await all(requests.map(ask));
    return requests.length === AT_ONCE;
  }

  /** What fails costs no other. A request that was given up at a stop is due again in a while. */
  async function all(work: Promise<void>[]): Promise<void> {
    for (const one of await Promise.allSettled(work)) if (one.status === 'rejected' && !isAbort(one.reason)) deps.onError(one.reason);
  }

  const rounds = createWakeable(round, deps.onError);
  return { start: () => rounds.start(EVERY_MS), stop: rounds.stop, wake: rounds.wake, giveUp: (farewell) => void given.push(farewell) };
}

const isAbort = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';
