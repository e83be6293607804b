import { describe, expect, it } from 'vitest';
import type { NextPollReason } from '../../../lib/feed';
import { MAX_SECONDS, nextPoll, type PollSummary } from '../../../server/ingest/interval';

const summary = (change: Partial<PollSummary>): PollSummary => ({
  outcome: 'ok', newArticles: 0, entries: 30, first: false, failures: 0, intervalSeconds: 600, minSeconds: 60, retryAfterSeconds: null, pushed: false, jitter: 0, ...change,
});

describe('nextPoll', () => {
  it.each<[string, Partial<PollSummary>, number, number, NextPollReason]>([
    ['the first answer', { first: true, newArticles: 30 }, 60, 60, { code: 'first-answer' }],
    ['something new', { newArticles: 2 }, 300, 300, { code: 'some-new', n: 2 }],
    ['something new, never under the least', { newArticles: 2, intervalSeconds: 90 }, 60, 60, { code: 'some-new', n: 2 }],
    ['all of it new: some may have been missed', { newArticles: 30, entries: 30 }, 60, 60, { code: 'all-new', n: 30 }],
    ['nothing new', {}, 630, 630, { code: 'nothing-new' }],
    ['not modified', { outcome: 'not-modified' }, 630, 630, { code: 'nothing-new' }],
    ['the same bytes', { outcome: 'unchanged' }, 630, 630, { code: 'nothing-new' }],
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
    ['gone', { outcome: 'gone' }, 600, MAX_SECONDS, { code: 'gone' }],
    ['its hub delivers: asked only whether anything is missing', { newArticles: 2, pushed: true }, 300, 3600, { code: 'pushed' }],
    ['its hub delivers, and it publishes less than that', { pushed: true, intervalSeconds: 7200 }, 7560, 7560, { code: 'nothing-new' }],
    ['its hub delivers, but it fails', { outcome: 'timeout', pushed: true }, 600, 1200, { code: 'failing', n: 1 }],
    ['jitter lengthens the wait, not the rhythm', { newArticles: 2, jitter: 1 }, 300, 330, { code: 'some-new', n: 2 }],
  ])('%s', (_, change, intervalSeconds, waitSeconds, reason) => {
    const next = nextPoll(summary(change));
    expect(next).toMatchObject({ intervalSeconds, reason });
    expect(next.waitSeconds).toBeCloseTo(waitSeconds);
  });
});
