import { request } from 'undici';
import { authorizationOf, keepCredentials, withoutCredentials } from './fetch/credentials';
import { createDispatcher, type DispatcherOptions } from './fetch/dispatcher';
import { EndlessAnswerError, networkFailure } from './fetch/failures';
import { createOriginQueue } from './fetch/origin-queue';
import { understand } from './fetch/response';
import type { FetchRequest, FetchResult, Redirected } from './fetch/result';
import { createRunning, Deadline, type Running } from './fetch/running';
import { createTrail, type Trail } from './fetch/trail';
import { ifNoneMatch } from './fetch/validators';

export type { FetchFailure, FetchRequest, FetchResult, FetchedBody, NotModified, Redirected } from './fetch/result';

export interface Fetcher {
  fetch(request: FetchRequest): Promise<FetchResult>;
  /** as fetch(), but follows no redirect: it is told */
  fetchOnce(request: FetchRequest): Promise<FetchResult | Redirected>;
  /** ends all that runs and closes the connections */
  close(): Promise<void>;
}

export interface FetcherOptions extends DispatcherOptions {
  userAgent: string;
  /** for dates in headers */
  now?(): Date;
}

const ACCEPT = 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

/** What a request says of itself: who asks, and for what. */
interface Manner {
  /** takes nothing packed: for servers that pack badly */
  plain: boolean;
  authorization: string | null;
}

/** Interim answers (100, 103) to one request. A server may send some; it may not go on for ever. */
const MOST_INTERIM = 10;

/**
 * The only place that asks the network for feeds. Whatever a server can do wrong comes back as an outcome; what throws is a bug,
 * or the request's own signal. `totalTimeoutMs` bounds all hops and bodies of one fetch together; waiting for one's turn is not counted.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const dispatcher = createDispatcher(options);
  const now = options.now ?? (() => new Date());
  const turnFor = createOriginQueue();
  const running = createRunning();

  async function fetchWithin<R>(wanted: FetchRequest, own: Running, led: (to: string) => R | null): Promise<FetchResult | R> {
    const trail = createTrail(withoutCredentials(wanted.url));
    try {
      return await follow(wanted, own, trail, led);
    } catch (error) {
      // the time may be up between two hops as well
      if (error instanceof Deadline) return timedOut(trail);
      throw error;
    }
  }

  /** @param led what to answer where a redirect leads; null: go on there */
  async function follow<R>(wanted: FetchRequest, { signal, within }: Running, trail: Trail, led: (to: string) => R | null): Promise<FetchResult | R> {
    let [url, budgetMs, plain] = [withoutCredentials(wanted.url), options.totalTimeoutMs, false];
    for (;;) {
      if (!isHttp(url)) return trail.failure('bad-url', `no http or https address: ${url}`);
      const { origin } = new URL(url);
      // a password goes to the server that the feed's address names, and to no other
      const authorization = origin === new URL(wanted.url).origin ? authorizationOf(wanted.url) : null;
      const release = await turnFor(origin, signal);
      const startedAt = performance.now();
      const hop = await within(budgetMs, () => ask(url, wanted, { plain, authorization }, signal, trail)).finally(release);
      const end = typeof hop === 'string' ? led(hop) : null;
      if (end !== null) return end;
      if (typeof hop === 'string') url = withoutCredentials(hop);
      else if (plain || !isBadlyPacked(hop)) return movedWithCredentials(hop, wanted.url);
      else plain = true;
      budgetMs -= performance.now() - startedAt;
    }
  }

  /** One request: what it came to, or the address it redirects to. */
  async function ask(url: string, wanted: FetchRequest, manner: Manner, signal: AbortSignal, trail: Trail): Promise<FetchResult | string> {
    try {
      const response = await request(url, { dispatcher, headers: headersFor(wanted, manner, options.userAgent), signal, onInfo: atMostInterim() });
      const conditional = wanted.etag !== null || wanted.lastModified !== null;
      return await understand({ url, conditional, maxBytes: Math.min(wanted.maxBytes ?? Infinity, options.maxBytes), now: now() }, response, trail);
    } catch (error) {
      if (signal.reason instanceof Deadline) return timedOut(trail);
      if (signal.aborted) throw signal.reason;
      const failure = networkFailure(error);
      if (!failure) throw error;
      return trail.failure(failure.outcome, failure.detail);
    }
  }

  const timedOut = (trail: Trail) => trail.failure('timeout', `no whole answer within ${options.totalTimeoutMs} ms`);

  return {
    fetch: (wanted) => running.run(wanted.signal, (own) => fetchWithin<never>(wanted, own, () => null)),
    fetchOnce: (wanted) => running.run(wanted.signal, (own) => fetchWithin(wanted, own, redirected)),
    close: async () => {
      running.abortAll(new DOMException('the fetcher was closed', 'AbortError'));
      await dispatcher.destroy();
    },
  };
}

const isHttp = (url: string) => URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);

/** An answer whose packing is damaged, or unknown: the same is asked for once more, unpacked. */
const isBadlyPacked = (result: FetchResult) => result.outcome === 'unreadable';

function movedWithCredentials(result: FetchResult, wanted: string): FetchResult {
  return result.movedTo === null ? result : { ...result, movedTo: keepCredentials(result.movedTo, wanted) };
}

function atMostInterim(): () => void {
  let seen = 0;
  return () => {
    if ((seen += 1) > MOST_INTERIM) throw new EndlessAnswerError(`more than ${MOST_INTERIM} interim answers and no final one`);
  };
}

const redirected = (to: string): Redirected => ({ outcome: 'redirected', to: withoutCredentials(to) });

function headersFor({ etag, lastModified, accept }: FetchRequest, { plain, authorization }: Manner, userAgent: string): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: accept ?? ACCEPT,
    'accept-encoding': plain ? 'identity' : 'gzip, br, deflate',
    ...(authorization === null ? {} : { authorization }),
    ...(etag === null ? {} : { 'if-none-match': ifNoneMatch(etag) }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
}
