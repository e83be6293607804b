import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FilterQuery } from '../../lib/events';
import { MOST_UNREAD, MOST_VIEWS } from '../../lib/reader';
import { createDatabase, transaction, type Database } from '../../server/db/client';
import { tidy } from '../../server/db/housekeeping';
import { syncTopics } from '../../server/db/places';
import { ensureReader } from '../../server/db/reader/readers';
import { starredPage } from '../../server/db/reader/marks';
import { readPageKey } from '../../server/db/articles';
import { storeEntries } from '../../server/db/store';
import { createReader } from '../../server/reader-app';
import { ASTANA, CONFLICT, IDLIB, tagged, testFeed, TEST_TOPICS } from '../support/articles';
import { createTestDatabase, type TestDatabase } from '../support/database';

const NOW = new Date('2026-11-29T12:00:00Z');
const ME = 'a'.repeat(32);
const OTHER = 'b'.repeat(32);
const query = (part: Partial<FilterQuery> = {}): FilterQuery => ({ region: [], topic: [], q: '', window: '24h', ...part });

let database: TestDatabase;
let db: Database;
let now = NOW;
const reader = () => createReader({ db, now: () => now });

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase(database.connectionString, (error) => { throw error; });
  await syncTopics(db, TEST_TOPICS);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});
beforeEach(async () => {
  now = NOW;
  await db.pool.query('truncate article, article_key, mention, change, feed, origin, publisher, reader restart identity cascade');
});

async function store(...titles: string[]): Promise<string[]> {
  const known = await db.prisma.feed.findFirst();
  const feed = await testFeed(db, known?.url);
  await storeEntries(db, feed, NOW, { tagged: titles.map((title) => tagged({ title, text: 'نص', publishedAt: '2026-11-29T11:00:00Z' }, [[title.includes('إدلب') ? IDLIB : ASTANA, 'about']])), seen: [] });
  return (await db.prisma.article.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => String(id));
}

describe('marks', () => {
  test('are set, changed and taken back, article by article and reader by reader', async () => {
    const [one = '', two = ''] = await store('قصف في إدلب', 'محادثات');
    expect(await reader().mark(ME, { articles: [one, two, '999'], set: { read: true } })).toEqual({
      [one]: { read: true, starred: false, hidden: false, note: null }, [two]: { read: true, starred: false, hidden: false, note: null },
    });
    await reader().mark(ME, { articles: [one], set: { starred: true, note: 'للتقرير' } });
    await reader().mark(OTHER, { articles: [one], set: { hidden: true } });
    expect(await reader().marks(ME, [one])).toEqual({ [one]: { read: true, starred: true, hidden: false, note: 'للتقرير' } });
    expect(await reader().marks(OTHER, [one, two])).toEqual({ [one]: { read: false, starred: false, hidden: true, note: null } });
    expect(await reader().mark(ME, { articles: [two], set: { read: false } })).toEqual({ [two]: { read: false, starred: false, hidden: false, note: null } });
    expect(await reader().mark(ME, { articles: [one], set: { note: null } })).toMatchObject({ [one]: { starred: true, note: null } });
    expect(await db.prisma.readerMark.count()).toBe(2);
  });

  test('go when their article goes', async () => {
    const [one = ''] = await store('قصف في إدلب');
    await reader().mark(ME, { articles: [one], set: { starred: true } });
    await db.pool.query('delete from article');
    expect(await db.prisma.readerMark.count()).toBe(0);
    expect(await reader().starred(ME, null)).toEqual({ items: [], marks: {}, older: null });
  });

  test('are many at most: read ones are forgotten from the oldest, more stars are refused', async () => {
    const [one = '', two = ''] = await store('قصف في إدلب', 'محادثات');
    await reader().mark(ME, { articles: [one], set: { read: true } });
    await db.pool.query(`insert into article (id, publisher_id, identity, content_hash, title, text, dir, first_seen_at, fetched_at, sort_at)
      select 100 + n, 1, 'x' || n, '', 'خبر', '', 'rtl', $1, $1, $1 from generate_series(1, 20000) n`, [NOW]);
    await db.pool.query(`insert into reader_mark (reader_id, article_id, read, hidden) select $1, 100 + n, true, false from generate_series(1, 20000) n`, [ME]);
    await reader().mark(ME, { articles: [two], set: { starred: true } });
    expect(await db.prisma.readerMark.count()).toBe(20_000);
    expect(Object.keys(await reader().marks(ME, [one, two, '101', '102', '103']))).toEqual([two, '102', '103']);
    await db.pool.query('update reader_mark set starred_at = $1 where article_id <= 5100', [NOW]);
    await expect(reader().mark(ME, { articles: ['5101', '5102'], set: { starred: true } })).rejects.toMatchObject({ code: 'too-many-marks' });
    expect(await reader().marks(ME, ['5101'])).toMatchObject({ 5101: { starred: false } });
    expect(await reader().mark(ME, { articles: ['5100'], set: { starred: false } })).toMatchObject({ 5100: { starred: false } });
  });

  test('starred articles come by pages, those starred last first, none lost and none twice', async () => {
    const ids = await store(...Array.from({ length: 7 }, (_, n) => `خبر ${n}`));
    await reader().mark(ME, { articles: ids.slice(0, 4), set: { starred: true } });
    now = new Date(NOW.getTime() + 1000);
    await reader().mark(ME, { articles: ids.slice(4), set: { starred: true, read: true } });
    const pages: string[][] = [];
    for (let before: string | null | undefined; before !== null;) {
      const page: Awaited<ReturnType<typeof starredPage>> = await starredPage(db, ME, before === undefined ? null : readPageKey(before), 2);
      expect(Object.keys(page.marks).sort()).toEqual(page.items.map(({ id }) => id).sort());
      pages.push(page.items.map(({ id }) => id));
      before = page.older;
    }
    expect(pages).toEqual([['7', '6'], ['5', '4'], ['3', '2'], ['1']]);
    expect((await reader().starred(ME, null))?.marks[ids[4] ?? '']).toEqual({ read: true, starred: true, hidden: false, note: null });
    expect(await reader().starred(ME, 'nonsense')).toBeNull();
  });
});

