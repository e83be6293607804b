import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findCandidates } from '../../server/db/candidates';
import { createDatabase, type Database } from '../../server/db/client';
import { knownEntries } from '../../server/db/known';
import { syncTopics } from '../../server/db/places';
import { storeEntries } from '../../server/db/store';
import { entry, IDLIB, SPORT, CONFLICT, SYRIA, tagged, testFeed, TEST_TOPICS } from '../support/articles';
import { countsByName, expectTrueCounts, hoursOf } from '../support/counts';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { seeded } from '../support/random';
import { allTags } from '../support/tags';

let test_: TestDatabase;
let db: Database;
const NOW = new Date('2017-09-13T12:00:00Z');

beforeAll(async () => {
  test_ = await createTestDatabase();
  db = createDatabase(test_.connectionString, (error) => { throw error; });
  await syncTopics(db, TEST_TOPICS);
});
afterAll(async () => {
  await db.close();
  await test_.drop();
});
beforeEach(async () => {
  await db.pool.query('truncate article, article_key, mention, expired_pair, change, feed, publisher restart identity cascade');
});

const store = (feed: Awaited<ReturnType<typeof testFeed>>, ...entries: ReturnType<typeof tagged>[]) =>
  storeEntries(db, feed, NOW, { tagged: entries, seen: [] });

const counts = () => countsByName(db);

const hourOf = (at: Date) => new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000).toISOString();

const kinds = async () => (await db.pool.query<{ kind: string }>('select kind from change order by seq')).rows.map(({ kind }) => kind);

describe('what the insert returns is new', () => {
  test('a second poll of the same entry adds nothing, and the log says it once', async () => {
    const feed = await testFeed(db);
    expect(await store(feed, tagged())).toMatchObject({ inserted: 1, edited: 0 });
    expect(await store(feed, tagged())).toMatchObject({ inserted: 0, edited: 0 });
    expect(await kinds()).toEqual(['article:new']);
  });

  test('ten polls at once of overlapping feeds leave each article once, counted once', async () => {
    const feeds = await Promise.all(Array.from({ length: 10 }, (_, n) => testFeed(db, `https://news.example/${n}.xml`)));
    const batch = () => Array.from({ length: 20 }, (_, n) => tagged({ title: `عاجل ${n}`, link: `https://news.example/a/${n}` }, [[IDLIB, 'about']]));
    const results = await Promise.all(feeds.map((feed) => store(feed, ...batch().sort(() => Math.random() - 0.5))));
    expect(results.reduce((sum, one) => sum + one.inserted, 0)).toBe(20);
    expect(await db.prisma.article.count()).toBe(20);
    expect(await db.prisma.articleFeed.count()).toBe(200);
    expect((await counts())['all:']).toBe(20);
    expect(results.every((one) => one.edited === 0)).toBe(true);
  });

  test('one document that carries an entry twice stores it once and loses no guid', async () => {
    const feed = await testFeed(db);
    await store(feed, tagged({ guid: 'أ' }), tagged({ guid: 'ب' }));
    expect(await db.prisma.article.count()).toBe(1);
    expect((await db.prisma.articleFeed.findMany({ orderBy: { entryKey: 'asc' } })).map((row) => row.entryKey)).toEqual(['أ', 'ب']);
  });

  test('two publishers with the same address stay two articles', async () => {
    const one = await testFeed(db, 'https://a.example/feed', 'a');
    const two = await testFeed(db, 'https://b.example/feed', 'b');
    await store(one, tagged());
    await store(two, tagged());
    expect(await db.prisma.article.count()).toBe(2);
  });

  test('a character that Postgres refuses costs neither its article nor the others', async () => {
    const feed = await testFeed(db);
    await store(feed, tagged({ title: 'خبر\u0000 عاجل', link: 'https://news.example/nul' }), tagged({ title: 'نصف \ud83d', link: 'https://news.example/half' }));
    expect(await db.prisma.article.count()).toBe(2);
  });

  test('an identity longer than an index entry may be is still one article', async () => {
    const feed = await testFeed(db);
    const long = tagged({ identity: `https://news.example/${'طويل'.repeat(2000)}`, guid: 'ط'.repeat(5000) });
    expect(await store(feed, long)).toMatchObject({ inserted: 1, edited: 0 });
    expect(await knownEntries(db, feed, [long.entry])).toEqual(['seen']);
  });
});

