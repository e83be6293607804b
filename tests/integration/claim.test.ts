import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ClaimedFeed, PollRecord } from '../../lib/feed';
import { claimFeeds, releaseLeases, renewLease } from '../../server/db/claim';
import { createDatabase, type Database } from '../../server/db/client';
import { recordPoll } from '../../server/db/polls';
import { ADDING_LOCK } from '../../server/db/sources/add';
import { testFeed } from '../support/articles';
import { createTestDatabase, type TestDatabase } from '../support/database';

let test_: TestDatabase;
let db: Database;

beforeAll(async () => {
  test_ = await createTestDatabase();
  db = createDatabase(test_.connectionString, (error) => { throw error; });
});
afterAll(async () => {
  await db.close();
  await test_.drop();
});
beforeEach(async () => {
  await db.pool.query('truncate feed, origin, publisher, change restart identity cascade');
});

const addFeeds = async (urls: string[]) => {
  for (const url of urls) await testFeed(db, url);
};
const urls = (feeds: ClaimedFeed[]) => feeds.map(({ url }) => url).sort();
const LATER = new Date(Date.now() + 3_600_000);

function record(part: Partial<PollRecord> = {}): PollRecord {
  const now = new Date();
  return {
    outcome: 'ok', detail: null, startedAt: now, finishedAt: now, httpStatus: 200, bytes: 10, entries: 1, newArticles: 1, edited: 0,
    etag: null, lastModified: null, bodyHash: 'x', movedTo: null, intervalSeconds: 60, itemsPerDay: 24, ttlSeconds: null, nextPollAt: LATER, nextPollReason: { code: 'rhythm', n: 24 }, outage: null, ...part,
  };
}