describe('views', () => {
  test('count what was stored since they were opened, by their own filter', async () => {
    await store('قصف في إدلب');
    const idlib = await reader().addView(ME, { name: 'إدلب', query: query({ region: ['idlib'] }) });
    const talks = await reader().addView(ME, { name: 'محادثات', query: query({ topic: ['conflict'], q: 'محادثات' }) });
    expect([idlib, talks]).toMatchObject([{ position: 0, unread: 0, createdAt: NOW.toISOString() }, { position: 1, unread: 0 }]);
    await store('هدوء في إدلب', 'جولة محادثات', 'المحادثات في إدلب');
    expect((await reader().views(ME)).map(({ name, unread }) => [name, unread])).toEqual([['إدلب', 2], ['محادثات', 2]]);
    expect(await reader().editView(ME, idlib.id, { seen: true })).toMatchObject({ name: 'إدلب', unread: 0 });
    await store('إدلب صباحا');
    expect((await reader().views(ME)).map(({ unread }) => unread)).toEqual([1, 2]);
    expect(await reader().editView(ME, talks.id, { name: 'أستانا', query: query({ region: ['KZ'] }) })).toMatchObject({ name: 'أستانا', query: { region: ['KZ'] }, unread: 0 });
  });

  test('an edited article is not unread again, and counting ends at a bound', async () => {
    await store('قصف في إدلب');
    const { id } = await reader().addView(ME, { name: 'كل شيء', query: query() });
    await db.pool.query('update article set version = 2, edited_at = now()');
    expect((await reader().views(ME))[0]?.unread).toBe(0);
    await db.pool.query(`insert into article_key (article_id, sort_at, publisher_id, late, keys, role_keys, terms) select 100 + n, $1, 1, false, '{}', '{}', '{}' from generate_series(1, 1500) n`, [NOW]);
    expect((await reader().views(ME)).find((view) => view.id === id)?.unread).toBe(MOST_UNREAD);
  });

  test('are ordered, and each reader has its own', async () => {
    const names = ['أ', 'ب', 'ج'];
    const ids: number[] = [];
    for (const name of names) ids.push((await reader().addView(ME, { name, query: query() })).id);
    const [a = 0, b = 0, c = 0] = ids;
    expect((await reader().orderViews(ME, [c, 999, a])).map(({ id, position }) => [id, position])).toEqual([[c, 0], [a, 1], [b, 2]]);
    expect(await reader().views(OTHER)).toEqual([]);
    expect(await reader().orderViews(OTHER, [a, b, c])).toEqual([]);
    expect([await reader().editView(OTHER, a, { name: 'لي' }), await reader().deleteView(OTHER, a)]).toEqual([null, false]);
    expect([await reader().deleteView(ME, a), await reader().deleteView(ME, a)]).toEqual([true, false]);
    expect((await reader().views(ME)).map(({ name }) => name)).toEqual(['ج', 'ب']);
  });

  test('are so many at most, whoever adds them at once', async () => {
    const added = await Promise.allSettled(Array.from({ length: MOST_VIEWS + 3 }, (_, n) => reader().addView(ME, { name: `عرض ${n}`, query: query({ topic: [CONFLICT.id] }) })));
    expect(added.filter(({ status }) => status === 'rejected').map((one) => (one as PromiseRejectedResult).reason as unknown)).toMatchObject(Array(3).fill({ code: 'too-many-views' }));
    const views = await reader().views(ME);
    expect(views.map(({ position }) => position)).toEqual(Array.from({ length: MOST_VIEWS }, (_, n) => n));
  });
});

test('there are so many readers at most: one more is refused, one who is known is not', async () => {
  await transaction(db.pool, (client) => ensureReader(client, ME, NOW));
  const there = await db.prisma.reader.count();
  await expect(transaction(db.pool, (client) => ensureReader(client, 'c'.repeat(32), NOW, there))).rejects.toMatchObject({ code: 'too-many-readers' });
  await transaction(db.pool, (client) => ensureReader(client, ME, NOW, there));
});

test('a reader who stays away for longer than a cookie lasts is forgotten; one who only looks is not', async () => {
  for (const one of [ME, OTHER]) await reader().addView(one, { name: 'عرض', query: query() });
  now = new Date(NOW.getTime() + 390 * 86_400_000);
  await reader().views(ME);
  await tidy(db, new Date(NOW.getTime() + 401 * 86_400_000));
  expect([(await reader().views(ME)).length, await reader().views(OTHER)]).toEqual([1, []]);
});
