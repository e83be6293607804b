import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createDatabase, transaction, type Database } from '../../server/db/client';
import { lockPublisher } from '../../server/db/publisher-lock';
import { testFeed } from '../support/articles';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { deferred } from '../support/deferred';
import { createDesk, feedOf, type Desk, type WrittenItem } from '../support/desk';
import { seeded } from '../support/random';

let test_: TestDatabase;
let db: Database;
let desk: Desk;

beforeAll(async () => {
  test_ = await createTestDatabase();
  db = createDatabase(test_.connectionString, (error) => { throw error; });
  desk = createDesk(db);
});
afterAll(async () => {
  await db.close();
  await test_.drop();
});
beforeEach(async () => {
  await db.pool.query('truncate article, article_key, mention, expired_pair, change, feed, publisher restart identity cascade');
});

const WORDS = ('المحادثات الهدنة القافلة المعبر المستشفى المدرسة الجسر الميناء السوق القطار الحكومة البرلمان الانتخابات الميزانية النفط الغاز '
  + 'القمح الأمطار الحريق الزلزال المباراة البطولة الهدف المدرب الجمهور المعرض الكتاب المسرح السينما الجامعة').split(' ');
const START = Date.parse('2017-09-13T06:00:05Z');

const shuffled = <T>(list: readonly T[], random: () => number): T[] =>
  list.map((one) => ({ one, key: random() })).sort((a, b) => a.key - b.key).map(({ one }) => one);

/** Item `n` of a publisher: a title and a text of its own, long enough to prove something. */
function item(n: number): WrittenItem {
  const random = seeded(n + 1);
  const text = Array.from({ length: 40 }, (_, i) => `${WORDS[Math.floor(random() * WORDS.length)] ?? ''}${i} `).join('');
  return { title: `خبر رقم ${n} عن ${text.split(' ')[0] ?? ''}`, text, guid: `urn:item:${7000 + n}`, link: `https://news.example/2017/${7000 + n}`, date: new Date(START + n * 60_000) };
}

/** The same item as a feed shows it that has addresses of its own, ids of its own, or both. */
const WAYS: ((one: WrittenItem, n: number) => WrittenItem)[] = [
  (one) => one,
  (one) => ({ ...one, link: `${one.link}?utm_source=rss` }),
  (one, n) => ({ ...one, link: `https://news.example/section/${9000 + n}` }),
  (one, n) => ({ ...one, guid: `x-${9000 + n}` }),
  (one, n) => ({ ...one, guid: `x-${9000 + n}`, link: `https://news.example/section/${9000 + n}` }),
];

test('fifty polls at once of overlapping feeds leave no double', async () => {
  const random = seeded(17);
  const publishers = ['a', 'b', 'c', 'd', 'e'];
  const feeds = await Promise.all(publishers.flatMap((slug) => Array.from({ length: 10 }, (_, n) => testFeed(db, `https://${slug}.example/${n}.xml`, slug))));
  const ends = await Promise.all(feeds.map((feed, f) => {
    const items = Array.from({ length: 40 }, (_, n) => (WAYS[f % WAYS.length] ?? WAYS[0])?.(item(n), n) ?? {});
    return desk.poll(feed, feedOf(shuffled(items, random)), new Date(START + 3_600_000));
  }));
  expect(ends.map(({ outcome, detail }) => [outcome, detail])).toEqual(feeds.map(() => ['ok', null]));
  expect(ends.reduce((sum, { newArticles }) => sum + newArticles, 0)).toBe(5 * 40);
  expect(ends.reduce((sum, { edited }) => sum + edited, 0)).toBe(0);
  const { rows } = await db.pool.query<{ articles: number; titles: number; all: number; tied: number; logged: number }>(`
    select (select count(*)::int from article) as articles, (select count(distinct (publisher_id, title))::int from article) as titles,
      (select sum(count)::int from mention where key = 1) as "all", (select count(distinct (feed_id, article_id))::int from article_feed) as tied,
      (select count(*)::int from change) as logged`);
  expect(rows).toEqual([{ articles: 200, titles: 200, all: 200, tied: 2000, logged: 200 }]);
}, 60_000);

test('the same words under two addresses, stored at the same moment by two feeds, are one article', async () => {
  const feeds = await Promise.all([0, 1].map((n) => testFeed(db, `https://news.example/${n}.xml`)));
  for (let n = 0; n < 20; n++) {
    await Promise.all(feeds.map((feed, f) => desk.poll(feed, feedOf([{ ...item(n), guid: `f${f}-${n}00`, link: `https://news.example/${f}/${n}00` }]), new Date(START + 86_400_000))));
  }
  expect(await db.prisma.article.count()).toBe(20);
  expect(await db.prisma.articleFeed.groupBy({ by: ['feedId', 'articleId'] })).toHaveLength(40);
});

test('two publishers never wait for each other', async () => {
  const [one, two] = [await testFeed(db, 'https://a.example/feed', 'a'), await testFeed(db, 'https://b.example/feed', 'b')];
  const holding = deferred<void>();
  const held = deferred<void>();
  const transactionOfA = transaction(db.pool, async (client) => {
    await lockPublisher(client, one.publisherId);
    held.resolve();
    await holding.promise;
  });
  await held.promise;
  expect((await desk.poll(two, feedOf([item(1)]))).newArticles).toBe(1);
  holding.resolve();
  await transactionOfA;
});

test('a deadlock is no failure: whoever loses starts over', async () => {
  const feeds = await Promise.all(['a', 'b'].map((slug) => testFeed(db, `https://${slug}.example/feed`, slug)));
  let met = 0;
  const both = deferred<void>();
  const crossing = (first: number, second: number) => transaction(db.pool, async (client) => {
    await client.query('update feed set failures = failures + 1 where id = $1', [feeds[first]?.id]);
    if (++met >= 2) both.resolve();
    await both.promise;
    await client.query('update feed set failures = failures + 1 where id = $1', [feeds[second]?.id]);
  });
  await Promise.all([crossing(0, 1), crossing(1, 0)]);
  expect((await db.prisma.feed.findMany()).map(({ failures }) => failures)).toEqual([2, 2]);
  expect(met).toBeGreaterThan(2);
});
