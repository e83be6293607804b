import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BadSourceError, type NewSource } from '../../lib/source';
import type { PollRecord } from '../../lib/feed';
import { createDatabase, type Database } from '../../server/db/client';
import { addFeeds } from '../../server/db/feeds';
import { knownEntries } from '../../server/db/known';
import { syncTopics } from '../../server/db/places';
import { recordPoll } from '../../server/db/polls';
import { addSources } from '../../server/db/sources/add';
import { deleteSource } from '../../server/db/sources/delete';
import { askNow, editSource } from '../../server/db/sources/edit';
import { readPolls, readSource, readSources } from '../../server/db/sources/read';
import { readVersions } from '../../server/db/sources/versions';
import { storeEntries } from '../../server/db/store';
import { tagged, testFeed, TEST_TOPICS } from '../support/articles';
import { createTestDatabase, type TestDatabase } from '../support/database';

let test_: TestDatabase;
let db: Database;
const NOW = new Date('2026-11-23T12:00:00Z');
const DAY = 86_400_000;

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

const wanted = (url: string, part: Partial<NewSource> = {}): NewSource => ({ url, title: `خبر ${url}`, ...part });
const kinds = async () => (await db.pool.query<{ kind: string }>('select kind from change order by seq')).rows.map(({ kind }) => kind);
const total = async () => Number((await db.pool.query<{ n: string }>(`select coalesce(sum(count), 0) as n from mention where key = 1`)).rows[0]?.n);
const ago = (days: number) => new Date(NOW.getTime() - days * DAY);
const brought = (feed: Awaited<ReturnType<typeof testFeed>>, at: Date, ...titles: string[]) =>
  storeEntries(db, feed, at, { tagged: titles.map((title) => tagged({ title, publishedAt: at.toISOString() })), seen: [] });

function record(part: Partial<PollRecord>): PollRecord {
  return {
    outcome: 'ok', detail: null, startedAt: NOW, finishedAt: NOW, httpStatus: 200, bytes: 10, entries: 1, newArticles: 1, edited: 0, etag: null,
    lastModified: null, bodyHash: null, movedTo: null, intervalSeconds: 60, nextPollAt: NOW, nextPollReason: { code: 'rhythm', n: 3 }, outage: null, ...part,
  } as PollRecord;
}

async function only(): Promise<{ id: number }> {
  return db.prisma.feed.findFirstOrThrow({ select: { id: true } });
}

describe('reading', () => {
  test('days before a feed was added are unknown, its first answer is no peak, later days are counted', async () => {
    const feed = await testFeed(db);
    await db.prisma.feed.update({ where: { id: feed.id }, data: { addedAt: ago(3), firstSuccessAt: ago(3) } });
    await brought({ ...feed, first: true }, ago(3), 'قديم ١', 'قديم ٢');
    await brought(feed, ago(1), 'أمس');
    await brought(feed, NOW, 'اليوم ١', 'اليوم ٢');
    const [source] = await readSources(db, NOW);
    expect(source?.perDay).toEqual([...Array<null>(10).fill(null), 0, 0, 1, 2]);
    expect(await readSource(db, feed.id, NOW)).toEqual(source);
    expect(source).toMatchObject({ articles: 5, lastArticleAt: NOW.toISOString(), health: 'waiting', publisher: { slug: 'example' }, listedUrl: null, pages: null, push: null });
  });

  test('what needs a look comes first', async () => {
    const names = ['paused', 'healthy', 'failing', 'silent', 'dead', 'waiting'] as const;
    for (const name of names) await testFeed(db, `https://${name}.example/feed`, name);
    const set = (name: string, data: object) => db.prisma.feed.updateMany({ where: { url: `https://${name}.example/feed` }, data });
    await set('paused', { status: 'paused' });
    for (const name of ['healthy', 'silent', 'failing']) await set(name, { lastPollAt: NOW, lastSuccessAt: NOW });
    await set('failing', { failures: 2 });
    await set('silent', { addedAt: ago(20) });
    await set('dead', { status: 'gone', lastPollAt: NOW });
    expect((await readSources(db, NOW)).map(({ health }) => health)).toEqual(['dead', 'silent', 'failing', 'waiting', 'healthy', 'paused']);
  });

  test('a feed is shown with its polls, newest first; one that is not there is null', async () => {
    const feed = await testFeed(db);
    await recordPoll(db, 'x', feed, record({ startedAt: ago(1), outcome: 'timeout', detail: 'لا جواب' }));
    await recordPoll(db, 'x', feed, record({}));
    expect((await readPolls(db, feed.id)).map(({ outcome, detail }) => [outcome, detail])).toEqual([['ok', null], ['timeout', 'لا جواب']]);
    expect(await readSource(db, feed.id, NOW)).toMatchObject({ id: feed.id, lastSuccessAt: NOW.toISOString(), nextPollReason: { code: 'rhythm', n: 3 } });
    expect(await readSource(db, 4711, NOW)).toBeNull();
  });

  test('an article tells what it said before', async () => {
    const feed = await testFeed(db);
    const say = (text: string, at: Date) => storeEntries(db, feed, at, { tagged: [tagged({ link: 'https://news.example/1', text })], seen: [] });
    await say('عشرة قتلى', ago(1));
    await say('عشرون قتيلا', NOW);
    const { id } = await db.prisma.article.findFirstOrThrow();
    expect((await readVersions(db, String(id)))?.map(({ version, text }) => [version, text])).toEqual([[1, 'عشرة قتلى'], [2, 'عشرون قتيلا']]);
    expect(await readVersions(db, '4711')).toBeNull();
  });
});

