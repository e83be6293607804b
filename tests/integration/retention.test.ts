import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDatabase, transaction, type Database } from '../../server/db/client';
import { tidy } from '../../server/db/housekeeping';
import { knownEntries } from '../../server/db/known';
import { syncTopics } from '../../server/db/places';
import { expireArticles, readRetention, retentionCutoff, writeRetention } from '../../server/db/retention';
import { lockPublisher } from '../../server/db/publisher-lock';
import { readStatus } from '../../server/db/status';
import { storeEntries } from '../../server/db/store';
import { tagged, testFeed, TEST_TOPICS } from '../support/articles';
import { createTestDatabase, type TestDatabase } from '../support/database';

let test_: TestDatabase;
let db: Database;
const NOW = new Date('2026-11-23T12:00:00Z');
const DAY = 86_400_000;
const ago = (days: number) => new Date(NOW.getTime() - days * DAY);

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
  await db.pool.query('truncate article, article_key, mention, expired_pair, change, feed, origin, publisher, setting, tombstone restart identity cascade');
});

const one = (title: string, published: Date | null) => tagged({ title, publishedAt: published?.toISOString() ?? null, dateFlag: published ? null : 'missing' });
const counted = async () => Number((await db.pool.query<{ n: string }>(`select coalesce(sum(count), 0) as n from mention where key = 1`)).rows[0]?.n);
const titles = async () => (await db.prisma.article.findMany({ orderBy: { id: 'asc' } })).map(({ title }) => title);

describe('retention', () => {
  test('keeps everything until somebody says otherwise', async () => {
    expect([await readRetention(db), await retentionCutoff(db, NOW), await expireArticles(db, NOW)]).toEqual([{ days: null }, null, { expired: 0, more: false }]);
    await writeRetention(db, { days: 30 });
    expect(await readRetention(db)).toEqual({ days: 30 });
    expect(await retentionCutoff(db, NOW)).toEqual(ago(30));
  });

  test('deletes what is older by its place in the lists; counts survive, and browsers are told', async () => {
    const feed = await testFeed(db);
    await storeEntries(db, feed, ago(40), { tagged: [one('بلا تاريخ', null), one('قديم', ago(41)), one('حديث', ago(1))], seen: [] });
    await db.pool.query('delete from change');
    await writeRetention(db, { days: 30 });
    expect(await tidy(db, NOW)).toBe(false);
    expect(await titles()).toEqual(['حديث']);
    expect(await counted()).toBe(3);
    expect((await readStatus(db)).articles).toBe(1);
    expect((await db.prisma.change.findMany()).map(({ kind, data }) => [kind, data])).toEqual([['article:removed', null], ['article:removed', null]]);
  });

  test('what a feed still lists does not come in, and is not counted, again', async () => {
    const feed = await testFeed(db);
    const [undated, old] = [one('بلا تاريخ', null), one('قديم', ago(41))];
    await storeEntries(db, feed, ago(40), { tagged: [undated, old], seen: [] });
    await writeRetention(db, { days: 30 });
    await tidy(db, NOW);
    const listed = [undated.entry, old.entry, one('أقدم', ago(31)).entry, one('جديد', ago(0)).entry];
    expect(await knownEntries(db, feed, listed, await retentionCutoff(db, NOW))).toEqual(['buried', 'past', 'past', 'new']);
    expect(await storeEntries(db, feed, NOW, { tagged: [undated, old], seen: [] })).toMatchObject({ inserted: 0 });
    expect([await titles(), await counted()]).toEqual([[], 2]);
  });

  test('an address that is used again for something newer is another article', async () => {
    const feed = await testFeed(db);
    await storeEntries(db, feed, ago(40), { tagged: [tagged({ title: 'نشرة', link: 'https://news.example/live', publishedAt: ago(40).toISOString() })], seen: [] });
    await writeRetention(db, { days: 30 });
    await tidy(db, ago(2));
    const again = tagged({ title: 'نشرة أخرى', link: 'https://news.example/live', publishedAt: ago(1).toISOString() });
    expect(await knownEntries(db, feed, [again.entry], ago(30))).toEqual(['new']);
    expect(await storeEntries(db, feed, NOW, { tagged: [again], seen: [] })).toMatchObject({ inserted: 1 });
  });

  test('goes by batches, and leaves alone what a poll holds', async () => {
    const feed = await testFeed(db);
    for (let n = 0; n < 3; n += 1) {
      await storeEntries(db, feed, ago(40), { tagged: Array.from({ length: 200 }, (_, i) => one(`خبر ${n} ${i}`, ago(40))), seen: [] });
    }
    await writeRetention(db, { days: 30 });
    await transaction(db.pool, async (poll) => {
      await poll.query('select 1 from article where id = 1 for update');
      expect(await expireArticles(db, NOW)).toEqual({ expired: 500, more: true });
      expect(await expireArticles(db, NOW)).toEqual({ expired: 99, more: false });
      expect(await db.prisma.article.count()).toBe(1);
    });
    expect(await expireArticles(db, NOW)).toEqual({ expired: 1, more: false });
  });

  test('leaves a publisher alone that a poll is storing for, and takes the others', async () => {
    const [busy, free] = [await testFeed(db, 'https://a.example/feed', 'a'), await testFeed(db, 'https://b.example/feed', 'b')];
    await storeEntries(db, busy, ago(40), { tagged: [one('قيد الحفظ', ago(41))], seen: [] });
    await storeEntries(db, free, ago(40), { tagged: [one('قديم', ago(40))], seen: [] });
    await writeRetention(db, { days: 30 });
    await transaction(db.pool, async (poll) => {
      await lockPublisher(poll, busy.publisherId);
      expect(await expireArticles(db, NOW)).toEqual({ expired: 1, more: false });
      expect(await titles()).toEqual(['قيد الحفظ']);
    });
    expect(await expireArticles(db, NOW)).toEqual({ expired: 1, more: false });
  });

  test('its tombstones go when no feed has listed them for long', async () => {
    const feed = await testFeed(db);
    await db.prisma.tombstone.createMany({ data: [{ publisherId: feed.publisherId, identity: 'قديم', seenAt: ago(200) }, { publisherId: feed.publisherId, identity: 'حديث', seenAt: ago(20) }] });
    await tidy(db, NOW);
    expect((await db.prisma.tombstone.findMany()).map(({ identity }) => identity)).toEqual(['حديث']);
  });
});
