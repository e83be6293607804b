import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SeriesBucket } from '../../lib/trends';
import { newestCursor } from '../../server/db/changes';
import { claimFeeds } from '../../server/db/claim';
import { createDatabase, type Database } from '../../server/db/client';
import { knownEntries } from '../../server/db/known';
import { recordPoll } from '../../server/db/polls';
import { editSource } from '../../server/db/sources/edit';
import { storeEntries } from '../../server/db/store';
import type { FetchResult } from '../../server/ingest/fetch';
import { createPoller } from '../../server/ingest/poll';
import { createFeedReader } from '../../server/ingest/read';
import { createTrends } from '../../server/trends-app';
import { tags, testFeed } from '../support/articles';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { rssOf } from '../support/raw-rss';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MIDNIGHT = Date.parse('2026-11-24T00:00:00Z');
const at = (hours: number) => new Date(MIDNIGHT + hours * HOUR);
const URL = 'https://sahifa.example/feed';
const reader = createFeedReader({ detectLanguage: () => ({ lang: 'ar', score: 1 }) });
const quiet = { debug: () => {}, warn: () => {}, error: () => {} };

let data: TestDatabase;
let db: Database;
let now: Date;
/** what the feed's server answers; null: nothing */
let document: string | null;
beforeEach(async () => {
  data = await createTestDatabase();
  db = createDatabase(data.connectionString, (error) => { throw error; });
  await testFeed(db, URL, 'sahifa');
  await db.prisma.feed.updateMany({ data: { askedSince: at(-1), addedAt: at(-1) } });
});
afterEach(async () => {
  await db.close();
  await data.drop();
});

function fetched(): FetchResult {
  if (document === null) return { outcome: 'timeout', detail: 'لا جواب', status: null, movedTo: null, retryAfterSeconds: null };
  const bytes = new TextEncoder().encode(document) as Uint8Array<ArrayBuffer>;
  return { outcome: 'ok', status: 200, url: URL, movedTo: null, etag: null, lastModified: null, freshSeconds: null, contentType: 'application/rss+xml', links: { hub: null, self: null }, received: bytes.length, bytes };
}

/** One item every so many minutes, the newest ten of which the document holds at that hour. */
const documentAt = (hours: number, everyMinutes = 6) => {
  const last = Math.floor((hours * 60) / everyMinutes);
  return rssOf(Array.from({ length: 10 }, (_, n) => last - n).map((n) => ({ guid: `خبر-${n}`, title: `خبر رقم ${n} من الصحيفة`, date: new Date(MIDNIGHT + n * everyMinutes * MINUTE), link: `https://sahifa.example/news/${n}` })));
};

/** The feed is asked at that hour and answers so. What stands due by then is claimed, as a process does. */
async function pollAt(hours: number, answer: string | null): Promise<void> {
  now = at(hours);
  document = answer;
  await db.prisma.feed.updateMany({ data: { nextPollAt: now } });
  const [feed] = await claimFeeds(db, 'test', 1, 60);
  if (!feed) throw new Error('the feed is not due');
  const poller = createPoller({
    fetch: () => Promise.resolve(fetched()), parse: reader, tag: (inputs) => Promise.resolve(inputs.map(({ title }) => tags([], [], title))),
    known: (one, entries) => knownEntries(db, one, entries), store: (one, fetchedAt, batch) => storeEntries(db, one, fetchedAt, batch), now: () => now, minSeconds: 60, random: () => 0, log: quiet,
  });
  await recordPoll(db, 'test', feed, await poller.poll(feed));
}

const outages = async () => (await db.prisma.outage.findMany({ orderBy: { id: 'asc' } })).map(({ startedAt, endedAt }) => [startedAt, endedAt] as const);

async function states(from: number, to: number): Promise<Record<string, SeriesBucket['state']>> {
  const query = { filter: { region: [], topic: [], q: '', window: '24h' as const, from: at(from).toISOString(), to: at(to).toISOString() }, bucket: 'hour' as const, tz: 'UTC', by: null, keys: [] };
  const answer = await createTrends({ db, now: () => now }).series(query);
  return Object.fromEntries((answer?.series[0]?.buckets ?? []).map(({ start, state }) => [start.slice(11, 13), state]));
}

