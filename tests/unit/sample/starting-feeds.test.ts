import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseStartingFeeds, StartingFeedsError } from '../../../lib/starting-feeds';

const row = (change: Record<string, unknown> = {}) => ({
  publisher: { slug: 'assafa', name: 'الصفا', country: 'LB' },
  url: 'https://feeds.example/ar.xml',
  title: 'الصفا: آخر الأخبار',
  language: 'ar',
  country: 'LB',
  ...change,
});

function problems(json: unknown): string[] {
  try {
    parseStartingFeeds(json);
  } catch (error) {
    if (error instanceof StartingFeedsError) return error.problems;
    throw error;
  }
  return [];
}

describe('a list of starting feeds', () => {
  const wrong: [string, unknown, string][] = [
    ['no list', { feeds: [] }, 'the list of feeds: is no list'],
    ['an address that is none', [row({ url: 'الصفا' })], 'feed 1, url: is no http or https address'],
    ['an address of another kind', [row({ url: 'ftp://feeds.example/a' })], 'feed 1, url: is no http or https address'],
    ['an unknown country', [row({ country: 'QX' })], 'feed 1, country: is no ISO 3166-1 alpha-2 code'],
    ['a country in words', [row({ country: 'لبنان' })], 'feed 1, country: is no ISO 3166-1 alpha-2 code'],
    ['an unknown language', [row({ language: 'qq' })], 'feed 1, language: is no ISO 639 code'],
    ['an unknown zone', [row({ timezone: 'Asia/Bayrut' })], 'feed 1, timezone: is no IANA time zone'],
    ['a title of blanks', [row({ title: '  ' })], 'feed 1, title: is empty'],
    ['an address twice', [row(), row()], 'feed 2, url: is that of feed 1 too'],
    [
      'a publisher under two names',
      [row(), row({ url: 'https://feeds.example/en.xml', publisher: { slug: 'assafa', name: 'As-Safa', country: 'LB' } })],
      'feed 2, publisher: "assafa" has another name or country in feed 1',
    ],
    [
      'a name under two slugs',
      [row(), row({ url: 'https://feeds.example/en.xml', publisher: { slug: 'safa', name: 'الصفا', country: 'LB' } })],
      'feed 2, publisher.name: is that of feed 1, which has another slug',
    ],
  ];
  it.each(wrong)('says where: %s', (_name, json, said) => {
    expect(problems(json)).toEqual([said]);
  });

  it('names a field that nobody knows', () => {
    expect(problems([row({ langauge: 'ar' })])[0]).toMatch(/^feed 1: .*langauge/);
  });

  it('names all that is wrong at once', () => {
    expect(problems([row({ country: 'QX' }), row({ url: '' })])).toHaveLength(2);
  });

  it('keeps Arabic names as they are', () => {
    expect(parseStartingFeeds([row()])[0]?.publisher.name).toBe('الصفا');
  });
});

describe('the list that Marsad brings', () => {
  const feeds = parseStartingFeeds(JSON.parse(readFileSync('prisma/feeds.json', 'utf8')));

  it('has some sixty feeds, Arabic ones first', () => {
    const arabic = feeds.filter((feed) => feed.language === 'ar').length;
    expect(feeds.length).toBeGreaterThanOrEqual(55);
    expect(arabic).toBeGreaterThanOrEqual(25);
    expect(feeds.slice(0, arabic).every((feed) => feed.language === 'ar')).toBe(true);
  });

  it('has feeds in the languages of the region and of the wires', () => {
    expect([...new Set(feeds.map((feed) => feed.language))]).toEqual(
      expect.arrayContaining(['ar', 'en', 'fr', 'tr', 'fa', 'he', 'es', 'de', 'ru']),
    );
  });

  it('leads to no search page of an aggregator', () => {
    expect(feeds.filter((feed) => /google|bing|yahoo|feedburner/u.test(feed.url))).toEqual([]);
  });
});