describe('an edited article', () => {
  const first = () => tagged({ title: 'الجيش يتقدم نحو إدلب', link: 'https://news.example/1' }, [[IDLIB, 'about']], [CONFLICT]);
  const second = () => tagged({ title: 'المنتخب السوري يتعادل', link: 'https://news.example/1' }, [[SYRIA, 'actor']], [SPORT]);

  test('becomes a version of the same article; the old text is kept', async () => {
    const feed = await testFeed(db);
    await store(feed, first());
    expect(await knownEntries(db, feed, [second().entry])).toEqual(['edited']);
    expect(await store(feed, second())).toMatchObject({ inserted: 0, edited: 1 });
    const article = await db.prisma.article.findFirstOrThrow({ include: { versions: true } });
    expect(article).toMatchObject({ version: 2, title: 'المنتخب السوري يتعادل', versions: [{ version: 1, title: 'الجيش يتقدم نحو إدلب' }] });
    const [{ places, topics } = { places: [], topics: [] }] = await allTags(db);
    expect([places.map(({ place }) => place.id), topics.map(({ topic }) => topic.id)]).toEqual([['SY'], ['sport']]);
    expect(await kinds()).toEqual(['article:new', 'article:edited']);
  });

  test('takes its old tags out of the counts and puts the new ones in', async () => {
    const feed = await testFeed(db);
    await store(feed, first());
    expect(await counts()).toMatchObject({ 'place:idlib': 1, 'region:SY': 1, 'topic:conflict': 1 });
    await store(feed, second());
    const after = await counts();
    expect(after).toMatchObject({ 'all:': 1, 'place:SY': 1, 'region:SY': 1, 'region:levant': 1, 'topic:sport': 1 });
    expect(after).not.toHaveProperty('place:idlib');
    expect(after).not.toHaveProperty('topic:conflict');
  });

  test('moves to the bucket of its new date', async () => {
    const feed = await testFeed(db);
    await store(feed, tagged({ title: 'أ', link: 'https://news.example/1', publishedAt: '2017-09-13T10:05:00Z' }));
    await store(feed, tagged({ title: 'ب', link: 'https://news.example/1', publishedAt: '2017-09-13T11:50:00Z' }));
    expect(await hoursOf(db)).toEqual([{ hour: '2017-09-13T11:00:00.000Z', count: 1 }]);
    await expectTrueCounts(db);
  });

  test('is not made by a second feed of the publisher that words it otherwise', async () => {
    const one = await testFeed(db);
    const two = await testFeed(db, 'https://news.example/other');
    await store(one, first());
    const otherwise = tagged({ title: 'الجيش يتقدم', link: 'https://news.example/1' });
    expect(await knownEntries(db, two, [otherwise.entry])).toEqual(['elsewhere']);
    await storeEntries(db, two, NOW, { tagged: [], seen: [otherwise.entry] });
    expect(await knownEntries(db, two, [otherwise.entry])).toEqual(['seen']);
    expect(await db.prisma.article.findFirstOrThrow({ include: { seenIn: true } })).toMatchObject({ version: 1, seenIn: { length: 2 } });
  });
});

describe('what makes it the same article', () => {
  const live = (guid: string, title: string, identity: string) => tagged({ guid, title, link: 'https://news.example/live', identity });
  const URL = 'https://news.example/live';

  test('an edit that changes the guid with it is an edit', async () => {
    const feed = await testFeed(db);
    await store(feed, live('n1#0', 'عشرة قتلى في هجوم على إدلب', URL));
    const next = live('n1#1', 'عشرون قتيلا في هجوم على إدلب', URL);
    expect(await knownEntries(db, feed, [next.entry])).toEqual(['edited']);
    expect(await store(feed, next)).toMatchObject({ inserted: 0, edited: 1 });
    expect(await knownEntries(db, feed, [next.entry])).toEqual(['seen']);
  });

  test('an id that lay on an article lies on it also when others come to share its address', async () => {
    const feed = await testFeed(db);
    await store(feed, live('g1', 'بث مباشر', URL));
    const [again, other] = [live('g1', 'بث مباشر', 'guid:g1'), live('g2', 'خبر آخر', 'guid:g2')];
    expect(await knownEntries(db, feed, [again.entry, other.entry])).toEqual(['seen', 'new']);
    await storeEntries(db, feed, NOW, { tagged: [other], seen: [again.entry] });
    await storeEntries(db, feed, NOW, { tagged: [], seen: [again.entry, other.entry] });
    const rows = await db.prisma.articleFeed.findMany({ orderBy: { entryKey: 'asc' } });
    expect(rows.map(({ entryKey }) => entryKey)).toEqual(['g1', 'g2']);
    expect(new Set(rows.map(({ articleId }) => articleId)).size).toBe(2);
  });

  test('an id that a sloppy feed uses again for another item swallows nothing', async () => {
    const feed = await testFeed(db);
    await store(feed, tagged({ guid: '1', title: 'الأول', link: 'https://news.example/a' }));
    expect(await store(feed, tagged({ guid: '1', title: 'الثاني', link: 'https://news.example/b' }))).toMatchObject({ inserted: 1, edited: 0 });
    expect(await db.prisma.article.count()).toBe(2);
  });

  test('an article that moved to another address under its own id is the same', async () => {
    const feed = await testFeed(db);
    await store(feed, tagged({ guid: '1', title: 'الأول', link: 'https://news.example/a' }));
    const moved = tagged({ guid: '1', title: 'الأول', link: 'https://news.example/2017/a', text: 'نص أطول' });
    expect(await knownEntries(db, feed, [moved.entry])).toEqual(['edited']);
    expect(await store(feed, moved)).toMatchObject({ inserted: 0, edited: 1 });
  });

  test('a word without end is stored like any other, and what stands beside it too', async () => {
    const feed = await testFeed(db);
    const random = seeded(7);
    const endless = Array.from({ length: 9000 }, () => String.fromCharCode(0x628 + Math.floor(random() * 20))).join('');
    await store(feed, tagged({ title: endless, link: 'https://news.example/x' }), tagged({ title: 'خبر', link: 'https://news.example/y' }));
    expect(await db.prisma.article.count()).toBe(2);
  });
});