describe('adding', () => {
  test('names publishers after what is said, after the feeds of the same site, or after the site', async () => {
    const report = await addSources(db, [
      wanted('https://www.sana.example/rss'), wanted('https://feeds.sana.example/sport'),
      wanted('https://jarida.example/rss', { publisherName: 'الجريدة' }), wanted('https://other.example/1', { publisherName: ' الجريدة ' }),
      wanted('https://xn--mgbab2bd.example/feed'), wanted('https://feeds.feedburner.com/x', { siteUrl: 'https://sahifa.example/' }),
    ]);
    expect(report.refused).toEqual([]);
    const feeds = await db.prisma.feed.findMany({ include: { publisher: true }, orderBy: { id: 'asc' } });
    expect(report.added.map(({ id }) => id)).toEqual(feeds.map(({ id }) => id));
    const byUrl = new Map(feeds.map((feed) => [feed.url, feed.publisher]));
    expect(byUrl.get('https://www.sana.example/rss')).toMatchObject({ name: 'sana.example', slug: 'sana-example' });
    expect(byUrl.get('https://feeds.sana.example/sport')?.id).toBe(byUrl.get('https://www.sana.example/rss')?.id);
    expect(byUrl.get('https://jarida.example/rss')).toMatchObject({ name: 'الجريدة', slug: 'jarida-example' });
    expect(byUrl.get('https://other.example/1')?.id).toBe(byUrl.get('https://jarida.example/rss')?.id);
    expect(byUrl.get('https://feeds.feedburner.com/x')).toMatchObject({ name: 'sahifa.example' });
    expect(await kinds()).toEqual(['feed:changed']);
  });

  test('takes each address once, also over the other scheme, and says what it refuses', async () => {
    await addSources(db, [wanted('https://a.example/rss')]);
    const report = await addSources(db, [
      wanted('http://a.example/rss'), wanted('https://b.example/rss'), wanted('https://b.example/rss'),
      { ...wanted('ftp://c.example/rss'), line: 3 } as NewSource, wanted('https://d.example/rss', { country: 'سوريا' }),
    ]);
    expect(report.added.map(({ url }) => url)).toEqual(['https://b.example/rss']);
    expect(report.known.map(({ url }) => url)).toEqual(['https://a.example/rss', 'https://b.example/rss']);
    expect(report.refused).toEqual([
      expect.objectContaining({ line: 3, reasons: [{ code: 'bad', field: 'url' }] }),
      expect.objectContaining({ line: null, reasons: [{ code: 'bad', field: 'country' }] }),
    ]);
  });

  test('ten at once leave each feed once, under one publisher', async () => {
    const list = Array.from({ length: 20 }, (_, n) => wanted(`https://busy.example/${n}`));
    const reports = await Promise.all(Array.from({ length: 10 }, () => addSources(db, list)));
    expect(reports.reduce((sum, { added }) => sum + added.length, 0)).toBe(20);
    expect([await db.prisma.feed.count(), await db.prisma.publisher.count()]).toEqual([20, 1]);
  });
});

