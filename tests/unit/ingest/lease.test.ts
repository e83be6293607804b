import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClaimedFeed } from '../../../lib/feed';
import { createLeaseKeeper } from '../../../server/ingest/lease';
import { deferred } from '../../support/deferred';

const FEED = { id: 7, url: 'https://news.example/feed' } as ClaimedFeed;
const EVERY_MS = 30_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function keeper(renew: (feed: ClaimedFeed) => Promise<void> = () => Promise.resolve()) {
  const warned: object[] = [];
  const log = { debug: () => undefined, warn: (fields: object) => void warned.push(fields), error: () => undefined };
  const spy = vi.fn(renew);
  return { hold: createLeaseKeeper({ renew: spy, everyMs: EVERY_MS, log }), spy, warned };
}

describe('the lease of a feed in hand', () => {
  it('is renewed for as long as the work goes on, and no longer', async () => {
    const { hold, spy } = keeper();
    const work = deferred<string>();
    const held = hold(FEED, () => work.promise);
    await vi.advanceTimersByTimeAsync(10 * EVERY_MS);
    expect(spy).toHaveBeenCalledTimes(10);
    expect(spy).toHaveBeenLastCalledWith(FEED);
    work.resolve('خبر');
    expect(await held).toBe('خبر');
    await vi.advanceTimersByTimeAsync(10 * EVERY_MS);
    expect(spy).toHaveBeenCalledTimes(10);
  });

  it('ends with work that fails', async () => {
    const { hold, spy } = keeper();
    await expect(hold(FEED, () => Promise.reject(new Error('خلل')))).rejects.toThrow('خلل');
    await vi.advanceTimersByTimeAsync(EVERY_MS);
    expect(spy).not.toHaveBeenCalled();
  });

  it('that can’t be renewed costs the work nothing, is logged, and tried again', async () => {
    const { hold, spy, warned } = keeper(() => Promise.reject(new Error('قاعدة البيانات')));
    const work = deferred();
    const held = hold(FEED, () => work.promise);
    await vi.advanceTimersByTimeAsync(2 * EVERY_MS);
    work.resolve();
    await held;
    expect(spy).toHaveBeenCalledTimes(2);
    expect(warned).toHaveLength(2);
  });
});
