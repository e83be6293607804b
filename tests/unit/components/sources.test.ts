import { createTranslator } from 'use-intl/core';
import { describe, expect, test } from 'vitest';
import { changeOf, draftFrom, draftOf, newSource } from '@/components/sources/draft';
import { daysOf, perDayOf, sparkBars } from '@/components/sources/per-day';
import { countHealth, foldersOf, NONE, optionsOf, readView, sourcesOf, steadyOrder, viewAddress, WHOLE_VIEW, type SourcesView } from '@/components/sources/view';
import { intlTag, type Locale } from '@/components/ui/locale';
import { sayReason } from '@/components/sources/reason';
import { sayRefusal } from '@/components/sources/refusal';
import { sayFailure } from '@/components/sources/words-of';
import type { Failure } from '@/components/ui/ask';
import { formatAhead, formatBytes, formatDuration, formatRate } from '@/components/ui/format';
import { countryCodes, countryName, languageName, LANGUAGES } from '@/components/ui/names';
import { NEXT_POLL_CODES, type NextPollReason } from '@/lib/feed';
import { REFUSAL_CODES, REQUEST_REFUSALS, SOURCE_HEALTH, type FoundFeed, type Source } from '@/lib/source';
import { LOCALES, textsIn } from '../../support/texts';
import { source } from './source-fixtures';

describe('the view in the address', () => {
  const view: SourcesView = { q: 'حلب', health: 'dead', language: 'ar', country: NONE, folder: 'وكالات/سوريا', sort: 'rate' };

  test('is read as it was written', () => expect(readView(new URL(viewAddress(view), 'http://localhost').searchParams)).toEqual(view));
  test('of everything is bare', () => expect(viewAddress(WHOLE_VIEW)).toBe('/sources'));

  test.each([
    ['an unknown health', 'health=ill', WHOLE_VIEW],
    ['an unknown order', 'sort=random', WHOLE_VIEW],
    ['a text that is far too long', `q=${'ا'.repeat(5000)}`, { ...WHOLE_VIEW, q: 'ا'.repeat(200) }],
  ])('%s does no harm', (_name, search, expected) => expect(readView(new URLSearchParams(search))).toEqual(expected));
});

describe('the sources of a view', () => {
  const all: Source[] = [
    source(1, { title: 'عنب بلدي', folder: 'الشرق الأوسط/سوريا', health: 'healthy' }),
    source(2, { title: 'الجزيرة', country: 'QA', folder: 'الشرق الأوسط', health: 'dead', lastSuccessAt: null }),
    source(3, { title: 'Le Monde', language: 'fr', country: 'FR', folder: 'الشرق الأوسط القديم', health: 'silent', perDay: [null, 9, 1] }),
    source(4, { title: 'UN News', language: null, country: null, health: 'failing', url: 'https://news.un.org/feed/ar', nextPollAt: '2026-11-23T12:01:00.000Z' }),
    source(5, { title: 'آخر الأنباء', health: 'paused', status: 'paused', nextPollAt: '2026-11-23T11:00:00.000Z', publisher: { id: 5, slug: 'p', name: 'مؤسسة الأهرام' } }),
  ];
  const shown = (part: Partial<SourcesView>, locale = 'ar') => sourcesOf(all, { ...WHOLE_VIEW, ...part }, locale).map(({ id }) => id);

  test.each<[string, Partial<SourcesView>, number[]]>([
    ['those that need a look first', {}, [2, 3, 4, 1, 5]],
    ['by name, as Arabic sorts', { sort: 'name' }, [5, 2, 1, 3, 4]],
    ['most items first', { sort: 'rate' }, [3, 5, 2, 1, 4]],
    ['longest without success first', { sort: 'success' }, [2, 5, 1, 3, 4]],
    ['next to be asked first, those never asked last', { sort: 'next' }, [4, 2, 1, 3, 5]],
    ['one health', { health: 'silent' }, [3]],
    ['one language', { language: 'fr' }, [3]],
    ['no language', { language: NONE }, [4]],
    ['a folder and what lies in it, not one whose name only begins alike', { folder: 'الشرق الأوسط' }, [2, 1]],
    ['no folder', { folder: NONE }, [4, 5]],
    ['words in another spelling', { q: 'اخر انباء' }, [5]],
    ['a publisher with a hamza left out', { q: 'الاهرام' }, [5]],
    ['an address', { q: 'UN.org' }, [4]],
    ['words that no one source has together', { q: 'monde عنب' }, []],
  ])('%s', (_name, part, expected) => expect(shown(part)).toEqual(expected));

  test('a thousand are sorted into the same order from any other', () => {
    const many = Array.from({ length: 1000 }, (_, n) => source(n, { title: 'اسم', health: SOURCE_HEALTH[n % SOURCE_HEALTH.length] ?? 'healthy' }));
    expect(sourcesOf([...many].reverse(), WHOLE_VIEW, 'ar')).toEqual(sourcesOf(many, WHOLE_VIEW, 'ar'));
  });

  test('what is shown keeps its place while somebody reads, and what is new comes after it', () => {
    const before = [source(3), source(1), source(2)];
    const now = [source(9, { health: 'dead' }), source(2, { health: 'dead' }), source(1), source(8)];
    expect(steadyOrder(now, before).map(({ id, health }) => `${id} ${health}`)).toEqual(['1 healthy', '2 dead', '9 dead', '8 healthy']);
  });

  test('counts are of what the other filters leave, whatever health is chosen', () => {
    const { total, of } = countHealth(all, { ...WHOLE_VIEW, health: 'dead', language: 'ar' });
    expect({ total, dead: of.dead, healthy: of.healthy, paused: of.paused, silent: of.silent }).toEqual({ total: 3, dead: 1, healthy: 1, paused: 1, silent: 0 });
  });

  test('the sample wire is listed but none of the sources that are counted, as in the footer', () => {
    const withSample = [...all, source(90, { sample: true, language: 'ar' })];
    expect(countHealth(withSample, WHOLE_VIEW)).toEqual(countHealth(all, WHOLE_VIEW));
    expect(sourcesOf(withSample, WHOLE_VIEW, 'ar')).toHaveLength(all.length + 1);
  });

  test('what is offered: the most frequent first, none last', () => {
    expect(optionsOf(all, ({ language }) => language)).toEqual([{ value: 'ar', count: 3 }, { value: 'fr', count: 1 }, { value: NONE, count: 1 }]);
    expect(foldersOf(all)).toEqual(['الشرق الأوسط', 'الشرق الأوسط القديم', 'الشرق الأوسط/سوريا']);
  });
});