describe('editing', () => {
  test('pausing keeps a feed from being asked, going on asks it at once and says why', async () => {
    const { id } = await testFeed(db);
    await editSource(db, id, { paused: true });
    expect(await readSource(db, id, NOW)).toMatchObject({ status: 'paused', health: 'paused' });
    await expect(askNow(db, id)).rejects.toThrow(/paused/u);
    await editSource(db, id, { paused: false });
    expect(await readSource(db, id, NOW)).toMatchObject({ status: 'active', nextPollReason: { code: 'resumed' } });
    expect(await kinds()).toEqual(['feed:changed', 'feed:changed']);
  });

  test('asking now makes a feed due, also one that is gone', async () => {
    const { id } = await testFeed(db);
    await db.prisma.feed.update({ where: { id }, data: { status: 'gone', nextPollAt: new Date(Date.now() + DAY) } });
    expect(await askNow(db, id)).toBe(true);
    const source = await readSource(db, id, NOW);
    expect(source).toMatchObject({ status: 'active', nextPollReason: { code: 'asked' } });
    expect(Date.parse(source?.nextPollAt ?? '')).toBeLessThanOrEqual(Date.now());
    expect(await askNow(db, 4711)).toBe(false);
  });

  test('a password is shown to nobody, and kept when its address comes back without it', async () => {
    await addSources(db, [wanted('https://desk:s3cret@wire.example/feed', { title: 'برقيات' })]);
    const { id } = await only();
    const shown = await readSource(db, id, NOW);
    expect(JSON.stringify(shown)).not.toContain('s3cret');
    await editSource(db, id, { url: shown?.url.replace('/feed', '/world') });
    expect(await db.prisma.feed.findFirst()).toMatchObject({ url: 'https://desk:s3cret@wire.example/world' });
  });

  test('a new address is asked from scratch; one that another feed has is refused and changes nothing', async () => {
    const { id } = await testFeed(db);
    await testFeed(db, 'https://taken.example/rss', 'taken');
    await db.prisma.feed.update({ where: { id }, data: { etag: '"x"', bodyHash: 'x', failures: 3 } });
    const refused = editSource(db, id, { title: 'لا', url: 'http://taken.example/rss' });
    await expect(refused).rejects.toThrow(BadSourceError);
    await expect(refused).rejects.toMatchObject({ code: 'address-taken', params: { title: expect.any(String) } });
    expect((await readSource(db, id, NOW))?.title).not.toBe('لا');
    await editSource(db, id, { title: 'نعم', url: 'https://moved.example/rss', folder: 'الشرق/الشام', fullArticles: true });
    expect(await db.prisma.feed.findUniqueOrThrow({ where: { id } })).toMatchObject({
      url: 'https://moved.example/rss', originKey: 'https://moved.example', etag: null, bodyHash: null, failures: 0, title: 'نعم', folder: 'الشرق/الشام', fullArticles: true,
    });
    // a list of starting feeds must not bring the old address back
    expect(await addFeeds(db, [{ publisher: { slug: 'example', name: 'x', country: null }, url: 'https://news.example/feed', title: 'x', language: null, country: null }])).toBe(0);
  });

  test('another publisher gets the feed, not its articles, which do not come in a second time', async () => {
    const feed = await testFeed(db);
    const known = tagged({ title: 'قديم' });
    await storeEntries(db, feed, NOW, { tagged: [known], seen: [] });
    await editSource(db, feed.id, { publisherName: 'وكالة الأنباء' });
    const source = await readSource(db, feed.id, NOW);
    expect(source?.publisher).toMatchObject({ name: 'وكالة الأنباء' });
    const moved = { ...feed, publisherId: source?.publisher.id ?? 0 };
    expect(await knownEntries(db, moved, [known.entry, tagged({ title: 'جديد' }).entry])).toEqual(['seen', 'new']);
    expect(await storeEntries(db, moved, NOW, { tagged: [known], seen: [] })).toMatchObject({ inserted: 0, edited: 0 });
  });

  test('a publisher whose name is only written otherwise is renamed', async () => {
    const feed = await testFeed(db);
    await editSource(db, feed.id, { publisherName: 'EXAMPLE' });
    expect(await readSource(db, feed.id, NOW)).toMatchObject({ publisher: { id: feed.publisherId, name: 'EXAMPLE' } });
  });

  test('one that is not there is said so', async () => expect(await editSource(db, 4711, { title: 'x' })).toBe(false));
});

