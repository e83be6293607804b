import { describe, expect, it } from 'vitest';
import { DAYS, KINDS, simulatePolls } from '../../support/poll-simulation';

/** Requests a day at most, seconds of delay at most. */
const BOUNDS: Record<string, [requests: number, delay: number | null]> = {
  'an agency: every 3 minutes': [1440, 60],
  'every 10 minutes': [900, 120],
  'every 10 minutes, a ttl of an hour': [500, 180],
  'a newspaper: hourly, not by night': [160, 900],
  'a hundred a day, ten listed': [700, 180],
  'in bursts: ten within ten minutes, four times a day': [300, 600],
  'daily': [12, 4 * 3600],
  'silent': [5, null],
  'dead: its server does not answer': [4, null],
};

describe('ten days of polls', () => {
  it.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', (name, feed) => {
    const { requestsPerDay, meanDelaySeconds, missed, longestWaitSeconds } = simulatePolls(feed, DAYS);
    const [requests, delay] = BOUNDS[name] ?? [0, 0];
    expect(missed).toBe(0);
    expect(requestsPerDay).toBeLessThanOrEqual(requests);
    if (delay === null) expect(meanDelaySeconds).toBeNull();
    else expect(meanDelaySeconds).toBeLessThanOrEqual(delay);
    expect(longestWaitSeconds).toBeLessThanOrEqual((feed.answers ?? true ? 6 : 24) * 3600 * 1.1);
  });
});