describe('a process that was down for hours', () => {
  test('leaves a gap where the document has moved on, up to its oldest date', async () => {
    await pollAt(2, documentAt(2));
    await pollAt(2.1, documentAt(2.1));
    expect(await outages()).toEqual([]);
    await pollAt(6, documentAt(6));
    expect(await outages()).toEqual([[at(2.1), at(5.1)]]);
    await pollAt(6.1, documentAt(6.1));
    expect(await outages()).toHaveLength(1);
    expect(await states(1, 7)).toEqual({ '01': 'complete', '02': 'gap', '03': 'gap', '04': 'gap', '05': 'complete', '06': 'running' });
  });

  test('leaves none where its catch-up fills the hole, and what it brings is late', async () => {
    await pollAt(2, documentAt(2, 60));
    await pollAt(6, documentAt(6, 60));
    expect(await outages()).toEqual([]);
    expect(await states(2, 7)).toEqual({ '02': 'complete', '03': 'complete', '04': 'complete', '05': 'complete', '06': 'running' });
    const answer = await createTrends({ db, now: () => now }).series({ filter: { region: [], topic: [], q: '', window: '24h', from: at(3).toISOString(), to: at(4).toISOString() }, bucket: 'hour', tz: 'UTC', by: null, keys: [] });
    expect(answer?.series[0]?.buckets).toMatchObject([{ count: 1, late: 1, state: 'complete' }]);
  });

  test('is a gap to whoever looks meanwhile, without anybody to write it', async () => {
    await pollAt(2, documentAt(2));
    now = at(5);
    expect(await states(1, 5)).toEqual({ '01': 'complete', '02': 'gap', '03': 'gap', '04': 'gap' });
    expect(await outages()).toEqual([]);
  });

  test('that breaks off while it stores does not take its own articles for what was known before', async () => {
    await pollAt(2, documentAt(2));
    const [feed] = await db.prisma.feed.findMany();
    now = at(6);
    const read = await reader({ bytes: new TextEncoder().encode(documentAt(6)), contentType: null, url: URL, feedLanguage: 'ar', timezone: null, now });
    if (!read.ok || !feed) throw new Error('the document could not be read');
    const claimed = { ...await testFeed(db, URL, 'sahifa'), lastSuccessAt: feed.lastSuccessAt };
    await storeEntries(db, claimed, now, { tagged: read.entries.slice(0, 4).map((entry) => ({ entry, tags: tags([], [], entry.title) })), seen: [] });
    await pollAt(6.05, documentAt(6));
    expect(await outages()).toEqual([[at(2), at(5.1)]]);
  });
});

describe('a feed that does not answer', () => {
  test('is missed from its last answer on, once that is long ago', async () => {
    await pollAt(2, documentAt(2));
    await pollAt(2.1, null);
    expect(await outages()).toEqual([]);
    const before = await newestCursor(db);
    await pollAt(3, null);
    await pollAt(4, null);
    expect(await outages()).toEqual([[at(2), null]]);
    expect(await newestCursor(db)).toBe(String(Number(before) + 1));
    expect(await states(1, 4.5)).toEqual({ '01': 'complete', '02': 'gap', '03': 'gap', '04': 'running' });
  });

  test('and answers again: what is still listed takes the outage back, what is not ends it', async () => {
    await pollAt(2, documentAt(2));
    await pollAt(3, null);
    await pollAt(2.9, documentAt(2.9));
    expect(await outages()).toEqual([]);
    await pollAt(4, null);
    await pollAt(8, documentAt(8));
    expect(await outages()).toEqual([[at(2.9), at(7.1)]]);
  });

  test('is no longer missed once its user pauses it; what it brings when it goes on is no outage either', async () => {
    await pollAt(2, documentAt(2));
    await pollAt(3, null);
    const [feed] = await db.prisma.feed.findMany();
    await editSource(db, feed?.id ?? 0, { paused: true });
    expect((await outages()).map(([, until]) => until)).toEqual([expect.any(Date)]);
    await editSource(db, feed?.id ?? 0, { paused: false });
    await db.prisma.outage.deleteMany();
    await pollAt(9, documentAt(9));
    expect(await outages()).toEqual([]);
  });

  test('is not missed where its publisher tells nearly all by another feed', async () => {
    await pollAt(2, documentAt(2));
    await pollAt(3, null);
    await testFeed(db, 'https://sahifa.example/all', 'sahifa');
    await db.prisma.feed.updateMany({ where: { url: URL }, data: { itemsPerDay: 5, nextPollAt: at(24) } });
    await db.prisma.feed.updateMany({ where: { NOT: { url: URL } }, data: { itemsPerDay: 95 } });
    now = at(5);
    expect(await states(3, 4)).toEqual({ '03': 'complete' });
    await db.prisma.feed.updateMany({ where: { url: URL }, data: { itemsPerDay: 50 } });
    expect(await states(3, 4)).toEqual({ '03': 'gap' });
  });
});