describe('claiming', () => {
  test('two pollers that ask at once share the feeds and poll none twice', async () => {
    await addFeeds(Array.from({ length: 20 }, (_, n) => `https://صحيفة${n}.example/feed`));
    const [one, two] = await Promise.all([claimFeeds(db, 'a', 15, 60), claimFeeds(db, 'b', 15, 60)]);
    expect(new Set([...urls(one), ...urls(two)]).size).toBe(one.length + two.length);
    expect(one.length + two.length + (await claimFeeds(db, 'a', 15, 60)).length).toBe(20);
  });

  test('a row that another transaction holds is skipped, not waited for', async () => {
    await addFeeds(['https://held.example/feed', 'https://free.example/feed']);
    const holder = await db.pool.connect();
    await holder.query('begin');
    await holder.query(`select 1 from origin where origin = 'https://held.example' for update`);
    expect(urls(await claimFeeds(db, 'a', 10, 60))).toEqual(['https://free.example/feed']);
    await holder.query('commit');
    holder.release();
  });

  test('where none is due, the others are not read to find that out', async () => {
    await db.pool.query(`
      with numbers as (select n, 'https://صحيفة' || n || '.example' as origin from generate_series(1, 2000) n),
        publishers as (insert into publisher (slug, name) values ('p', 'صحيفة') returning id),
        origins as (insert into origin (origin) select origin from numbers)
      insert into feed (publisher_id, origin, url, title, next_poll_at)
      select id, origin, origin || '/feed', 'خلاصة', now() + interval '1 day' from numbers, publishers`);
    await db.pool.query('analyze feed, origin');
    const rowsRead = async () => {
      await db.pool.query('select pg_stat_force_next_flush()');
      const { rows } = await db.pool.query<{ read: string }>(`
        select sum(t.seq_tup_read) + (select sum(idx_tup_read) from pg_stat_user_indexes where relname in ('feed', 'origin')) as read
        from pg_stat_user_tables t where t.relname in ('feed', 'origin')`);
      return Number(rows[0]?.read);
    };
    const before = await rowsRead();
    expect(await claimFeeds(db, 'a', 32, 60)).toEqual([]);
    expect(await rowsRead() - before).toBeLessThan(100);
  });

  test('two feeds of one origin are asked one after the other', async () => {
    await addFeeds(['https://one.example/a', 'https://one.example/b']);
    const [first] = await claimFeeds(db, 'a', 10, 60);
    expect(await claimFeeds(db, 'b', 10, 60)).toEqual([]);
    if (!first) throw new Error('nothing was claimed');
    await recordPoll(db, 'a', first, record());
    expect(urls(await claimFeeds(db, 'b', 10, 60))).toEqual(['https://one.example/b']);
  });

  test('a lease that ended is taken over; one that was given back at a stop is free at once', async () => {
    await addFeeds(['https://one.example/a']);
    expect(await claimFeeds(db, 'dead', 10, -1)).toHaveLength(1);
    expect(await claimFeeds(db, 'stopping', 10, 600)).toHaveLength(1);
    expect(await claimFeeds(db, 'next', 10, 600)).toHaveLength(0);
    await releaseLeases(db, 'stopping');
    expect(await claimFeeds(db, 'next', 10, 600)).toHaveLength(1);
  });

  test('whoever lost its lease can not give back the lease of the next', async () => {
    await addFeeds(['https://one.example/a', 'https://one.example/b']);
    const [lost] = await claimFeeds(db, 'dead', 10, -1);
    await claimFeeds(db, 'alive', 10, 600);
    if (!lost) throw new Error('nothing was claimed');
    await recordPoll(db, 'dead', lost, record());
    expect(await claimFeeds(db, 'third', 10, 600)).toEqual([]);
  });

  test('a lease that is renewed in time is not taken over; a stranger can not renew it', async () => {
    await addFeeds(['https://one.example/a']);
    const [feed] = await claimFeeds(db, 'busy', 10, -1);
    if (!feed) throw new Error('nothing was claimed');
    await renewLease(db, 'stranger', feed, 600);
    expect(await claimFeeds(db, 'busy', 10, -1)).toHaveLength(1);
    await renewLease(db, 'busy', feed, 600);
    expect(await claimFeeds(db, 'next', 10, 60)).toEqual([]);
  });

  test('the sample wire is left to the process that serves it', async () => {
    await addFeeds(['https://one.example/a']);
    await db.prisma.feed.updateMany({ data: { sample: true } });
    expect(await claimFeeds(db, 'other', 10, 60, false)).toEqual([]);
    expect(await claimFeeds(db, 'keeper', 10, 60, true)).toHaveLength(1);
  });

  test('paused and gone feeds, and feeds that are not due, are left alone', async () => {
    await addFeeds(['https://a.example/', 'https://b.example/', 'https://c.example/']);
    await db.prisma.feed.updateMany({ where: { url: 'https://a.example/' }, data: { status: 'paused' } });
    await db.prisma.feed.updateMany({ where: { url: 'https://b.example/' }, data: { nextPollAt: LATER } });
    expect(urls(await claimFeeds(db, 'a', 10, 60))).toEqual(['https://c.example/']);
  });
});

