import { describe, expect, test } from 'vitest';
import { boundedKey, dedupe, entryKeyOf, isLate, sortAtOf } from '../../../server/db/store-plan';
import { tagged } from '../../support/articles';

describe('backfill', () => {
  const seen = new Date('2017-09-14T12:00:00Z');
  const before = (hours: number) => new Date(seen.getTime() - hours * 3_600_000);
  test.each<[string, Date, { first: boolean; lastSuccessAt: Date | null }, boolean]>([
    ['news of this hour is none', before(0.9), { first: false, lastSuccessAt: before(9) }, false],
    ['what comes an hour after its publication is', before(1.1), { first: false, lastSuccessAt: before(0.1) }, true],
    ['what is dated a little ahead is none', before(-0.2), { first: false, lastSuccessAt: before(0.1) }, false],
    ['what a feed brings first is', before(0.1), { first: true, lastSuccessAt: null }, true],
    ['undated, of a feed that is read', seen, { first: false, lastSuccessAt: before(1) }, false],
    ['undated, of a feed that nobody read for hours', seen, { first: false, lastSuccessAt: before(4) }, true],
  ])('%s', (_name, sortAt, feed, expected) => expect(isLate(sortAt, seen, feed)).toBe(expected));
});

describe('keys', () => {
  test.each<[string, string | null, string]>([['the guid, where there is one', 'رقم-1', 'رقم-1'], ['else the identity', null, 'https://news.example/1']])(
    'a feed knows an entry by %s', (_name, guid, expected) => expect(entryKeyOf({ guid, identity: 'https://news.example/1' })).toBe(expected));

  test('two long keys that differ at their end stay two, and fit an index', () => {
    const [a, b] = [boundedKey('ا'.repeat(5000) + 'أ'), boundedKey('ا'.repeat(5000) + 'ب')];
    expect(a).not.toBe(b);
    expect(a.length).toBeLessThanOrEqual(500);
  });

  test('of two entries with one identity the first is kept and the other still seen', () => {
    const kept = dedupe([tagged({ guid: '1', identity: 'x' }), tagged({ guid: '2', identity: 'x' }), tagged({ guid: '3', identity: 'a' })]);
    expect(kept.map(({ entry }) => entry.guid)).toEqual(['3', '1']);
  });
});

describe('where an article stands', () => {
  const seen = new Date('2017-09-13T18:20:00Z');
  test.each([
    ['where it was published', '2017-09-13T07:30:00.000Z', null, '2017-09-13T07:30:00.000Z'],
    ['where it was first seen, if that isn’t known', null, 'unreadable', '2017-09-13T18:20:00.000Z'],
    ['where it was first seen, if only that day is', '2017-09-12T21:00:00.000Z', 'day-only', '2017-09-13T18:20:00.000Z'],
    ['at the beginning of its day, if it was first seen on a later one', '2017-09-11T21:00:00.000Z', 'day-only', '2017-09-11T21:00:00.000Z'],
    ['there too, where the day has not begun here', '2017-09-13T18:30:00.000Z', 'day-only', '2017-09-13T18:30:00.000Z'],
    ['at a midnight that was meant', '2017-09-12T21:00:00.000Z', 'no-zone', '2017-09-12T21:00:00.000Z'],
  ] as const)('%s', (_, publishedAt, dateFlag, at) => {
    expect(sortAtOf({ publishedAt, dateFlag }, seen).toISOString()).toBe(at);
  });
});
