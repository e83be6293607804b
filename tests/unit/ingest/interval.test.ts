import { describe, expect, it } from 'vitest';
import type { NextPollReason } from '../../../lib/feed';
import { MAX_SECONDS, nextPoll, type PollSummary } from '../../../server/ingest/interval';

const summary = (change: Partial<PollSummary>): PollSummary => ({
  outcome: 'ok', newArticles: 0, entries: 30, first: false, failures: 0, intervalSeconds: 600, itemsPerDay: null, minSeconds: 60, freshSeconds: null, ttlSeconds: null, silentDays: 0, retryAfterSeconds: null, pushed: false, jitter: 0, ...change,
});

describe('nextPoll', () => {
  it.each<[string, Partial<PollSummary>, number, number, NextPollReason]>([
    ['the first answer', { first: true, newArticles: 30 }, 60, 60, { code: 'first-answer' }],
    ['something new', { newArticles: 2 }, 300, 300, { code: 'some-new', n: 2 }],
    ['something new, never under the least', { newArticles: 2, intervalSeconds: 90 }, 60, 60, { code: 'some-new', n: 2 }],
    ['all of it new: some may have been missed', { newArticles: 30, entries: 30 }, 60, 60, { code: 'all-new', n: 30 }],
    ['nothing new', {}, 900, 900, { code: 'nothing-new' }],
    ['not modified', { outcome: 'not-modified' }, 900, 900, { code: 'nothing-new' }],
    ['the same bytes', { outcome: 'unchanged' }, 900, 900, { code: 'nothing-new' }],
    ['nothing new for long', { intervalSeconds: MAX_SECONDS }, MAX_SECONDS, MAX_SECONDS, { code: 'nothing-new' }],
    ['a second stays one most times', { intervalSeconds: 1, minSeconds: 1, jitter: 0.5 }, 1, 1.05, { code: 'nothing-new' }],
    ['and grows once in twenty', { intervalSeconds: 1, minSeconds: 1, jitter: 0.96 }, 2, 2.192, { code: 'nothing-new' }],
    ['a failure', { outcome: 'timeout' }, 600, 1200, { code: 'failing', n: 1 }],
    ['the third failure', { outcome: 'dns-error', failures: 2 }, 600, 4800, { code: 'failing', n: 3 }],
    ['failures without end', { outcome: 'http-error', failures: 5000 }, 600, MAX_SECONDS, { code: 'failing', n: 5001 }],
    ['a failure before the first answer', { outcome: 'dns-error', first: true }, 60, 120, { code: 'failing', n: 1 }],
    ['asked to wait', { outcome: 'rate-limited', retryAfterSeconds: 7200 }, 600, 7200, { code: 'retry-after', n: 7200 }],
    ['asked to wait less than we do', { outcome: 'rate-limited', retryAfterSeconds: 5 }, 600, 1200, { code: 'failing', n: 1 }],
    ['asked to wait for ever', { outcome: 'http-error', retryAfterSeconds: 10 ** 9 }, 600, 86_400, { code: 'retry-after', n: 86_400 }],
    ['nothing new: up to a quarter of the gap between entries', { itemsPerDay: 48 }, 450, 450, { code: 'rhythm', n: 48 }],
    ['a rhythm that is not reached yet', { itemsPerDay: 4 }, 900, 900, { code: 'nothing-new' }],
    ['a feed that publishes less than once a day', { itemsPerDay: 0.14, intervalSeconds: 20_000 }, MAX_SECONDS, MAX_SECONDS, { code: 'rhythm', n: 0.1 }],
    ['a feed that publishes nothing any more', { itemsPerDay: 0, intervalSeconds: 20_000 }, MAX_SECONDS, MAX_SECONDS, { code: 'rhythm', n: 0 }],
    ['something new, from a wait that is too long for its rhythm', { newArticles: 1, itemsPerDay: 96 }, 225, 225, { code: 'some-new', n: 1 }],
    ['ten entries, a hundred a day: asked long before they are gone', { entries: 10, itemsPerDay: 100, intervalSeconds: MAX_SECONDS }, 216, 216, { code: 'rhythm', n: 100 }],
    ['a cache header lengthens the wait', { newArticles: 2, freshSeconds: 450 }, 300, 450, { code: 'cache', n: 450 }],
    ['to twice itself at most', { newArticles: 2, freshSeconds: 86_400 }, 300, 600, { code: 'cache', n: 86_400 }],
    ['a shorter one changes nothing', { newArticles: 2, freshSeconds: 30 }, 300, 300, { code: 'some-new', n: 2 }],
    ['a ttl does the same', { newArticles: 2, ttlSeconds: 3600 }, 300, 600, { code: 'ttl', n: 3600 }],
    ['the longer of both counts', { newArticles: 2, ttlSeconds: 400, freshSeconds: 500 }, 300, 500, { code: 'cache', n: 500 }],
    ['but never past six hours', { intervalSeconds: MAX_SECONDS, ttlSeconds: 10 ** 6 }, MAX_SECONDS, MAX_SECONDS, { code: 'nothing-new' }],
    ['a slow feed\'s first failure is tried again soon', { outcome: 'timeout', intervalSeconds: MAX_SECONDS }, MAX_SECONDS, 1800, { code: 'failing', n: 1 }],
    ['a week without an answer', { outcome: 'dns-error', failures: 40, silentDays: 7.5 }, 600, 86_400, { code: 'dead', n: 7 }],
    ['a week in which nobody asked', { outcome: 'dns-error', failures: 0, silentDays: 30 }, 600, 1200, { code: 'failing', n: 1 }],
    ['gone', { outcome: 'gone' }, 600, MAX_SECONDS, { code: 'gone' }],
    ['its hub delivers: asked only whether anything is missing', { newArticles: 2, pushed: true }, 300, 3600, { code: 'pushed' }],
    ['its hub delivers, and it publishes less than that', { pushed: true, intervalSeconds: 7200 }, 10_800, 10_800, { code: 'nothing-new' }],
    ['its hub delivers, but it fails', { outcome: 'timeout', pushed: true }, 600, 1200, { code: 'failing', n: 1 }],
    ['jitter lengthens the wait, not the rhythm', { newArticles: 2, jitter: 1 }, 300, 330, { code: 'some-new', n: 2 }],
  ])('%s', (_, change, intervalSeconds, waitSeconds, reason) => {
    const next = nextPoll(summary(change));
    expect(next).toMatchObject({ intervalSeconds, reason });
    expect(next.waitSeconds).toBeCloseTo(waitSeconds);
  });
});