describe('what a poll came to', () => {
  const claimOne = async () => {
    const [feed] = await claimFeeds(db, 'a', 1, 60);
    if (!feed) throw new Error('nothing was claimed');
    return feed;
  };
  const due = () => db.prisma.feed.updateMany({ data: { nextPollAt: new Date(0) } });

  test('failures are counted and told in words; a success clears them; the log hears of each turn', async () => {
    await addFeeds(['https://a.example/']);
    await recordPoll(db, 'a', await claimOne(), record());
    for (const detail of ['no answer in 20 s', 'still none']) {
      await due();
      await recordPoll(db, 'a', await claimOne(), record({ outcome: 'timeout', detail, httpStatus: null }));
    }
    expect(await db.prisma.feed.findFirst()).toMatchObject({ failures: 2, lastError: 'still none', lastOutcome: 'timeout' });
    await due();
    await recordPoll(db, 'a', await claimOne(), record({ outcome: 'not-modified' }));
    expect(await db.prisma.feed.findFirst()).toMatchObject({ failures: 0, lastError: null, nextPollAt: LATER, nextPollReason: { code: 'rhythm', n: 24 } });
    expect(await db.prisma.poll.count()).toBe(4);
    expect(await db.prisma.change.count({ where: { kind: 'feed:changed' } })).toBe(3);
  });

  test('the first answer is marked as such: what it brings is backfill', async () => {
    await addFeeds(['https://a.example/']);
    const first = await claimOne();
    await recordPoll(db, 'a', first, record());
    await due();
    expect([first.first, (await claimOne()).first]).toEqual([true, false]);
  });

  test('a feed that is gone is asked no more', async () => {
    await addFeeds(['https://a.example/']);
    await recordPoll(db, 'a', await claimOne(), record({ outcome: 'gone', detail: '410', nextPollAt: new Date(0) }));
    expect(await claimFeeds(db, 'a', 10, 60)).toEqual([]);
  });

  test('a permanent redirect moves the feed, unless another has the address', async () => {
    await addFeeds(['https://a.example/', 'https://b.example/']);
    const claimed = await claimFeeds(db, 'a', 2, 60);
    for (const feed of claimed) await recordPoll(db, 'a', feed, record({ movedTo: 'https://new.example/feed' }));
    expect((await db.prisma.feed.findMany({ orderBy: { id: 'asc' } })).map(({ url, originKey }) => [url, originKey])).toEqual([
      ['https://new.example/feed', 'https://new.example'], ['https://b.example/', 'https://b.example'],
    ]);
  });

  test('a feed that moves where another is just moving keeps its own address, and its poll is remembered', async () => {
    await addFeeds(['https://قديم.example/', 'https://new.example/another']);
    const feed = await claimOne();
    const holder = await db.pool.connect();
    await holder.query('begin');
    await holder.query(ADDING_LOCK);
    await holder.query(`update feed set url = 'https://new.example/feed' where id <> $1`, [feed.id]);
    const recorded = recordPoll(db, 'a', feed, record({ movedTo: 'https://new.example/feed' })).catch((error: unknown) => error);
    await expect.poll(async () => (await db.pool.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).rowCount).toBe(1);
    await holder.query('commit');
    holder.release();
    expect(await recorded).toBeUndefined();
    expect(await db.prisma.feed.findUnique({ where: { id: feed.id } })).toMatchObject({ url: feed.url, lastOutcome: 'ok' });
    expect(await db.prisma.poll.count()).toBe(1);
  });

  test('a feed that moved is not added again under the address that a list names', async () => {
    await addFeeds(['https://a.example/']);
    await recordPoll(db, 'a', await claimOne(), record({ movedTo: 'https://new.example/feed' }));
    await addFeeds(['https://a.example/']).catch(() => undefined);
    expect((await db.prisma.feed.findMany()).map(({ url }) => url)).toEqual(['https://new.example/feed']);
  });

  test('a feed whose address was changed while it was asked keeps nothing of the old one', async () => {
    await addFeeds(['https://a.example/']);
    const feed = await claimOne();
    await db.prisma.feed.updateMany({ data: { url: 'https://a.example/جديد', nextPollAt: new Date(0) } });
    await recordPoll(db, 'a', feed, record({ etag: '"v1"', movedTo: 'https://a.example/old' }));
    expect(await db.prisma.feed.findFirst()).toMatchObject({ url: 'https://a.example/جديد', etag: null, lastPollAt: null });
    expect(urls(await claimFeeds(db, 'b', 1, 60))).toEqual(['https://a.example/جديد']);
  });

  test('what a poll learned of the rhythm is there at the next one', async () => {
    await addFeeds(['https://a.example/']);
    const first = await claimOne();
    expect(first).toMatchObject({ itemsPerDay: null, ttlSeconds: null, lastSuccessAt: null, addedAt: expect.any(Date) as Date });
    const polled = record({ itemsPerDay: 33.5, ttlSeconds: 1800 });
    await recordPoll(db, 'a', first, polled);
    await due();
    expect(await claimOne()).toMatchObject({ itemsPerDay: 33.5, ttlSeconds: 1800, lastSuccessAt: polled.finishedAt });
  });

  test('a feed deleted while it was polled is let go', async () => {
    await addFeeds(['https://a.example/']);
    const feed = await claimOne();
    await db.prisma.feed.deleteMany();
    await expect(recordPoll(db, 'a', feed, record())).resolves.toBeUndefined();
  });
});