describe('items a day', () => {
  test.each([
    ['whole days only: today is not over', [2, 4, 100], 3],
    ['days before it was there are no zeros', [null, null, 6, 2], 6],
    ['silent days are', [8, 0, 0], 4],
    ['added today', [null, null, 5], null],
    ['nothing at all', [], null],
  ])('%s', (_name, perDay, expected) => expect(perDayOf(perDay)).toBe(expected));

  test('the bars: the highest fills the box, an empty day is a line, a day before it was there is none', () => {
    const bars = sparkBars([null, 0, 5, 10, 2], { width: 50, height: 20 });
    expect(bars.map(({ kind }) => kind)).toEqual(['before', 'none', 'whole', 'whole', 'today']);
    expect(bars.map(({ height }) => height)).toEqual([1, 1, 10, 20, 4]);
    expect(bars.every(({ x, y, width, height }) => x >= 0 && x + width <= 50 && y >= 0 && y + height <= 20)).toBe(true);
  });

  test('the days by date, in UTC', () => {
    expect(daysOf([1, null, 3], Date.UTC(2026, 2, 1, 0, 30))).toEqual([
      { date: '2026-02-27', count: 1, today: false }, { date: '2026-02-28', count: null, today: false }, { date: '2026-03-01', count: 3, today: true },
    ]);
  });
});

describe('drafts', () => {
  const feed: FoundFeed = { url: 'https://a.example/feed', title: null, siteUrl: 'https://a.example/', language: 'ar-SY', known: null, preview: [], entries: 0 };

  test('a found feed: the language without its region, the host where it has no title', () => {
    expect(draftFrom(feed, 'وكالات')).toMatchObject({ title: 'a.example', language: 'ar', folder: 'وكالات', publisherName: '' });
  });

  test('what calls itself a language and is none is left out', () => expect(draftFrom({ ...feed, language: 'Arabic' }, '').language).toBe(''));

  test('what is left empty is not said', () => {
    expect(newSource(feed, { ...draftFrom(feed, ''), title: ' اسم ' })).toEqual({
      url: feed.url, siteUrl: feed.siteUrl, title: 'اسم', publisherName: null, language: 'ar', country: null, timezone: null, folder: null, fullArticles: false,
    });
  });

  test('a change names only what is another', () => {
    const before = source(1, { folder: 'وكالات', country: 'SY' });
    expect(changeOf(before, draftOf(before))).toEqual({});
    expect(changeOf(before, { ...draftOf(before), folder: '', title: 'اسم جديد', fullArticles: true })).toEqual({ folder: null, title: 'اسم جديد', fullArticles: true });
    expect(changeOf(before, { ...draftOf(before), title: '  ' })).toEqual({});
  });
});

