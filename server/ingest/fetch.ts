import { request } from 'undici';
import { createDispatcher, type DispatcherOptions } from './fetch/dispatcher';
import { networkFailure } from './fetch/failures';
import { createOriginQueue } from './fetch/origin-queue';
import { understand } from './fetch/response';
import type { FetchRequest, FetchResult } from './fetch/result';
import { createRunning, Deadline, type Running } from './fetch/running';
import { createTrail, type Trail } from './fetch/trail';

export type { FetchFailure, FetchRequest, FetchResult, FetchedBody, NotModified } from './fetch/result';

export interface Fetcher {
  fetch(request: FetchRequest): Promise<FetchResult>;
  /** ends all that runs and closes the connections */
  close(): Promise<void>;
}

export interface FetcherOptions extends DispatcherOptions {
  userAgent: string;
}

const ACCEPT = 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

/**
 * The only place that asks the network for feeds. Whatever a server can do wrong comes back as an outcome; what throws is a bug,
 * or the request's own signal. `totalTimeoutMs` bounds all hops and bodies of one fetch together; waiting for one's turn is not counted.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const dispatcher = createDispatcher(options);
  const turnFor = createOriginQueue();
  const running = createRunning();

  async function fetchWithin(wanted: FetchRequest, own: Running): Promise<FetchResult> {
    const trail = createTrail(wanted.url);
    try {
      return await follow(wanted, own, trail);
    } catch (error) {
      // the time may be up between two hops as well
      if (error instanceof Deadline) return timedOut(trail);
      throw error;
    }
  }

  async function follow(wanted: FetchRequest, { signal, within }: Running, trail: Trail): Promise<FetchResult> {
    let [url, budgetMs] = [wanted.url, options.totalTimeoutMs];
    for (;;) {
      if (!isHttp(url)) return trail.failure('bad-url', `no http or https address: ${url}`);
      const release = await turnFor(new URL(url).origin, signal);
      const startedAt = performance.now();
      const hop = await within(budgetMs, () => ask(url, wanted, signal, trail)).finally(release);
      if (typeof hop !== 'string') return hop;
      url = hop;
      budgetMs -= performance.now() - startedAt;
    }
  }

  /** One request: what it came to, or the address it redirects to. */
  async function ask(url: string, wanted: FetchRequest, signal: AbortSignal, trail: Trail): Promise<FetchResult | string> {
    try {
      const response = await request(url, { dispatcher, headers: headersFor(wanted, options.userAgent), signal });
      return await understand(url, response, trail, options.maxBytes);
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
    fetch: (wanted) => running.run(wanted.signal, (own) => fetchWithin(wanted, own)),
    close: async () => {
      running.abortAll(new DOMException('the fetcher was closed', 'AbortError'));
      await dispatcher.destroy();
    },
  };
}

const isHttp = (url: string) => URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);

function headersFor({ etag, lastModified }: FetchRequest, userAgent: string): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: ACCEPT,
    'accept-encoding': 'gzip, br, deflate',
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
}
