import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FilterQuery } from '../../lib/events';
import { matches } from '../../lib/filter';
import { toFilter } from '../../lib/filter-terms';
import type { MapAnswer } from '../../lib/map';
import { PLACE_ROLES, type Place } from '../../lib/place';
import { articlesById } from '../../server/db/articles';
import { createDatabase, transaction, type Database } from '../../server/db/client';
import { deleteWithCounts, DOOMED, type Doomed } from '../../server/db/doomed';
import { compileFilter } from '../../server/db/filter-sql';
import { syncTopics } from '../../server/db/places';
import { storeEntries } from '../../server/db/store';
import { countAll, countMappedPlaces, type PlaceCount } from '../../server/db/trends/map';
import { tallyPlaces } from '../../server/db/trends/tally';
import { createTrends } from '../../server/trends-app';
import { ASTANA, CONFLICT, IDLIB, SPORT, SYRIA, tagged, testFeed, TEST_TOPICS } from '../support/articles';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { seeded } from '../support/random';

const NOW = new Date('2026-11-24T12:07:20Z');
const HOUR = 3_600_000;
const HAMA: Place = { ...IDLIB, id: 'hama', name: { en: 'Hama', ar: 'حماة' }, kind: 'admin1' };
const GULF: Place = { ...ASTANA, id: 'gulf-water', name: { en: 'Persian Gulf', ar: 'الخليج العربي' }, kind: 'water', country: null, within: [] };
const random = seeded(11);
const pick = <T>(from: readonly T[], chance: number) => from.filter(() => random() < chance);
const one = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;

let database: TestDatabase;
let db: Database;
const query = (part: Partial<FilterQuery> = {}): FilterQuery => ({ region: [], topic: [], q: '', window: '24h', ...part });
const map = (filter: FilterQuery, more: { limit?: number; hours?: boolean } = {}) => createTrends({ db, now: () => NOW }).map({ filter, limit: 1000, hours: false, ...more });

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase(database.connectionString, (error) => { throw error; });
  await syncTopics(db, TEST_TOPICS);
  const feeds = [await testFeed(db), await testFeed(db, 'https://other.example/feed', 'other')];
  for (const [n, feed] of feeds.entries()) {
    const articles = Array.from({ length: 50 }, (_, k) => tagged(
      { title: `خبر ${n} ${k}`, text: one(['هدنة', 'مفاوضات']), link: `https://news.example/${n}/${k}`, publishedAt: new Date(NOW.getTime() - random() * 30 * HOUR).toISOString() },
      pick([SYRIA, IDLIB, HAMA, GULF, ASTANA], 0.4).map((place) => [place, one(PLACE_ROLES)]), pick([CONFLICT, SPORT], 0.5)));
    await storeEntries(db, feed, NOW, { tagged: articles, seen: [] });
  }
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

/** The articles of a filter and a span, each by the names of its keys. */
async function articles(filter: FilterQuery, from: Date, to: Date) {
  const all = await articlesById(db, (await db.prisma.article.findMany({ select: { id: true } })).map(({ id }) => String(id)));
  return [...all.values()].map(({ keys }) => keys).filter((keys) => matches({ ...toFilter(filter, NOW.getTime()), from: from.toISOString(), to: to.toISOString() }, keys));
}

const flat = ({ countries, provinces, places, others }: MapAnswer) => [...countries, ...provinces, ...places, ...others];