describe('why a feed is asked when it is', () => {
  const say = (locale: Locale, reason: NextPollReason, status: Source['status'] = 'active') => {
    const onError = (error: Error) => {
      throw error;
    };
    const t = createTranslator({ locale: intlTag(locale), messages: textsIn(locale), namespace: 'reason', onError });
    return sayReason({ status, nextPollReason: reason }, t as Parameters<typeof sayReason>[1], locale);
  };

  test.each(LOCALES)('every code has its words: %s', (locale) => {
    const said = NEXT_POLL_CODES.flatMap((code) => [0, 0.4, 1, 2, 3, 11, 100, 3600].map((n) => say(locale, { code, n })));
    expect(said.filter((text) => text.trim() === '' || /[{}]/u.test(text))).toEqual([]);
  });

  test.each<[string, Locale, NextPollReason, string]>([
    ['two failures have a form of their own', 'ar', { code: 'failing', n: 2 }, 'أخفق مرتين متتاليتين'],
    ['eleven have another', 'ar', { code: 'failing', n: 11 }, 'أخفق 11 مرة متتالية'],
    ['a rate is rounded', 'ar', { code: 'rhythm', n: 2.2 }, 'ينشر في اليوم نحو خبرين'],
    ['less than one a day', 'en', { code: 'rhythm', n: 0.3 }, 'it publishes less than an item a day'],
    ['seconds as a length of time', 'ar', { code: 'retry-after', n: 1800 }, 'مهلة طلبها خادمه: 30 دقيقة'],
    ['one new item', 'en', { code: 'some-new', n: 1 }, 'it had 1 new item'],
  ])('%s', (_name, locale, reason, expected) => expect(say(locale, reason)).toBe(expected));

  test('a paused feed is not asked, whatever was planned', () => expect(say('ar', { code: 'rhythm', n: 5 }, 'paused')).toBe('أوقفه مستخدم'));
});

describe('words for numbers', () => {
  const now = Date.UTC(2026, 10, 23, 12);
  const ahead = (seconds: number) => new Date(now + seconds * 1000).toISOString();

  test.each([
    ['soon has a word of its own', 20, 'ar', null],
    ['what is past, too', -500, 'en', null],
    ['under a minute is a minute', 40, 'en', 'in 1 min'],
    ['two minutes have a form of their own', 120, 'ar', 'خلال دقيقتين'],
    ['nearly an hour is an hour', 3540, 'ar', 'خلال ساعة واحدة'],
    ['hours', 6 * 3600, 'en', 'in 6 hr'],
  ] as const)('ahead: %s', (_name, seconds, locale, expected) => expect(formatAhead(ahead(seconds), now, locale)).toBe(expected));

  test.each([
    [45, 'ar', '45 ثانية'],
    [120, 'ar', 'دقيقتان'],
    [900, 'en', '15 minutes'],
    [5400, 'en', '2 hours'],
    [172_800, 'ar', 'يومان'],
    [0, 'en', '0 seconds'],
  ] as const)('%i seconds', (seconds, locale, expected) => expect(formatDuration(seconds, locale)).toBe(expected));

  test('rates: to the tenth where it is few', () => expect([0.25, 3.14, 38.6].map((rate) => formatRate(rate, 'en'))).toEqual(['0.3', '3.1', '39']));
  test('bytes', () => expect([512, 48_211, 3_400_000].map((bytes) => formatBytes(bytes, 'en'))).toEqual(['512 bytes', '48 kB', '3.4 MB']));
});

