import { describe, expect, test } from 'vitest';
import { byNewest } from '../../../lib/article';
import { toSearchParams } from '../../../lib/filter-address';
import { parseFilterQuery } from '../../../lib/filter-query';
import { toFilter } from '../../../lib/filter-terms';
import { matches } from '../../../lib/filter';
import { bucketStart } from '../../../lib/window';
import { phraseText } from '../../../lib/text/phrase';
import { termsOf } from '../../../lib/text/terms';
import type { FilterQuery } from '../../../lib/events';

const TEXT = 'افتتحت جولة جديدة من المفاوضات في سوريا';
const article = {
  names: ['region:SY', 'region:levant', 'about:SY', 'about:levant', 'region:KZ', 'venue:KZ', 'role:about', 'role:venue', 'topic:conflict', 'publisher:7', 'lang:ar'],
  terms: termsOf(TEXT), words: () => phraseText(TEXT), sortAt: '2017-09-14T10:00:00.000Z',
};
const filter = (part: Partial<FilterQuery>) => toFilter({ region: [], topic: [], q: '', window: '24h', ...part });

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
    ['a phrase', { q: '"جولة جديدة"' }, true],
    ['not what is excluded', { q: 'مفاوضات -جولة' }, false],
    ['a region in a role', { region: ['SY'], role: ['about'] }, true],
    ['a region that is there in another role', { region: ['KZ'], role: ['about'] }, false],
    ['one of two roles', { region: ['KZ'], role: ['about', 'venue'] }, true],
    ['any place in a role', { role: ['venue'] }, true],
    ['a role that none has', { role: ['dateline'] }, false],
    ['its publisher', { publisher: ['8', '7'] }, true],
    ['another publisher', { publisher: ['8'] }, false],
    ['its language, not its topic', { lang: ['ar'], topic: ['sport'] }, false],
    ['from its own time on', { from: '2017-09-14T13:00:00+03:00' }, true],
    ['up to its own time, which is not in it', { to: '2017-09-14T10:00:00Z' }, false],
  ])('%s', (_name, part, expected) => expect(matches(filter(part), article)).toBe(expected));
});

describe('the address', () => {
  test('comes back as it was written', () => {
    const query = { region: ['SY', 'levant'], topic: ['conflict'], q: 'دير الزور & "حمص"', window: '7d' as const };
    expect(parseFilterQuery(toSearchParams(query))).toEqual({ ok: true, query });
  });

  test('all of it comes back', () => {
    const query = {
      region: ['SY.12'], topic: [], publisher: ['3', '4'], lang: ['ar'], role: ['about' as const], q: '', from: '2026-11-24T00:00:00Z', to: '2026-11-24T03:00:00+03:00', window: '24h' as const,
    };
    expect(parseFilterQuery(toSearchParams(query))).toEqual({ ok: true, query });
  });

  test('"the last day" comes back as such, and means the day before now', () => {
    const query = { region: ['SY'], topic: [], q: '', last: '24h' as const, window: '24h' as const };
    expect(parseFilterQuery(toSearchParams(query))).toEqual({ ok: true, query });
    expect(toFilter(query, Date.parse('2026-11-24T12:07:20Z')).from).toBe('2026-11-23T12:00:00.000Z');
    expect(toFilter({ ...query, last: '1h' }, Date.parse('2026-11-24T12:07:20Z')).from).toBe('2026-11-24T11:07:00.000Z');
    expect(toFilter({ ...query, to: '2026-11-24T00:00:00Z' }, 0)).toMatchObject({ from: null, to: '2026-11-24T00:00:00Z' });
  });

  test.each<[string, string, RegExp]>([
    ['a span that has no name', 'last=yesterday', /^last: .*24h/],
    ['a time that is none', 'from=yesterday', /^from: .*2026/],
    ['a role that is none', 'role=near', /^role\.0: .*about/],
    ['a publisher by name', 'publisher=الحياة', /^publisher\.0: /],
    ['a language by name', 'lang=العربية', /^lang\.0: /],
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
