import { describe, expect, test } from 'vitest';
import { emptyReason } from '@/components/feed/empty-reason';
import { webUrl } from '@/components/feed/web-url';
import { ancestorsOf, rowsOf } from '@/components/filters/choice-tree';
import { addressOf, listKey, queryKey, readAddress, toggle } from '@/components/live/address';
import { formatAge, formatDate, formatExact, formatMilliseconds, formatNumber, labelIn } from '@/components/ui/format';
import { asDigits, chooseLanguage, digitsOf, intlTag, languageOf, localeOf } from '@/components/ui/locale';
import { addressFrom } from '@/components/header/pages';
import { summarise } from '@/components/live/arrival-times';
import { asTheme } from '@/components/ui/theme';
import type { Choice } from '@/lib/dashboard';
import { QUERY, STATUS } from './live-fixtures';

describe('chooseLanguage', () => {
  test.each([
    ['the choice beats the browser', 'en', 'ar', 'en'],
    ['the browser\'s first language that there is', undefined, 'fr-FR,fr;q=0.9,en-US;q=0.8,ar;q=0.7', 'en'],
    ['by weight, not by place', undefined, 'en;q=0.5, ar-SY;q=0.9', 'ar'],
    ['a language that is refused', undefined, 'en;q=0, fr', 'ar'],
    ['Arabic where nothing is said', undefined, null, 'ar'],
    ['Arabic where the cookie is nonsense', 'xx', '', 'ar'],
  ])('%s', (_name, chosen, header, expected) => expect(chooseLanguage(chosen, header, ['ar', 'en'])).toBe(expected));
});

describe('webUrl', () => {
  test.each([
    ['https', 'https://news.example/a', 'https://news.example/a'],
    ['Arabic path', 'http://news.example/خبر', 'http://news.example/%D8%AE%D8%A8%D8%B1'],
    ['a script', 'javascript:alert(1)', null],
    ['a script with a tab in it', 'java\tscript:alert(1)', null],
    ['data', 'data:text/html,x', null],
    ['no address', 'خبر', null],
    ['none', null, null],
  ])('%s', (_name, url, expected) => expect(webUrl(url)).toBe(expected));
});

describe('emptyReason', () => {
  test.each([
    ['a filter hides what there is', STATUS, true, 'no-match'],
    ['a filter, but nothing is stored either', { ...STATUS, articles: 0, waiting: 2 }, true, 'waiting'],
    ['no feed', { ...STATUS, feeds: 0, healthy: 0, articles: 0 }, false, 'no-feeds'],
    ['every feed failed', { ...STATUS, healthy: 0, failing: 3, articles: 0 }, false, 'all-failing'],
    ['some failed, some were not asked', { ...STATUS, healthy: 0, failing: 2, waiting: 1, articles: 0 }, false, 'waiting'],
  ] as const)('%s', (_name, status, filtered, expected) => expect(emptyReason(status, filtered)).toBe(expected));
});

const BY_NAME = { by: 'name', counts: {} } as const;

