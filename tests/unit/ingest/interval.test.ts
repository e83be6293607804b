import { describe, expect, it } from 'vitest';
import { MAX_SECONDS, nextPoll, type PollSummary } from '../../../server/ingest/interval';

const summary = (change: Partial<PollSummary>): PollSummary => ({
  outcome: 'ok', newArticles: 0, entries: 30, first: false, failures: 0, intervalSeconds: 600, minSeconds: 60, retryAfterSeconds: null, jitter: 0, ...change,
});

describe('nextPoll', () => {
  it.each<[string, Partial<PollSummary>, number, number, string]>([
    ['the first answer', { first: true, newArticles: 30 }, 60, 60, 'first answer'],
    ['something new', { newArticles: 2 }, 300, 300, '2 new'],
    ['something new, never under the least', { newArticles: 2, intervalSeconds: 90 }, 60, 60, '2 new'],
    ['all of it new: some may have been missed', { newArticles: 30, entries: 30 }, 60, 60, 'may have been missed'],
    ['nothing new', {}, 630, 630, 'nothing new'],
    ['not modified', { outcome: 'not-modified' }, 630, 630, 'nothing new'],
    ['the same bytes', { outcome: 'unchanged' }, 630, 630, 'nothing new'],
    ['nothing new for long', { intervalSeconds: MAX_SECONDS }, MAX_SECONDS, MAX_SECONDS, 'nothing new'],
    ['a second stays one most times', { intervalSeconds: 1, minSeconds: 1, jitter: 0.5 }, 1, 1.05, 'nothing new'],
    ['and grows once in twenty', { intervalSeconds: 1, minSeconds: 1, jitter: 0.96 }, 2, 2.192, 'nothing new'],
    ['a failure', { outcome: 'timeout' }, 600, 1200, 'failed 1 time in a row'],
    ['the third failure', { outcome: 'dns-error', failures: 2 }, 600, 4800, 'failed 3 times in a row'],
    ['failures without end', { outcome: 'http-error', failures: 5000 }, 600, MAX_SECONDS, 'failed 5001 times in a row'],
    ['a failure before the first answer', { outcome: 'dns-error', first: true }, 60, 120, 'failed 1 time in a row'],
    ['asked to wait', { outcome: 'rate-limited', retryAfterSeconds: 7200 }, 600, 7200, 'asked to wait 7200 s'],
    ['asked to wait less than we do', { outcome: 'rate-limited', retryAfterSeconds: 5 }, 600, 1200, 'failed 1 time'],
    ['asked to wait for ever', { outcome: 'http-error', retryAfterSeconds: 10 ** 9 }, 600, 86_400, 'asked to wait 86400 s'],
    ['gone', { outcome: 'gone' }, 600, MAX_SECONDS, '410'],
    ['jitter lengthens the wait, not the rhythm', { newArticles: 2, jitter: 1 }, 300, 330, '2 new'],
  ])('%s', (_, change, intervalSeconds, waitSeconds, reason) => {
    const next = nextPoll(summary(change));
    expect(next).toMatchObject({ intervalSeconds, reason: expect.stringContaining(reason) as string });
    expect(next.waitSeconds).toBeCloseTo(waitSeconds);
  });
});