describe('deleting', () => {
  test('with its articles takes out what only it showed, and its counts', async () => {
    const [one, two] = [await testFeed(db), await testFeed(db, 'https://news.example/other')];
    await brought(one, NOW, 'له وحده', 'مشترك');
    await storeEntries(db, two, NOW, { tagged: [tagged({ title: 'مشترك', publishedAt: NOW.toISOString() })], seen: [] });
    await db.pool.query('delete from change');
    expect(await deleteSource(db, one.id, 'delete')).toEqual({ removed: 1 });
    expect((await db.prisma.article.findMany()).map(({ title }) => title)).toEqual(['مشترك']);
    expect(await total()).toBe(1);
    expect(await kinds()).toEqual(['article:removed', 'feed:changed']);
    const { rows } = await db.pool.query<{ data: { buckets: string[] } }>(`select data from change where kind = 'article:removed'`);
    expect(rows[0]?.data.buckets).toEqual(['2026-11-23T12:00:00.000Z']);
  });

  test('in batches takes more than one of them', async () => {
    const feed = await testFeed(db);
    for (let n = 0; n < 3; n += 1) await brought(feed, NOW, ...Array.from({ length: 200 }, (_, i) => `خبر ${n} ${i}`));
    expect(await deleteSource(db, feed.id, 'delete')).toEqual({ removed: 600 });
    expect([await db.prisma.article.count(), await total(), await db.prisma.publisher.count()]).toEqual([0, 0, 0]);
  });

  test('without its articles keeps them and their publisher, and the next start does not bring it back', async () => {
    const feed = await testFeed(db);
    await brought(feed, NOW, 'يبقى');
    expect(await deleteSource(db, (await only()).id, 'keep')).toEqual({ removed: 0 });
    expect([await db.prisma.article.count(), await total(), await db.prisma.publisher.count(), await db.prisma.feed.count()]).toEqual([1, 1, 1, 0]);
    expect(await addFeeds(db, [{ publisher: { slug: 'example', name: 'x', country: null }, url: feed.url, title: 'x', language: null, country: null }])).toBe(0);
    expect(await addSources(db, [wanted(feed.url)])).toMatchObject({ added: [{ url: feed.url }] });
  });

  test('waits for a poll that is storing, and takes what that brought too', async () => {
    const feed = await testFeed(db);
    await brought(feed, NOW, 'أول');
    const poll = await db.pool.connect();
    await poll.query('begin');
    await poll.query('insert into article_feed (feed_id, entry_key, article_id, content_hash, seen_at) select $1, $2, id, $2, $3 from article', [feed.id, 'ثان', NOW]);
    const deletion = deleteSource(db, feed.id, 'delete');
    for (let waits = 0; waits === 0;) waits = (await db.pool.query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).rows.length;
    await poll.query('commit');
    poll.release();
    expect(await deletion).toEqual({ removed: 1 });
    expect(await db.prisma.articleFeed.count()).toBe(0);
  });

  test('one that is not there is null', async () => expect(await deleteSource(db, 4711, 'delete')).toBeNull());
});