describe('rowsOf', () => {
  const choices: Choice[] = [
    { id: 'SY', label: { en: 'Syria', ar: 'سوريا' }, parent: 'levant' },
    { id: 'levant', label: { en: 'Levant', ar: 'بلاد الشام' }, parent: 'mena' },
    { id: 'KZ', label: { en: 'Kazakhstan', ar: null }, parent: 'central-asia' },
    { id: 'idlib', label: { en: 'Idlib', ar: 'إدلب' }, parent: 'SY' },
  ];
  const shown = (open: string[], search = '', locale: 'ar' | 'en' = 'en') => rowsOf(choices, { open: new Set(open), search, order: BY_NAME, locale }).map(({ choice, depth }) => `${depth} ${choice.id}`);

  test.each<[string, string[], string[], string]>([
    ['only roots at first; a parent that is not offered makes a root', ['0 KZ', '0 levant'], [], ''],
    ['what lies within an open one', ['0 KZ', '0 levant', '1 SY'], ['levant'], ''],
    ['a search shows where the match lies', ['0 levant', '1 SY', '2 idlib'], [], 'idl'],
    ['a search without the hamza', ['0 levant', '1 SY', '2 idlib'], [], 'ادلب'],
    ['another spelling of its last letter', ['0 levant', '1 SY'], [], 'سوريا'],
    ['no match', [], [], 'zzz'],
  ])('%s', (_name, expected, open, search) => expect(shown(open, search)).toEqual(expected));

  test('the ancestors of what the address has chosen are open', () => {
    expect([...ancestorsOf(['idlib', 'gone'], choices)]).toEqual(['SY', 'levant']);
    expect([...ancestorsOf(['levant'], choices)]).toEqual([]);
  });

  test('sorted by the names of the interface', () => expect(shown([], '', 'ar')).toEqual(['0 levant', '0 KZ']));

  test('two that name each other as parents don\'t hang it', () => {
    const circle: Choice[] = [{ id: 'a', label: { en: 'A', ar: 'أ' }, parent: 'b' }, { id: 'b', label: { en: 'B', ar: 'ب' }, parent: 'a' }];
    expect(rowsOf(circle, { open: new Set(['a', 'b']), search: '', order: BY_NAME, locale: 'en' })).toEqual([]);
    expect(rowsOf(circle, { open: new Set(), search: 'a', order: BY_NAME, locale: 'en' })).toEqual([]);
  });
});

describe('the address', () => {
  const query = { region: ['SY', 'levant'], topic: ['conflict'], q: 'دير الزور', window: '7d' as const };

  test('is read as it was written, and what is not the filter\'s stays', () => {
    const address = addressOf(query, new URL('http://localhost/?measure=1&q=old'));
    expect(readAddress(address.slice(1))).toEqual(query);
    expect(address).toContain('measure=1');
  });

  test('of no filter is bare', () => expect(addressOf(QUERY, new URL('http://localhost/?q=x'))).toBe('/'));
  test('with an unknown window falls back to the default', () => expect(readAddress('?window=9y').window).toBe('24h'));

  test('the order of the choices makes no other filter; the window makes no other list', () => {
    expect(queryKey({ ...query, region: ['levant', 'SY'] })).toBe(queryKey(query));
    expect(listKey({ ...query, window: '6h' })).toBe(listKey(query));
    expect(listKey({ ...query, q: 'حمص' })).not.toBe(listKey(query));
  });

  test('a choice toggles', () => {
    expect(toggle(QUERY, 'region', 'SY').region).toEqual(['SY']);
    expect(toggle(query, 'region', 'SY').region).toEqual(['levant']);
  });
});