describe('what is counted', () => {
  test('undated articles are counted and ordered by when they were first seen', async () => {
    const feed = await testFeed(db);
    await store(feed, tagged({ publishedAt: null, dateFlag: 'missing', publishedRaw: 'أمس' }));
    const article = await db.prisma.article.findFirstOrThrow();
    expect(article).toMatchObject({ publishedAt: null, sortAt: NOW, publishedRaw: 'أمس', dateFlag: 'missing' });
  });

  test.each(['future', 'implausible', 'unreadable'] as const)('so are those whose date is %s', async (dateFlag) => {
    const feed = await testFeed(db);
    await store(feed, tagged({ publishedAt: null, dateFlag, publishedRaw: 'Thu, 01 Jan 1970 00:00:00 GMT' }));
    expect(await db.prisma.article.findFirstOrThrow()).toMatchObject({ publishedAt: null, sortAt: NOW, dateFlag });
    expect(await hoursOf(db)).toEqual([{ hour: hourOf(NOW), count: 1 }]);
  });

  test('an article of today whose hour isn’t known stands and counts where it was first seen, also when it is edited', async () => {
    const feed = await testFeed(db);
    const midnight = new Date(NOW.getTime() - 5 * 3_600_000).toISOString();
    await store(feed, tagged({ publishedAt: midnight, dateFlag: 'day-only' }));
    const later = new Date(NOW.getTime() + 3_600_000);
    await storeEntries(db, feed, later, { tagged: [tagged({ publishedAt: midnight, dateFlag: 'day-only', text: 'نص معدل' })], seen: [] });
    expect(await db.prisma.article.findFirstOrThrow()).toMatchObject({ version: 2, publishedAt: new Date(midnight), sortAt: NOW });
    expect(await hoursOf(db)).toEqual([{ hour: hourOf(NOW), count: 1 }]);
  });

  test('a failure in the middle leaves nothing behind', async () => {
    const feed = await testFeed(db);
    await db.pool.query(`alter table mention add constraint full_up check (count < 2)`);
    const other = tagged({ link: 'https://news.example/2', title: 'سليم' });
    await expect(store(feed, tagged(), other)).rejects.toThrow(/full_up/);
    await db.pool.query('alter table mention drop constraint full_up');
    expect([await db.prisma.article.count(), await db.prisma.change.count(), Object.keys(await counts())]).toEqual([0, 0, []]);
  });

  test('known entries come back in the order asked', async () => {
    const feed = await testFeed(db);
    await store(feed, tagged({ title: 'قديم', link: 'https://news.example/old' }));
    const asked = [entry({ title: 'جديد', link: 'https://news.example/new' }), entry({ title: 'قديم', link: 'https://news.example/old' })];
    expect(await knownEntries(db, feed, asked)).toEqual(['new', 'seen']);
  });
});

test('a feed that dates all its items to one second is not compared with all of itself', async () => {
  const feed = await testFeed(db);
  const at = '2017-09-13T10:20:30.000Z';
  const items = Array.from({ length: 60 }, (_, n) => tagged({ title: `خبر ${n}`, text: `نص ${n}`, link: `https://news.example/a/${n}`, publishedAt: at }, [], []));
  await store(feed, ...items);
  const found = await findCandidates(db.pool, feed, items.map((one) => one.entry));
  expect(Math.max(...found.map((some) => some.length))).toBeLessThan(20);
});

test('a large document is asked for in portions, its answers in order', async () => {
  const feed = await testFeed(db);
  const items = Array.from({ length: 1101 }, (_, n) => tagged({ title: `خبر ${n}`, link: `https://news.example/a/${n}` }, [], []));
  await store(feed, ...items.filter((_, n) => n % 3 === 0));
  const known = await knownEntries(db, feed, items.map((one) => one.entry));
  expect(known).toEqual(items.map((_, n) => (n % 3 === 0 ? 'seen' : 'new')));
});

test('what is buried is found while another feed says that it lists it', async () => {
  const feed = await testFeed(db);
  const gone = entry({ link: 'https://news.example/gone', publishedAt: '2017-01-01T10:20:30.000Z' });
  await db.pool.query(`insert into tombstone (publisher_id, identity, seen_at) values ($1, $2, '2017-09-01')`, [feed.publisherId, gone.identity]);
  const other = await db.pool.connect();
  try {
    await other.query('begin');
    await other.query('select from tombstone for update');
    expect(await knownEntries(db, feed, [gone])).toEqual(['buried']);
  } finally {
    await other.query('rollback');
    other.release();
  }
  await knownEntries(db, feed, [gone]);
  const { rows: [row] } = await db.pool.query<{ renewed: boolean }>(`select seen_at > '2017-09-01' as renewed from tombstone`);
  expect(row).toEqual({ renewed: true });
});