describe('names of languages and countries', () => {
  test('in the language of the interface', () => {
    expect([languageName('ckb', 'en'), countryName('SY', 'ar'), countryName('SY', 'en')]).toEqual(['Central Kurdish', 'سوريا', 'Syria']);
  });
  test('what is no code is shown as it is', () => expect([languageName('not a code', 'ar'), countryName('Syria', 'ar')]).toEqual(['not a code', 'Syria']));
  test('every language to choose has a name in both', () => {
    expect(LANGUAGES.filter((code) => languageName(code, 'ar') === code || languageName(code, 'en') === code)).toEqual([]);
  });
  test('countries, each by one code, and no groupings', () => {
    const codes = countryCodes('ar');
    expect(codes).toEqual(expect.arrayContaining(['PS', 'SY', 'SD', 'SS', 'XK', 'GB']));
    expect(codes.filter((code) => ['UK', 'SU', 'EU', 'UN', 'ZZ', 'YD'].includes(code))).toEqual([]);
    expect(codes[0]).toBe('ET');
  });
});

describe('why a feed was not taken', () => {
  const say = (locale: Locale, refused: Parameters<typeof sayRefusal>[0]) => {
    const onError = (error: Error) => {
      throw error;
    };
    const t = createTranslator({ locale: intlTag(locale), messages: textsIn(locale), namespace: 'sources.refusal', onError });
    return sayRefusal(refused, t as Parameters<typeof sayRefusal>[1]);
  };

  test.each(LOCALES)('every code has its words: %s', (locale) => {
    const said = REFUSAL_CODES.flatMap((code) => [1, 2, 3, 11, 100].map((n) => say(locale, { line: n, reasons: [{ code, n, most: 5000, field: 'url' }] })));
    // {z}, {x} and {y} are meant: an address of tiles has them
    expect(said.filter((text) => text.trim() === '' || /[{}]/u.test(text.replace(/\{[xyz]\}/gu, '')))).toEqual([]);
  });

  test.each<[string, Locale, Parameters<typeof sayRefusal>[0], string]>([
    ['with its line, which is no amount', 'ar', { line: 1204, reasons: [{ code: 'bad', field: 'url' }] }, 'السطر 1204: عنوان الخلاصة ليس عنوان http أو https'],
    ['without one', 'en', { line: null, reasons: [{ code: 'no-list' }] }, 'this is no OPML list and no list of addresses'],
    ['for two reasons', 'ar', { line: 2, reasons: [{ code: 'too-long', field: 'title', n: 200 }, { code: 'bad', field: 'country' }] },
      'السطر 2: الاسم أطول من 200 حرف؛ رمز البلد غير معروف'],
    ['a field that has no word', 'ar', { line: null, reasons: [{ code: 'bad', field: 'x' }] }, 'أحد البيانات غير صالح'],
    ['two more', 'ar', { line: null, reasons: [{ code: 'more-feeds', n: 2, most: 5000 }] }, 'وخلاصتان أخريان: يؤخذ في المرة الواحدة 5,000 على الأكثر'],
  ])('%s', (_name, locale, refused, expected) => expect(say(locale, refused)).toBe(expected));
});

describe('why something could not be done', () => {
  const say = (locale: Locale, failure: Partial<Failure>) => {
    const of = (namespace: 'sources.failure' | 'sources.refusal') => createTranslator({ locale: intlTag(locale), messages: textsIn(locale), namespace });
    const [t, tRefusal] = [of('sources.failure'), of('sources.refusal')] as unknown as [Parameters<typeof sayFailure>[1], Parameters<typeof sayFailure>[2]];
    return sayFailure({ outcome: 'failed', status: 409, reason: 'english', refusal: null, ...failure }, t, tRefusal);
  };

  test('every code has its words, none of them the English ones', () => {
    const said = REQUEST_REFUSALS.map((code) => say('ar', { refusal: { error: 'english', code } }));
    expect(said.filter((text) => /english|sources\./u.test(text))).toEqual([]);
  });

  test.each<[string, Partial<Failure>, string]>([
    ['names the other feed', { refusal: { error: 'english', code: 'address-taken', params: { title: 'سانا' } } }, 'هذا عنوان المصدر «سانا» من قبل'],
    ['says what is wrong with the days', { refusal: { error: 'english', code: 'bad-input', reasons: [{ code: 'bad', field: 'days' }] } }, 'عدد الأيام بين 1 و36500'],
    ['finds a field deep in a body', { refusal: { error: 'english', code: 'bad-input', reasons: [{ code: 'bad', field: 'feeds.0.country' }] } }, 'رمز البلد غير معروف'],
    ['where nobody answers', { status: null, reason: 'Failed to fetch' }, 'لا يجيب الخادم'],
    ['where a proxy does', { status: 502, reason: '502 Bad Gateway' }, 'أجاب الخادم: 502'],
  ])('%s', (_name, failure, expected) => expect(say('ar', failure)).toBe(expected));
});