describe('formats', () => {
  const now = Date.UTC(2026, 10, 23, 12, 0, 30);
  const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

  test.each([
    ['under a minute has no number', ago(0.5), 'ar', null],
    ['a clock that is ahead', ago(-3), 'en', null],
    ['minutes', ago(5), 'ar', 'قبل 5 دقائق'],
    ['two hours have a form of their own', ago(125), 'ar', 'قبل ساعتين'],
    ['hours in English', ago(180), 'en', '3 hr ago'],
    ['beyond a week the date', ago(60 * 24 * 9), 'ar', '14 نوفمبر 2026'],
  ] as const)('age: %s', (_name, iso, locale, expected) => expect(formatAge(iso, now, locale, 'UTC')).toBe(expected));

  test('the exact time is the reader\'s, in both languages with the same digits', () => {
    expect(formatExact('2026-11-23T21:30:05Z', 'en', 'Asia/Kathmandu')).toMatch(/24 November 2026.*03:15:05/u);
    expect(formatExact('2026-11-23T21:30:05Z', 'ar', 'Asia/Amman')).toMatch(/24 تشرين الثاني 2026.*00:30:05/u);
  });

  test.each([
    ['ar', 'Asia/Amman', 'غرينتش\u2066+3\u2069'],
    ['ar-u-nu-arab', 'Asia/Kolkata', 'غرينتش\u2066+٥:٣٠\u2069'],
    ['ar', 'America/New_York', 'غرينتش\u2066-5\u2069'],
    ['en', 'Asia/Amman', 'GMT+3'],
  ])('the distance of a zone is not torn from its sign: %s, %s', (locale, zone, expected) => {
    expect(formatExact('2026-11-23T21:30:05Z', locale, zone)).toMatch(new RegExp(`${expected.replaceAll('+', '\\+')}$`, 'u'));
  });

  test('a measured time, short', () => {
    expect([formatMilliseconds(340.4, 'en'), formatMilliseconds(1240, 'en'), formatMilliseconds(1240, 'ar-u-nu-arab')]).toEqual(['340ms', '1.2s', '١٫٢ ث']);
  });

  test('with Arabic-Indic digits where they are chosen, in both languages', () => {
    expect([formatNumber(12345, localeOf('ar', 'arab')), formatNumber(12345, localeOf('en', 'arab'))]).toEqual(['١٢٬٣٤٥', '١٢٬٣٤٥']);
    expect(formatAge(ago(5), now, 'ar-u-nu-arab', 'UTC')).toBe('قبل ٥ دقائق');
    expect(labelIn({ en: 'idlib', ar: 'إدلب' }, localeOf('ar', 'arab'))).toBe('إدلب');
    expect([digitsOf(intlTag('ar-u-nu-arab')), digitsOf(intlTag('ar')), languageOf(intlTag('en-u-nu-arab')), asDigits('roman')]).toEqual(['arab', 'latn', 'en', 'latn']);
  });

  test('numbers', () => expect([formatNumber(12345, 'ar'), formatNumber(12345, 'en')]).toEqual(['12,345', '12,345']));
  test('a name that Arabic lacks is given in the other language', () => expect(labelIn({ en: 'Astana', ar: null }, 'ar')).toBe('Astana'));
  test('a name that IPTC writes small begins large', () => expect(labelIn({ en: 'labour', ar: 'عمل' }, 'en')).toBe('Labour'));
  test('an unknown theme is the system\'s', () => expect([asTheme('dark'), asTheme('pink'), asTheme(undefined)]).toEqual(['dark', 'system', 'system']));
});

describe('the names of months in Arabic are those of where the clocks are', () => {
  test.each([
    ['Asia/Damascus', '1 كانون الأول'], ['Asia/Beirut', '1 كانون الأول'], ['Asia/Amman', '1 كانون الأول'], ['Asia/Baghdad', '1 كانون الأول'],
    ['Asia/Gaza', '1 كانون الأول'], ['Asia/Hebron', '1 كانون الأول'], ['Africa/Cairo', '1 ديسمبر'], ['Asia/Riyadh', '1 ديسمبر'], ['UTC', '1 ديسمبر'], ['Asia/Tokyo', '1 ديسمبر'],
  ])('%s', (zone, expected) => {
    expect(formatDate('2026-12-01', 'ar', zone)).toBe(expected);
    expect(formatAge('2026-12-01T12:00:00Z', Date.parse('2026-12-20T00:00:00Z'), 'ar', zone)).toBe(`${expected} 2026`);
  });
  test('with the digits that were chosen', () => expect(formatDate('2026-12-01', 'ar-u-nu-arab', 'Asia/Damascus')).toBe('١ كانون الأول'));
  test('not in other languages', () => expect(formatDate('2026-12-01', 'en', 'Asia/Damascus')).toBe('1 December'));
});

describe('the links of the header', () => {
  const search = new URLSearchParams('region=SY&topic=conflict&q=حلب&measure=1');

  test.each([
    ['pages that know the filter hand it on, and nothing else', 'feed', 'trends', '/trends?region=SY&topic=conflict&q=%D8%AD%D9%84%D8%A8'],
    ['those that don\'t, get none', 'feed', 'sources', '/sources'],
    ['nor does their own become one', 'topics', 'feed', '/'],
  ] as const)('%s', (_name, from, to, expected) => expect(addressFrom(from, to, search)).toBe(expected));
});

describe('the time from fetch to screen', () => {
  test.each<[string, number[], ReturnType<typeof summarise>]>([
    ['of nothing there is none', [], null],
    ['of one', [300], { count: 1, median: 300, p95: 300 }],
    ['in any order', [500, 100, 300, 200, 400], { count: 5, median: 300, p95: 500 }],
    ['one in twenty may be slower', [...Array.from({ length: 19 }, () => 100), 9000], { count: 20, median: 100, p95: 100 }],
  ])('%s', (_name, times, expected) => expect(summarise(times)).toEqual(expected));
});
