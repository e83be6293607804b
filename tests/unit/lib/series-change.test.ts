import { describe, expect, test } from 'vitest';
import { applySeriesChange, seriesChange, seriesKey } from '../../../lib/series-change';
import type { BucketState, Series, SeriesAnswer, SeriesBucket, SeriesQuery } from '../../../lib/trends';
import { seeded } from '../../support/random';

const HOUR = 3_600_000;
const BEGIN = Date.parse('2026-11-24T00:00:00Z');
const NAMES = ['topic:conflict', 'topic:sport', 'topic:رياضة', 'topic:economy'];
const random = seeded(5);
const one = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;

function bucket(hour: number): SeriesBucket {
  const state = one<BucketState>(['complete', 'running', 'gap', 'expired']);
  const start = new Date(BEGIN + hour * HOUR).toISOString();
  if (state === 'expired') return { start, count: null, share: null, publishers: null, state, late: null, projected: null };
  return { start, count: one([0, 1, 2]), share: one([null, 0.5]), publishers: one([0, 1]), state, late: one([0, 1]), projected: one([null, 2.5]) };
}

/** An answer over the same grid as the others, beginning and ending somewhere. */
function answer(): SeriesAnswer {
  const first = one([0, 1, 2]);
  const last = first + one([2, 3, 5]);
  const hours = Array.from({ length: last - first }, (_, n) => first + n);
  const series: Series[] = NAMES.filter(() => random() < 0.6).sort(() => random() - 0.5).map((key) => ({ key, label: { en: key, ar: one([null, 'نزاعات']) }, buckets: hours.map(bucket) }));
  return { from: new Date(BEGIN + first * HOUR).toISOString(), to: new Date(BEGIN + last * HOUR).toISOString(), bucket: 'hour', tz: 'Asia/Damascus', series };
}

describe('what changed in a series', () => {
  test('put into the answer before it is the answer after, also when it comes twice', () => {
    for (let round = 0; round < 500; round += 1) {
      const [before, after] = [answer(), answer()];
      const change = seriesChange(before, after);
      if (!change) throw new Error('two answers drawn by chance are no different');
      expect(applySeriesChange(before, change)).toEqual(after);
      expect(applySeriesChange(applySeriesChange(before, change), change)).toEqual(after);
    }
  });
  test('is nothing where both say the same', () => {
    const before = answer();
    expect(seriesChange(before, structuredClone(before))).toBeNull();
  });
  test('holds only the buckets that have new values', () => {
    const before: SeriesAnswer = { ...answer(), series: [{ key: 'all', label: { en: 'all', ar: null }, buckets: [0, 1, 2].map((hour) => ({ ...bucket(hour), count: 1 })) }] };
    const after = structuredClone(before);
    (after.series[0]?.buckets[1] as SeriesBucket).count = 7;
    expect(seriesChange(before, after)?.series).toMatchObject([{ key: 'all', buckets: [{ count: 7 }] }]);
  });
});

describe('the name of a question', () => {
  const query: SeriesQuery = { filter: { region: ['SY', 'LB'], topic: [], q: ' هدنة', window: '24h' }, bucket: 'day', tz: 'UTC', by: 'topic', keys: ['a', 'b'] };
  test('is the same in whatever order the filter came', () =>
    expect(seriesKey({ ...query, filter: { ...query.filter, region: ['LB', 'SY'], q: 'هدنة', publisher: [], window: '7d' } })).toBe(seriesKey(query)));
  test.each<[string, Partial<SeriesQuery>]>([['keys in another order', { keys: ['b', 'a'] }], ['another zone', { tz: 'Asia/Damascus' }], ['another filter', { filter: { ...query.filter, q: 'حرب' } }]])(
    'is another for %s', (_name, part) => expect(seriesKey({ ...query, ...part })).not.toBe(seriesKey(query)));
});
