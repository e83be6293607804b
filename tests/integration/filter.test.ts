import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { byNewest } from '../../lib/article';
import { matches, type Filter } from '../../lib/filter';
import { toFilter } from '../../lib/filter-terms';
import { articlePage, articlesById, readPageKey } from '../../server/db/articles';
import { createDatabase, type Database } from '../../server/db/client';
import { compileFilter } from '../../server/db/filter-sql';
import { newestOf } from '../../server/db/newest';
import { readPanel } from '../../server/panel-app';
import { syncTopics } from '../../server/db/places';
import { storeEntries } from '../../server/db/store';
import { ASTANA, CONFLICT, IDLIB, SPORT, SYRIA, tagged, testFeed, TEST_TOPICS } from '../support/articles';
import { PLACE_ROLES } from '../../lib/place';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { seeded } from '../support/random';

let test_: TestDatabase;
let db: Database;
const NOW = new Date('2017-09-14T12:07:00Z');
const WORDS = ['المفاوضات', 'أستانا', 'هدنة', 'الجيش', 'سورية', 'مباراة', 'ceasefire', 'Talks', 'negotiations', 'وقف إطلاق النار', 'الغوطة الشرقية'];
/** searches in pieces, one of each kind at least */
const PIECES = ['مفاوضات', 'والجيش', 'سوريا', 'talks', 'اطلاق', '-هدنة', '"الغوطة الشرقية"', '-"إطلاق النار"', 'negotia*', 'مفاو*', 'ceasefire OR هدنة', 'negotiation', '-negot*', '"وقف إطلاق"', '"هدنة الجيش"', '"أستانا الجيش"', '-"الجيش سورية"', 'negotiating*', 'talks OR "المفاوضات الجيش"'];
const random = seeded(20170914);
const pick = <T>(from: readonly T[], chance: number) => from.filter(() => random() < chance);

function article(n: number) {
  const title = `${n} ${pick(WORDS, 0.4).join(' ')}`;
  // some in the year before, so that the index is asked for long stretches too
  const publishedAt = new Date(NOW.getTime() - random() * (random() < 0.15 ? 300 * 24 : 30) * 3_600_000).toISOString();
  return tagged(
    { title, text: pick(WORDS, 0.2).join('، '), link: `https://news.example/${n}`, publishedAt, lang: pick(['ar', 'en'], 0.6)[0] ?? null },
    pick([SYRIA, IDLIB, ASTANA], 0.4).map((place) => [place, pick(PLACE_ROLES, 0.3)[0] ?? 'about']), pick([CONFLICT, SPORT], 0.5),
  );
}

const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000).toISOString();

const filters: Filter[] = Array.from({ length: 240 }, () => toFilter({
  region: pick(['SY', 'levant', 'KZ', 'idlib', 'nowhere'], 0.2), topic: pick(['conflict', 'sport'], 0.2), publisher: pick(['1', '2', '9'], 0.15), lang: pick(['ar', 'en', 'fr'], 0.15),
  role: pick(PLACE_ROLES, 0.1), q: pick(PIECES, 0.08).join(' '), from: random() < 0.15 ? hoursAgo(20 * random()) : null, to: random() < 0.15 ? hoursAgo(10 * random()) : null, window: '24h',
}));

let ids: string[];
beforeAll(async () => {
  test_ = await createTestDatabase();
  db = createDatabase(test_.connectionString, (error) => { throw error; });
  await syncTopics(db, TEST_TOPICS);
  const feeds = [await testFeed(db), await testFeed(db, 'https://other.example/feed', 'other')];
  for (const [n, feed] of feeds.entries()) await storeEntries(db, feed, NOW, { tagged: Array.from({ length: 75 }, (_, k) => article(n * 75 + k)), seen: [] });
  ids = (await db.prisma.article.findMany({ select: { id: true } })).map(({ id }) => String(id));
});
afterAll(async () => {
  await db.close();
  await test_.drop();
});

async function allPages(filter: Filter): Promise<string[]> {
  const found: string[] = [];
  for (let key = null as string | null, first = true; first || key !== null; first = false) {
    const page = await articlePage(db, filter, key === null ? null : readPageKey(key));
    found.push(...page.items.map(({ id }) => id));
    key = page.older;
  }
  return found;
}

/** Rows looked through in the database, and hours in memory. */
const DEPTHS = [[1, 0], [20, 0], [5_000, 0], [1, 2], [1, 500]] as const;

