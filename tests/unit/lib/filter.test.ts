import { describe, expect, test } from 'vitest';
import { byNewest } from '../../../lib/article';
import { toSearchParams } from '../../../lib/filter-address';
import { parseFilterQuery } from '../../../lib/filter-query';
import { toFilter } from '../../../lib/filter-terms';
import { matches } from '../../../lib/filter';
import { bucketStart } from '../../../lib/window';
import { termsOf } from '../../../lib/text/terms';

const article = { regionKeys: ['SY', 'levant'], topicKeys: ['conflict'], terms: termsOf('افتتحت جولة جديدة من المفاوضات في سوريا') };
const filter = (part: Partial<{ region: string[]; topic: string[]; q: string }>) => toFilter({ region: [], topic: [], q: '', window: '24h', ...part });

describe('matches', () => {
  test.each<[string, Parameters<typeof filter>[0], boolean]>([
    ['no filter takes all', {}, true],
    ['a region it lies in', { region: ['levant'] }, true],
    ['one of two regions', { region: ['IQ', 'SY'] }, true],
    ['another region', { region: ['IQ'] }, false],
    ['region and topic, both right', { region: ['SY'], topic: ['conflict'] }, true],
    ['region right, topic not', { region: ['SY'], topic: ['sport'] }, false],
    ['a word without its article and conjunction', { q: 'مفاوضات' }, true],
    ['a word with them', { q: 'والمفاوضات' }, true],
    ['another spelling of the same name', { q: 'سورية' }, true],
    ['all words have to be there', { q: 'مفاوضات هدنة' }, false],
  ])('%s', (_name, part, expected) => expect(matches(filter(part), article)).toBe(expected));
});

describe('the address', () => {
  test('comes back as it was written', () => {
    const query = { region: ['SY', 'levant'], topic: ['conflict'], q: 'دير الزور & "حمص"', window: '7d' as const };
    expect(parseFilterQuery(toSearchParams(query))).toEqual({ ok: true, query });
  });

  test.each<[string, string, RegExp]>([
    ['an id with markup', 'region=<b>', /^region\.0: /],
    ['an unknown window', 'window=1y', /^window: /],
    ['a text without end', `q=${'م'.repeat(201)}`, /^q: /],
    ['too many regions', Array.from({ length: 21 }, () => 'region=SY').join('&'), /^region: /],
  ])('%s is refused by name', (_name, search, expected) => {
    const parsed = parseFilterQuery(new URLSearchParams(search));
    expect(parsed.ok ? [] : parsed.problems).toEqual([expect.stringMatching(expected)]);
  });
});

describe('order and buckets', () => {
  test('newest first; of two at one moment the higher id, compared as a number', () => {
    const at = (id: string, sortAt: string) => ({ id, sortAt });
    const sorted = [at('9', '2017-09-14T10:00:00.000Z'), at('10', '2017-09-14T10:00:00.000Z'), at('1', '2017-09-14T11:00:00.000Z')].sort(byNewest);
    expect(sorted.map(({ id }) => id)).toEqual(['1', '10', '9']);
  });

  test('a quarter hour begins with its first millisecond', () => {
    expect(bucketStart(new Date('2017-09-14T10:15:00.000Z'), 15).toISOString()).toBe('2017-09-14T10:15:00.000Z');
    expect(bucketStart(new Date('2017-09-14T10:14:59.999Z'), 15).toISOString()).toBe('2017-09-14T10:00:00.000Z');
  });
});
