import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bucketEdges } from '../../lib/buckets';
import type { FilterQuery } from '../../lib/events';
import { matches } from '../../lib/filter';
import { toFilter } from '../../lib/filter-terms';
import { PLACE_ROLES, type PlaceRole } from '../../lib/place';
import type { BucketWidth } from '../../lib/trends';
import { articlesById } from '../../server/db/articles';
import { createDatabase, type Database } from '../../server/db/client';
import { readChoices } from '../../server/db/choices';
import { correctArticle } from '../../server/db/corrections/correct';
import { syncTopics } from '../../server/db/places';
import { expireArticles, writeRetention } from '../../server/db/retention';
import { storeEntries } from '../../server/db/store';
import { createTrends } from '../../server/trends-app';
import { ASTANA, CONFLICT, IDLIB, SPORT, SYRIA, tagged, testFeed, TEST_TOPICS } from '../support/articles';
import { expectTrueCounts } from '../support/counts';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { seeded } from '../support/random';
import { allTags } from '../support/tags';

const NOW = new Date('2026-11-24T12:07:20Z');
const HOUR = 3_600_000;
const random = seeded(20261124);
const pick = <T>(from: readonly T[], chance: number) => from.filter(() => random() < chance);
const one = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;

let database: TestDatabase;
let db: Database;
const trends = () => createTrends({ db, now: () => NOW });
const query = (part: Partial<FilterQuery> = {}): FilterQuery => ({ region: [], topic: [], q: '', window: '24h', ...part });

function article(n: number, version = 0) {
  const publishedAt = new Date(NOW.getTime() - random() * 60 * HOUR).toISOString();
  return tagged(
    { title: `خبر ${n} ${pick(['هدنة', 'مفاوضات', 'ceasefire'], 0.4).join(' ')}`, text: `نص ${version}`, link: `https://news.example/${n}`, publishedAt, lang: one(['ar', 'en', null]) },
    pick([SYRIA, IDLIB, ASTANA], 0.4).map((place) => [place, one(PLACE_ROLES)]), pick([CONFLICT, SPORT], 0.5),
  );
}

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase(database.connectionString, (error) => { throw error; });
  await syncTopics(db, TEST_TOPICS);
  const feeds = [await testFeed(db), await testFeed(db, 'https://other.example/feed', 'other'), await testFeed(db, 'https://third.example/feed', 'third')];
  for (const [n, feed] of feeds.entries()) {
    const mine = Array.from({ length: 60 }, (_, k) => n * 60 + k);
    await storeEntries(db, feed, NOW, { tagged: mine.map((id) => article(id)), seen: [] });
    // edits move articles to other hours, places and topics
    await storeEntries(db, feed, NOW, { tagged: pick(mine, 0.3).map((id) => article(id, 1)), seen: [] });
  }
  const named = (await allTags(db)).flatMap(({ id, places }) => places.map(({ place }) => ({ id, place: place.id })));
  for (const { id, place } of named.slice(0, 12)) await correctArticle(db, id, { kind: 'place', targetId: place });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const views = async () => [...(await articlesById(db, (await db.prisma.article.findMany({ select: { id: true } })).map(({ id }) => String(id)))).values()];

test('whatever was edited and corrected, index and mentions equal a recount', () => expectTrueCounts(db));

