import { describe, expect, test } from 'vitest';
import { leaseFrom, retryAt } from '../../../server/ingest/websub/subscription';

const NOW = new Date('2017-09-15T12:00:00Z');
const DAY = 86_400;
const seconds = (date: Date) => (date.getTime() - NOW.getTime()) / 1000;

describe('a lease', () => {
  test.each<[string, number | null, number, number, number]>([
    ['of ten days is renewed at 80 %', 10 * DAY, 0, 10 * DAY, 8 * DAY],
    ['or up to 90 %', 10 * DAY, 1, 10 * DAY, 9 * DAY],
    ['that isn’t named lasts a day', null, 0, DAY, 0.8 * DAY],
    ['of a second doesn’t have its hub asked every second', 1, 0, 1, 60],
    ['without end ends', 999_999_999, 0, 90 * DAY, 72 * DAY],
  ])('%s', (_name, lease, jitter, until, renewal) => {
    const { leaseUntil, renewAt } = leaseFrom(NOW, lease, jitter);
    expect([seconds(leaseUntil), seconds(renewAt)]).toEqual([until, renewal]);
  });
});

test.each([[0, 600], [1, 1200], [5, 19_200], [8, DAY], [5000, DAY]])('after %i failures a hub is asked again in %i s', (failures, wait) => {
  expect(seconds(retryAt(NOW, failures))).toBe(wait);
});
