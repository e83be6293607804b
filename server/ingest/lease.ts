import type { ClaimedFeed } from '../../lib/feed';
import type { Log } from './log';

export interface LeaseDeps {
  /** puts off the end of the feed's lease; what it throws is logged and costs nothing else */
  renew(feed: ClaimedFeed): Promise<void>;
  /** several times in a lease: one renewal may fail */
  everyMs: number;
  log: Log;
}

/**
 * Keeps a feed's lease alive while `work` goes on, however long it waits for its turn behind others.
 * @throws what `work` threw
 */
export function createLeaseKeeper({ renew, everyMs, log }: LeaseDeps): <T>(feed: ClaimedFeed, work: () => Promise<T>) => Promise<T> {
  return async (feed, work) => {
    const timer = setInterval(() => {
      renew(feed).catch((error: unknown) => log.warn({ err: error, feed: feed.id }, 'the lease of a feed could not be renewed'));
    }, everyMs);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  };
}