describe('a chart equals a recount', () => {
  const filters = Array.from({ length: 40 }, () => query({
    region: pick(['SY', 'levant', 'KZ', 'idlib'], 0.2), topic: pick(['conflict', 'sport'], 0.25), publisher: pick(['1', '2'], 0.1), lang: pick(['ar', 'en'], 0.1),
    role: pick(PLACE_ROLES, 0.08), q: pick(['هدنة', '-مفاوضات', 'ceasefire'], 0.1).join(' '),
  }));

  test.each<[BucketWidth, string, number]>([['hour', 'UTC', 70], ['hour', 'Asia/Kathmandu', 50], ['day', 'Asia/Damascus', 80], ['day', 'America/St_Johns', 80], ['week', 'Asia/Baghdad', 24 * 14], ['minute', 'UTC', 3]])(
    'by %s in %s', async (bucket, tz, hours) => {
      const all = await views();
      const from = new Date(NOW.getTime() - hours * HOUR);
      const edges = (bucketEdges(from, NOW, bucket, tz) ?? []).map((edge) => edge.getTime());
      for (const filter of filters) {
        const answer = await trends().series({ filter: { ...filter, from: from.toISOString(), to: NOW.toISOString() }, bucket, tz, by: null, keys: [] });
        const buckets = answer?.series[0]?.buckets ?? [];
        const found = all.filter(({ keys }) => matches(toFilter(filter), keys));
        const inside = (list: typeof all, n: number) => list.filter(({ item }) => Date.parse(item.sortAt) >= (edges[n] as number) && Date.parse(item.sortAt) < (edges[n + 1] as number));
        expect(buckets.map(({ start, count, publishers, share }) => [start, count, publishers, share])).toEqual(edges.slice(0, -1).map((edge, n) => {
          const mine = inside(found, n);
          const total = inside(all, n).length;
          return [new Date(edge).toISOString(), mine.length, new Set(mine.map(({ item }) => item.publisher.id)).size, total === 0 ? null : mine.length / total];
        }));
        expect(buckets.at(-1)?.state).toBe('running');
      }
    }, 120_000);

  test('split by topic, each series is the filter narrowed to it', async () => {
    const split = await trends().series({ filter: query({ region: ['SY'] }), bucket: 'day', tz: 'UTC', by: 'topic', keys: [] });
    expect(split?.series.map(({ key }) => key).sort()).toEqual(['topic:conflict', 'topic:sport']);
    for (const { key, buckets } of split?.series ?? []) {
      const alone = await trends().series({ filter: query({ region: ['SY'], topic: [key.slice(6)] }), bucket: 'day', tz: 'UTC', by: null, keys: [] });
      expect(buckets).toEqual(alone?.series[0]?.buckets);
    }
  });

  test('places, topics and languages side by side, each the filter narrowed to it, in the order asked for', async () => {
    const keys = ['region:SY', 'topic:sport', 'lang:ar'];
    const together = await trends().series({ filter: query({ q: 'خبر' }), bucket: 'hour', tz: 'Asia/Damascus', by: null, keys });
    expect(together?.series.map(({ key }) => key)).toEqual(keys);
    expect(together?.series[0]?.label.ar).toBe(SYRIA.name.ar);
    for (const [n, part] of [{ region: ['SY'] }, { topic: ['sport'] }, { lang: ['ar'] }].entries()) {
      const alone = await trends().series({ filter: query({ q: 'خبر', ...part }), bucket: 'hour', tz: 'Asia/Damascus', by: null, keys: [] });
      expect(together?.series[n]?.buckets).toEqual(alone?.series[0]?.buckets);
    }
  });

  test('more buckets than can be shown are refused', async () => {
    expect(await trends().series({ filter: query({ from: '2020-01-01T00:00:00Z' }), bucket: 'minute', tz: 'UTC', by: null, keys: [] })).toBeNull();
  });
});

