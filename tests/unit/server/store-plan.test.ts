import { describe, expect, test } from 'vitest';
import { boundedKey, countDeltas, dedupe, entryKeyOf, regionKeysOf, sortAtOf, type Countable } from '../../../server/db/store-plan';
import { ASTANA, IDLIB, SYRIA, tagged, tags } from '../../support/articles';

const countable = (part: Partial<Countable> = {}): Countable => ({
  sortAt: new Date('2017-09-14T10:20:00Z'), publisherId: 1, lang: 'ar', placeIds: ['idlib'], regionKeys: ['SY', 'idlib'], topicKeys: ['conflict'], ...part,
});
const short = (deltas: ReturnType<typeof countDeltas>) => deltas.map(({ dimension, key, delta }) => `${dimension}:${key} ${delta}`);

describe('what is counted', () => {
  test('each dimension once an article, in the quarter hour of its publication', () => {
    const deltas = countDeltas([countable()], []);
    expect(short(deltas)).toEqual(['all: 1', 'lang:ar 1', 'place:idlib 1', 'publisher:1 1', 'region:SY 1', 'region:idlib 1', 'topic:conflict 1']);
    expect(new Set(deltas.map(({ bucket }) => bucket))).toEqual(new Set(['2017-09-14T10:15:00.000Z']));
  });

  test('articles of one counter add up', () => expect(short(countDeltas([countable(), countable()], []))).toContain('all: 2'));

  test('an edit that changes no tag touches no counter', () => expect(countDeltas([countable()], [countable()])).toEqual([]));

  test('an edit that changes a tag touches just its counters', () => {
    expect(short(countDeltas([countable({ topicKeys: ['sport'] })], [countable()]))).toEqual(['topic:conflict -1', 'topic:sport 1']);
  });

  test('a language that is not known is no counter', () => {
    expect(short(countDeltas([countable({ lang: null })], [])).filter((name) => name.startsWith('lang'))).toEqual([]);
  });

  test('two transactions take the same rows in the same order', () => {
    const [one, two] = [countable({ placeIds: ['حلب', 'idlib'] }), countable({ placeIds: ['idlib', 'حلب'] })];
    expect(countDeltas([one], [])).toEqual(countDeltas([two], []));
  });
});

describe('keys', () => {
  test('a region key is every place and all it lies within, once', () => {
    expect(regionKeysOf(tags([[IDLIB, 'about'], [SYRIA, 'about'], [ASTANA, 'venue']], [], ''))).toEqual(
      ['KZ', 'SY', 'astana', 'central-asia', 'idlib', 'levant', 'middle-east']);
  });

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