describe('the map’s numbers', () => {
  test.each([
    {}, { topic: ['conflict'] }, { region: ['SY'] }, { role: ['venue' as const] }, { role: ['about' as const, 'dateline' as const] }, { q: 'هدنة' }, { topic: ['sport'], region: ['idlib', 'KZ'], lang: ['ar'] },
  ])('are those of a recount, place by place and role by role: %o', async (part) => {
    const filter = query(part);
    const answer = await map(filter);
    const found = await articles(filter, new Date(answer.from), new Date(answer.to));
    expect(answer.total).toBe(found.length);
    const roles = filter.role ?? [];
    const having = (names: string[]) => found.filter((keys) => names.some((name) => keys.names.includes(name))).length;
    const ids = ['SY', 'idlib', 'hama', 'astana', 'gulf-water'];
    const expected = ids.map((id) => [id, having(roles.length === 0 ? [`region:${id}`] : roles.map((role) => `${role}:${id}`)), PLACE_ROLES.map((role) => having([`${role}:${id}`]))]);
    const places = new Map(flat(answer).map((place) => [place.id, place]));
    expect(ids.map((id) => [id, places.get(id)?.count ?? 0, PLACE_ROLES.map((role) => places.get(id)?.roles[role] ?? 0)])).toEqual(expected.map(([id, count, of]) => [id, count, count === 0 ? PLACE_ROLES.map(() => 0) : of]));
  });

  test('tell what is shaded from what is a circle: no country and no province is among the towns', async () => {
    const { countries, provinces, places, others } = await map(query());
    expect([countries, provinces, places, others].map((list) => list.map(({ id }) => id).sort())).toEqual([['SY'], ['hama'], ['astana', 'idlib'], ['gulf-water']]);
    expect(countries[0]?.publishers).toBe(2);
  });

  test('say how many places the limit left out, the least mentioned', async () => {
    const all = flat(await map(query())).sort((a, b) => b.count - a.count);
    const few = await map(query(), { limit: 2 });
    expect(few.leftOut).toBe(all.length - 2);
    expect(Math.min(...flat(few).map(({ count }) => count))).toBeGreaterThanOrEqual(all[2]?.count ?? 0);
  });

  test.each([{}, { topic: ['conflict'] }, { role: ['about' as const] }, { role: ['about' as const, 'venue' as const] }])('hour by hour they add up to the day: %o', async (part) => {
    const filter = query(part);
    const { frames = [], total, ...answer } = await map(filter, { hours: true });
    expect([frames.length, frames[0]?.start]).toEqual([24, answer.from]);
    expect(frames.reduce((sum, frame) => sum + frame.total, 0)).toBe(total);
    for (const { id, count } of flat({ ...answer, total, frames })) expect([id, frames.reduce((sum, { counts }) => sum + (counts[id] ?? 0), 0)]).toEqual([id, count]);
  });
});

describe('what is remembered of days and hours', () => {
  const sorted = (places: readonly PlaceCount[]) => places.map(({ kind, id, count, publishers }) => `${kind}:${id} ${count} ${kind === 'region' ? publishers : ''}`).sort();

  async function agrees(from: Date, to: Date): Promise<void> {
    const none = await compileFilter(db, toFilter(query()));
    const { total, places } = await tallyPlaces(db, from, to);
    expect([total, sorted(places)], `${from.toISOString()} to ${to.toISOString()}`).toEqual([await countAll(db, none, from, to), sorted(await countMappedPlaces(db, none, from, to))]);
  }

  test('is what is counted anew, for any span, also after what comes late, is worded anew with other roles, or goes', async () => {
    const feed = await testFeed(db, 'https://third.example/feed', 'third');
    const link = 'https://third.example/حماة';
    const story = (roles: [Place, (typeof PLACE_ROLES)[number]][], title: string) =>
      tagged({ title, link, publishedAt: new Date(NOW.getTime() - 26 * HOUR).toISOString() }, roles, [CONFLICT]);
    const spans = Array.from({ length: 12 }, () => {
      const from = NOW.getTime() - Math.floor(random() * 80 * HOUR);
      return [new Date(from), new Date(from + Math.floor(random() * 60 * HOUR))] as const;
    });
    const all = async () => { for (const [from, to] of [...spans, [new Date(NOW.getTime() - 72 * HOUR), NOW] as const]) await agrees(from, to); };
    await all();
    await storeEntries(db, feed, NOW, { tagged: [story([[HAMA, 'venue'], [IDLIB, 'actor']], 'حماة')], seen: [] });
    await all();
    await storeEntries(db, feed, NOW, { tagged: [story([[HAMA, 'actor'], [IDLIB, 'venue']], 'حماة وإدلب')], seen: [] });
    await all();
    await transaction(db.pool, async (client) => {
      const { rows } = await client.query<Doomed>(`${DOOMED} where title = 'حماة وإدلب' for update`);
      expect(rows).toHaveLength(1);
      await deleteWithCounts(client, rows);
    });
    await all();
  });
});
