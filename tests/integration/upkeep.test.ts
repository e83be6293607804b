import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { appendChanges, holdsAllSince, newestCursor } from '../../server/db/changes';
import { createDatabase, transaction, type Database } from '../../server/db/client';
import { tidy } from '../../server/db/housekeeping';
import { syncTopics } from '../../server/db/places';
import { registerSampleFeed, removeSample } from '../../server/db/sample';
import { giveUpOldPages } from '../../server/db/pages';
import { readStatus } from '../../server/db/status';
import { storeEntries } from '../../server/db/store';
import { tagged, testFeed, TEST_TOPICS } from '../support/articles';
import { createTestDatabase, type TestDatabase } from '../support/database';

let test_: TestDatabase;
let db: Database;
const NOW = new Date('2026-11-23T12:00:00Z');
const LONG_AGO = new Date('2026-09-01T12:00:00Z');

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
  await db.pool.query('truncate article, article_key, mention, expired_pair, change, poll, task, feed, origin, publisher restart identity cascade');
});

const log = (articleId: string) =>
  transaction(db.pool, (client) => appendChanges(client, [{ kind: 'article:new', articleId, version: 1 }]));

describe('what only tells of the past', () => {
  test('is tidied away once it is old; the newest change stays', async () => {
    const feed = await testFeed(db);
    const poll = { feedId: feed.id, finishedAt: NOW, outcome: 'ok' };
    await db.prisma.poll.createMany({ data: [{ ...poll, startedAt: LONG_AGO }, { ...poll, startedAt: NOW }] });
    await db.prisma.task.createMany({ data: [{ kind: 'قديم', payload: {}, state: 'done', finishedAt: LONG_AGO }, { kind: 'ينتظر', payload: {}, createdAt: LONG_AGO }] });
    await log('1');
    await log('2');
    await db.pool.query('update change set at = $1', [LONG_AGO]);
    expect(await tidy(db, NOW)).toBe(false);
    expect([await db.prisma.poll.count(), (await db.prisma.task.findMany()).map(({ kind }) => kind), await db.prisma.change.count()]).toEqual([1, ['ينتظر'], 1]);
  });

  test('a reader whose cursor lies before what was tidied away has to begin anew', async () => {
    await log('1');
    const before = await newestCursor(db);
    await log('2');
    await log('3');
    await log('4');
    expect(await holdsAllSince(db, before)).toBe(true);
    await db.pool.query('delete from change where seq <= (select min(seq) + 1 from change)');
    expect([await holdsAllSince(db, before), await holdsAllSince(db, await newestCursor(db))]).toEqual([false, true]);
    expect(await holdsAllSince(db, '999999999')).toBe(false);
  });

  test('in an empty log only the very beginning is held', async () => {
    expect([await holdsAllSince(db, '0'), await holdsAllSince(db, '7')]).toEqual([true, false]);
  });
});

test('a page whose turn did not come for three days is given up in words; one of a paused feed waits on', async () => {
  for (const [slug, status] of [['a', 'active'], ['b', 'paused']] as const) {
    const feed = { ...(await testFeed(db, `https://${slug}.example/feed`, slug)), fullArticles: true };
    await db.prisma.feed.update({ where: { id: feed.id }, data: { fullArticles: true, status } });
    await storeEntries(db, feed, NOW, { tagged: [tagged({ title: 'خبر قديم' }), tagged({ title: 'خبر جديد' })], seen: [] });
  }
  await db.pool.query(`update page_fetch set next_at = case when article_id % 2 = 0 then $1 else $2 end::timestamptz`, [LONG_AGO, NOW]);
  expect(await giveUpOldPages(db, NOW)).toBe(1);
  expect(await db.prisma.pageFetch.findMany({ where: { state: 'failed' } })).toMatchObject([{ outcome: 'too-late', detail: expect.stringContaining('3 days') as string }]);
});

describe('removing the sample', () => {
  const sampleFeed = async () => {
    await registerSampleFeed(db, 'http://127.0.0.1:4000/feed.xml');
    const row = await db.prisma.feed.findFirstOrThrow({ where: { sample: true } });
    return { ...(await testFeed(db, 'https://real.example/feed')), id: row.id, url: row.url, publisherId: row.publisherId, sample: true };
  };

  test('takes its articles, counts, feed and publisher, and nothing else', async () => {
    const feed = await sampleFeed();
    await storeEntries(db, feed, NOW, { tagged: [tagged({ title: 'عيّنة' })], seen: [] });
    await storeEntries(db, await testFeed(db, 'https://real.example/feed'), NOW, { tagged: [tagged({ title: 'خبر' })], seen: [] });
    expect(await readStatus(db)).toMatchObject({ articles: 2, sample: { articles: 1 } });
    const paused = await testFeed(db, 'https://paused.example/feed', 'paused');
    await db.prisma.feed.update({ where: { id: paused.id }, data: { status: 'paused' } });
    expect(await readStatus(db)).toMatchObject({ feeds: 2, healthy: 0, failing: 0, waiting: 1 });
    expect(await removeSample(db)).toBe(1);
    expect(await readStatus(db)).toMatchObject({ articles: 1, feeds: 2, sample: null });
    expect((await db.prisma.article.findMany()).map(({ title }) => title)).toEqual(['خبر']);
  });

  test('waits for a poll of the sample that is storing, and takes what that brought too', async () => {
    const feed = await sampleFeed();
    const poll = await db.pool.connect();
    await poll.query('begin');
    await poll.query(
      `insert into article (publisher_id, identity, content_hash, title, text, dir, first_seen_at, fetched_at, sort_at, sample)
       values ($1, 'x', 'x', 'قيد الحفظ', '', 'rtl', $2, $2, $2, true)`, [feed.publisherId, NOW]);
    const removal = removeSample(db);
    for (let waits = 0; waits === 0;) {
      waits = (await db.pool.query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).rows.length;
    }
    await poll.query('commit');
    poll.release();
    expect(await removal).toBe(1);
  });
});