describe('rankings and choices', () => {
  test('the most mentioned places of a filter, with those of the day before', async () => {
    const { from, to, items } = await trends().top(query({ topic: ['conflict'] }), 'place', 10);
    const found = (await views()).filter(({ keys }) => matches(toFilter(query({ topic: ['conflict'] })), keys));
    const day = Date.parse(to) - Date.parse(from);
    const within = (start: number) => found.filter(({ item }) => Date.parse(item.sortAt) >= start && Date.parse(item.sortAt) < start + day);
    expect(items.length).toBeGreaterThan(1);
    for (const { id, count, before, publishers, label } of items) {
      const having = (list: typeof found) => list.filter(({ item }) => item.places.some((place) => place.id === id));
      const now = having(within(Date.parse(from)));
      expect([count, before, publishers]).toEqual([now.length, having(within(Date.parse(from) - day)).length, new Set(now.map(({ item }) => item.publisher.id)).size]);
      expect(label.ar).not.toBeNull();
    }
  });

  test('movers: those that gained and those that lost against the day before, most first', async () => {
    const all = await trends().top(query(), 'region', 50);
    const [gained, lost] = await Promise.all([trends().top(query(), 'region', 50, 'gained'), trends().top(query(), 'region', 50, 'lost')]);
    const changes = (items: typeof all.items) => items.map(({ count, before }) => count - before);
    expect(changes(gained.items)).toEqual(changes(all.items).filter((one) => one > 0).sort((a, b) => b - a));
    expect(changes(lost.items).length).toBeGreaterThanOrEqual(changes(all.items).filter((one) => one < 0).length);
    expect(changes(lost.items)).toEqual(changes(lost.items).toSorted((a, b) => a - b));
    expect(gained.items.length + lost.items.length).toBeGreaterThan(0);
  });

  test.each([[query()], [query({ region: ['SY'] })], [query({ topic: ['sport'], lang: ['ar'] })], [query({ region: ['KZ'], role: ['venue'], q: 'هدنة' })]])('beside each choice stands what it would find: %j', async (filter) => {
    const facets = await trends().facets(filter);
    const found = (await views()).filter(({ item }) => Date.parse(item.sortAt) >= Date.parse(facets.from) && Date.parse(item.sortAt) < Date.parse(facets.to));
    const counted = (part: Partial<FilterQuery>) => found.filter(({ keys }) => matches(toFilter({ ...filter, ...part }), keys)).length;
    expect(facets.total).toBe(counted({}));
    for (const { id, count } of facets.region) expect([id, count]).toEqual([id, counted({ region: [id] })]);
    for (const { id, count } of facets.topic) expect([id, count]).toEqual([id, counted({ topic: [id] })]);
    for (const { id, count } of facets.publisher) expect([id, count]).toEqual([id, counted({ publisher: [id] })]);
    for (const { id, count } of facets.lang) expect([id, count]).toEqual([id, counted({ lang: [id] })]);
    for (const { id, count } of facets.role) expect([id, count]).toEqual([id, counted({ role: [id as PlaceRole] })]);
    expect(facets.region.length + facets.topic.length).toBeGreaterThan(2);
    const counts = await trends().facetCounts(filter);
    for (const list of ['region', 'topic', 'publisher', 'lang', 'role'] as const) expect(counts[list]).toMatchObject(Object.fromEntries(facets[list].map(({ id, count }) => [id, count])));
    expect(counts.total).toBe(facets.total);
  });

  test('a count that was asked before is another once one article of its hour lost a topic', async () => {
    const countsOf = async () => (await trends().facetCounts(query())).topic;
    const before = await countsOf();
    const { from } = await trends().facets(query());
    const [victim] = (await views()).filter(({ item }) => item.sortAt >= from && item.topics.some(({ id }) => id === 'sport'));
    if (!victim) throw new Error('no article about sport in the last day');
    await correctArticle(db, victim.item.id, { kind: 'topic', targetId: 'sport' });
    expect(await countsOf()).toEqual({ ...before, sport: (before.sport ?? 0) - 1 });
  });

  test('places are found by the beginning of a word of their name, in either script', async () => {
    const ids = async (text: string) => (await trends().places(text, 10)).map(({ id }) => id);
    expect(await ids('ادل')).toEqual(['idlib']);
    expect(await ids('Syr')).toEqual(['SY']);
    expect(await ids('دلب')).toEqual([]);
    expect((await ids(''))[0]).toBe('SY');
  });

  test('of a place those within it are told', async () => {
    const ids = async (within: string) => (await trends().places('', 10, within)).map(({ id }) => id);
    expect(await ids('SY')).toEqual(['idlib']);
    expect(await ids('idlib')).toEqual([]);
  });

  test('offered are countries, topics, publishers and languages of articles; a town when it is asked for, below what it lies within', async () => {
    const choices = await readChoices(db);
    expect(choices.regions.find(({ id }) => id === 'SY')).toMatchObject({ kind: 'country', more: true });
    expect(choices.regions.map(({ id }) => id)).not.toContain('idlib');
    expect(choices.publishers).toHaveLength(3);
    expect(choices.langs).toEqual(['ar', 'en']);
    expect((await readChoices(db, ['idlib'])).regions.find(({ id }) => id === 'idlib')).toMatchObject({ parent: 'SY', label: { ar: 'إدلب' } });
  });

  test('the last day is counted in whole hours, to the end of the running one', async () => {
    const facets = await trends().facets(query({ last: '24h' }));
    expect([facets.from, facets.to]).toEqual(['2026-11-23T12:00:00.000Z', '2026-11-24T13:00:00.000Z']);
    const found = (await views()).filter(({ item }) => item.sortAt >= facets.from && item.sortAt < facets.to);
    expect(facets.total).toBe(found.length);
  });
});

// last: it deletes
test('of what retention deleted the counts stay by day for a pair, by the hour for one key; other filters say that they can’t tell', async () => {
  const ask = (filter: FilterQuery) => trends().series({ filter, bucket: 'day', tz: 'Asia/Damascus', by: null, keys: [] }).then((answer) => answer?.series[0]?.buckets);
  const pair = query({ region: ['SY'], topic: ['conflict'] });
  const before = [await ask(query()), await ask(query({ region: ['SY'] })), await ask(pair)];
  await writeRetention(db, { days: 1 });
  while ((await expireArticles(db, NOW)).expired > 0);
  expect(await db.prisma.article.count()).toBeLessThan(150);
  expect([await ask(query()), await ask(query({ region: ['SY'] })), await ask(pair)]).toEqual(before);
  const other = await ask(query({ region: ['SY'], topic: ['conflict'], lang: ['ar'] }));
  const gone = other?.filter(({ state }) => state === 'expired') ?? [];
  expect(gone.length).toBeGreaterThan(0);
  expect(gone.every(({ count, publishers }) => count === null && publishers === null)).toBe(true);
  expect(other?.at(-1)?.state).toBe('running');
});