describe('one filter, two readings', () => {
  test('the SQL of the pages and `matches` of the live stream agree on random filters', async () => {
    const views = [...(await articlesById(db, ids)).values()];
    const sizes = new Set<number>();
    for (const filter of filters) {
      const expected = views.filter(({ keys }) => matches(filter, keys)).map(({ item }) => item.id);
      expect((await allPages(filter)).sort(), JSON.stringify(filter)).toEqual(expected.sort());
      sizes.add(expected.length);
    }
    // filters that all find everything, or nothing, would prove little
    expect(sizes.size).toBeGreaterThan(25);
  });

  test('pages come newest first, without a gap or a double', async () => {
    const all = await allPages(toFilter({ region: [], topic: [], q: '', window: '24h' }));
    expect(new Set(all).size).toBe(150);
    const views = await articlesById(db, all);
    const times = all.map((id) => views.get(id)?.item.sortAt ?? '');
    expect(times).toEqual([...times].sort().reverse());
  });

  test('the newest few are the same, whether they are looked for in memory, one by one or by the index', async () => {
    const views = [...(await articlesById(db, ids)).values()].sort((a, b) => byNewest(a.item, b.item));
    let byIndex = 0;
    for (const [n, filter] of filters.entries()) {
      const expected = views.filter(({ keys }) => matches(filter, keys)).map(({ item }) => item.id);
      const compiled = await compileFilter(db, filter);
      // each filter to two depths, and each depth with a share of the filters
      for (const [rows, hours] of [DEPTHS[n % DEPTHS.length], DEPTHS[(n + 2) % DEPTHS.length]] as [number, number][]) {
        const first = await newestOf(db, compiled, null, 7, { rows, hours });
        const second = first.length === 0 ? [] : await newestOf(db, compiled, first.at(-1) ?? null, 7, { rows, hours });
        expect([...first, ...second].map(({ id }) => id), `${rows} ${hours} ${JSON.stringify(filter)}`).toEqual(expected.slice(0, 14));
        byIndex += Number(first.length < 7 && rows < 100 && hours < 500);
      }
    }
    expect(byIndex).toBeGreaterThan(20);
  });

  test.each(['', 'x', '2017-09-14T12:00:00Z', '~5', '2017-09-14T12:00:00Z~٥', '2017-09-14T12:00:00Z~5~6'])('%j is no page key', (text) => {
    expect(readPageKey(text)).toBeNull();
  });
});

describe('the chart', () => {
  test.each(['6h', '24h', '7d'] as const)('over %s it equals a recount, for every filter', async (window) => {
    const views = [...(await articlesById(db, ids)).values()];
    for (const filter of filters) {
      const panel = await readPanel({ db, now: () => NOW }, filter, window);
      const width = { '6h': 15, '24h': 60, '7d': 360 }[window] * 60_000;
      const inside = views.filter(({ keys }) => matches(filter, keys)).map(({ item }) => new Date(item.sortAt).getTime());
      for (const { start, count } of panel.buckets) {
        const from = new Date(start).getTime();
        expect(count, `${start} ${JSON.stringify(filter)}`).toBe(inside.filter((at) => at >= from && at < from + width).length);
      }
      expect(panel.total).toBe(panel.buckets.reduce((sum, { count }) => sum + (count ?? 0), 0));
    }
  });

  test('its last bar is the running one', async () => {
    const { buckets } = await readPanel({ db, now: () => NOW }, toFilter({ region: [], topic: [], q: '', window: '24h' }), '24h');
    expect([buckets.length, buckets.at(-1)?.start]).toEqual([24, '2017-09-14T12:00:00.000Z']);
  });

  test('the lists beside it count what the filter finds', async () => {
    const filter = toFilter({ region: ['SY'], topic: ['sport'], q: '', window: '24h' });
    const since = new Date('2017-09-13T13:00:00Z').getTime();
    const inside = [...(await articlesById(db, ids)).values()]
      .filter(({ keys, item }) => matches(filter, keys) && new Date(item.sortAt).getTime() >= since);
    const { places } = await readPanel({ db, now: () => NOW }, filter, '24h');
    const idlib = inside.filter(({ item }) => item.places.some(({ id }) => id === 'idlib')).length;
    expect(idlib).toBeGreaterThan(0);
    expect(places.find(({ id }) => id === 'idlib')).toMatchObject({ count: idlib, label: { ar: 'إدلب', en: 'Idlib' } });
  });
});
