import { describe, expect, test } from 'vitest';
import { bucketEdges, bucketOf, isTimeZone, MAX_BUCKETS } from '../../../lib/buckets';
import type { BucketWidth } from '../../../lib/trends';

const edges = (from: string, to: string, width: BucketWidth, tz: string) =>
  bucketEdges(new Date(from), new Date(to), width, tz)?.map((at) => at.toISOString().slice(0, 16));

describe('the edges of buckets', () => {
  test.each([
    ['minutes', '2026-11-24T10:00:30Z', '2026-11-24T10:02:00Z', 'minute', 'Asia/Amman', ['2026-11-24T10:00', '2026-11-24T10:01', '2026-11-24T10:02']],
    ['hours of UTC', '2026-11-24T10:20:00Z', '2026-11-24T12:00:00Z', 'hour', 'UTC', ['2026-11-24T10:00', '2026-11-24T11:00', '2026-11-24T12:00']],
    ['hours at +3:30', '2026-11-24T10:20:00Z', '2026-11-24T11:30:00Z', 'hour', 'Asia/Tehran', ['2026-11-24T09:30', '2026-11-24T10:30', '2026-11-24T11:30']],
    ['hours at +5:45', '2026-11-24T10:20:00Z', '2026-11-24T11:15:00Z', 'hour', 'Asia/Kathmandu', ['2026-11-24T10:15', '2026-11-24T11:15']],
    ['days of Damascus', '2026-11-23T22:00:00Z', '2026-11-24T22:00:00Z', 'day', 'Asia/Damascus', ['2026-11-23T21:00', '2026-11-24T21:00', '2026-11-25T21:00']],
    ['a day that begins at one o’clock, since the clocks jumped at midnight', '2017-03-30T12:00:00Z', '2017-04-01T12:00:00Z', 'day', 'Asia/Damascus',
      ['2017-03-29T22:00', '2017-03-30T22:00', '2017-03-31T21:00', '2017-04-01T21:00']],
    ['a day of 25 hours whose last hour comes twice', '2017-10-26T12:00:00Z', '2017-10-27T12:00:00Z', 'day', 'Asia/Damascus', ['2017-10-25T21:00', '2017-10-26T22:00', '2017-10-27T22:00']],
    ['a day of 23 hours', '2026-03-29T06:00:00Z', '2026-03-29T21:00:00Z', 'day', 'Europe/Berlin', ['2026-03-28T23:00', '2026-03-29T22:00']],
    ['weeks from Monday', '2026-11-22T12:00:00Z', '2026-11-23T12:00:00Z', 'week', 'UTC', ['2026-11-16T00:00', '2026-11-23T00:00', '2026-11-30T00:00']],
    ['weeks of a zone', '2026-11-22T22:30:00Z', '2026-11-22T23:00:00Z', 'week', 'Asia/Baghdad', ['2026-11-22T21:00', '2026-11-29T21:00']],
    ['hours over a jump of half an hour', '2026-04-04T14:00:00Z', '2026-04-04T16:30:00Z', 'hour', 'Australia/Lord_Howe', ['2026-04-04T14:00', '2026-04-04T15:30', '2026-04-04T16:30']],
    ['nothing asked: no bucket', '2026-11-24T10:00:00Z', '2026-11-24T10:00:00Z', 'hour', 'UTC', ['2026-11-24T10:00']],
  ] as const)('%s', (_name, from, to, width, tz, expected) => expect(edges(from, to, width, tz)).toEqual(expected));

  test('too many are refused', () => {
    expect(bucketEdges(new Date(0), new Date((MAX_BUCKETS + 1) * 60_000), 'minute', 'UTC')).toBeNull();
    expect(bucketEdges(new Date(0), new Date(MAX_BUCKETS * 60_000), 'minute', 'UTC')).toHaveLength(MAX_BUCKETS + 1);
  });

  test.each(['UTC', 'Asia/Damascus', 'Asia/Beirut', 'Africa/Cairo', 'Africa/Casablanca', 'Asia/Kathmandu', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia'])(
    'a year of %s has no hole and no overlap', (tz) => {
      for (const width of ['day', 'week'] as const) {
        const all = bucketEdges(new Date('2011-06-01T00:00:00Z'), new Date('2012-06-01T00:00:00Z'), width, tz) ?? [];
        all.slice(1).forEach((edge, n) => {
          const before = all[n] as Date;
          expect(edge.getTime()).toBeGreaterThan(before.getTime());
          expect(bucketOf(before, width, tz)).toEqual(before);
          expect(bucketOf(new Date(edge.getTime() - 1), width, tz)).toEqual(before);
        });
      }
    });

  test.each([['Asia/Damascus', true], ['UTC', true], ['دمشق', false], ['Mars/Base', false], ['', false]])('%j is a zone: %s', (tz, known) => expect(isTimeZone(tz)).toBe(known));
});
