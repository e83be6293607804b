import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ClaimedFeed, NamedHub, PollRecord } from '../../lib/feed';
import { claimFeeds } from '../../server/db/claim';
import { createDatabase, type Database } from '../../server/db/client';
import { storePush, takePush } from '../../server/db/pushes';
import { dueSubscriptions } from '../../server/db/subscriptions';
import { storeEntries } from '../../server/db/store';
import { createHubCallback, createWebSub, type WebSub } from '../../server/websub-app';
import { createLog } from '../../server/log';
import { tagged, testFeed } from '../support/articles';
import { createCallbackServer, type CallbackServer } from '../support/callback-server';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { createHub, type TestHub } from '../support/hub';

const TOPIC = 'https://news.example/feed';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** For what has no event of its own. */
const SOON = { interval: 20, timeout: 20_000 };
const fail = (error: unknown) => { throw error; };

let test_: TestDatabase;
let db: Database;
let hub: TestHub;
let web: CallbackServer;
let feed: ClaimedFeed;
let now = new Date();
const running: WebSub[] = [];

beforeAll(async () => {
  test_ = await createTestDatabase();
  db = createDatabase(test_.connectionString, fail);
  web = await createCallbackServer();
});
afterAll(async () => {
  await web.close();
  await db.close();
  await test_.drop();
});
beforeEach(async () => {
  await db.pool.query('truncate article, article_key, mention, expired_pair, change, feed, publisher restart identity cascade');
  now = new Date();
  hub = await createHub();
  feed = await testFeed(db, TOPIC);
  await db.prisma.feed.updateMany({ data: { lastSuccessAt: now, nextPollAt: new Date(now.getTime() + DAY) } });
});
afterEach(async () => {
  while (running.length > 0) await running.pop()?.stop();
  await hub.close();
});

const later = (ms: number) => { now = new Date(now.getTime() + ms); };

/** A Marsad process's part in it, which reads nothing: what is pushed waits. */
async function startWebSub(publicUrl: string | null = web.publicUrl, allowPrivate = new Set([hub.hostPort])): Promise<WebSub> {
  const config = { publicUrl, pollMinSeconds: 60, allowedHosts: new Set<string>() };
  web.serve(createHubCallback(config, db, () => now, fail));
  const webSub = createWebSub({
    config, db, userAgent: 'Marsad/test', allowPrivate, now: () => now, log: createLog('silent'), onError: fail,
    take: (_, { bytes }) => Promise.resolve({
      outcome: 'ok', detail: 'pushed by its hub', startedAt: now, finishedAt: now, bytes: bytes.length, entries: 1, newArticles: 1, edited: 0, itemsPerDay: 4,
    }),
  });
  running.push(webSub);
  await webSub.start();
  return webSub;
}

/** The same process so long after: its first round comes at once. What it had in hand is over before the clock moves. */
async function restart(after: number, publicUrl: string | null = web.publicUrl, allowPrivate?: Set<string>): Promise<WebSub> {
  while (running.length > 0) await running.pop()?.stop();
  later(after);
  return startWebSub(publicUrl, allowPrivate);
}

const polled = (part: Partial<PollRecord> = {}): PollRecord => ({
  outcome: 'ok', detail: null, startedAt: now, finishedAt: now, httpStatus: 200, bytes: 10, entries: 1, newArticles: 0, edited: 0, etag: null,
  lastModified: null, bodyHash: 'x', movedTo: null, intervalSeconds: 300, itemsPerDay: null, ttlSeconds: null, nextPollAt: new Date(now.getTime() + HOUR), nextPollReason: { code: 'pushed' }, outage: null, ...part,
});
const named = (part: Partial<NamedHub> = {}): Pick<PollRecord, 'hub'> => ({ hub: { hub: hub.url, topic: TOPIC, ...part } });
const subscription = () => db.prisma.subscription.findFirst();
const due = () => dueSubscriptions(db, now, 10, web.publicUrl);
const state = async () => (await subscription())?.state;
const minutesFrom = (start: Date, end: Date | null | undefined) => Math.round(((end?.getTime() ?? 0) - start.getTime()) / MINUTE);

/** Subscribed and verified, at `now`. */
async function subscribed(): Promise<WebSub> {
  const webSub = await startWebSub();
  await webSub.observe(feed, polled(named()));
  await hub.verification();
  return webSub;
}

/** What a poll found new, published so long before. */
async function found(webSub: WebSub, publishedBefore: number, title = 'خبر لم يصل من المحور'): Promise<PollRecord> {
  const publishedAt = new Date(now.getTime() - publishedBefore).toISOString();
  await storeEntries(db, feed, now, { tagged: [tagged({ title: `${title} ${publishedAt}`, publishedAt }, [], [])], seen: [] });
  return webSub.observe({ ...feed, pushed: true }, polled({ newArticles: 1 }));
}

const isPushed = async () => {
  await db.prisma.feed.updateMany({ data: { nextPollAt: new Date(0) } });
  await db.prisma.origin.updateMany({ data: { leaseUntil: null } });
  return (await claimFeeds(db, 'test', 1, 60))[0]?.pushed;
};
/** A delivery, read. */
async function pushed(): Promise<void> {
  const before = await db.prisma.poll.count();
  expect(await hub.deliver(TOPIC, '<rss/>')).toEqual([202]);
  await expect.poll(() => db.prisma.poll.count(), SOON).toBe(before + 1);
}

describe('subscribing', () => {
  test('each of several processes asks for what is due; no hub is asked twice', async () => {
    const webSub = await startWebSub();
    await Promise.all([startWebSub(), startWebSub()]);
    await webSub.observe(feed, polled(named()));
    await hub.verification();
    await webSub.observe(feed, polled(named()));
    expect(await due()).toEqual([]);
    expect(hub.requests).toHaveLength(1);
    expect(await state()).toBe('active');
  });

  test('a lease is renewed before its end with the same keys; what is pushed meanwhile is taken', async () => {
    hub.behave({ leaseSeconds: 1000 });
    await subscribed();
    later(790_000);
    expect(await due()).toEqual([]);
    await restart(111_000);
    expect(await hub.verification()).toMatchObject({ mode: 'subscribe', agreed: true });
    expect(hub.requests[1]).toEqual(hub.requests[0]);
    expect(((await subscription())?.leaseUntil?.getTime() ?? 0) - now.getTime()).toBe(1_000_000);
    expect(await hub.deliver(TOPIC, '<rss/>')).toEqual([202]);
  });

  test.each<[string, Parameters<TestHub['behave']>[0], number]>([
    ['that says nothing of its lease is asked again within a day', { leaseSeconds: null }, 24 * 60],
    ['that verifies before it answers', { first: true }, 10 * 24 * 60],
    ['that has moved (308) is followed', { redirect: 308 }, 10 * 24 * 60],
    ['that has moved for now (307) is followed', { redirect: 307 }, 10 * 24 * 60],
  ])('a hub %s', async (_name, manners, minutes) => {
    hub.behave(manners);
    await subscribed();
    expect(await subscription()).toMatchObject({ state: 'active', failures: 0, lastError: null });
    expect(minutesFrom(now, (await subscription())?.leaseUntil)).toBe(minutes);
  });

  test.each<[string, Parameters<TestHub['behave']>[0], RegExp]>([
    ['a refusal', { refuse: { status: 422, words: 'هذا الموضوع غير معروف' } }, /answered 422: هذا الموضوع غير معروف$/u],
    ['a redirect on which the form would be lost', { redirect: 302 }, /answered 302$/u],
  ])('%s is told, and asked again later and later', async (_name, manners, said) => {
    hub.behave(manners);
    await (await startWebSub()).observe(feed, polled(named()));
    for (const [failures, minutes] of [[1, 10], [2, 20], [3, 40]] as const) {
      await expect.poll(async () => (await subscription())?.failures, SOON).toBe(failures);
      expect(await subscription()).toMatchObject({ state: 'requested', lastError: expect.stringMatching(said) as string });
      expect(minutesFrom(now, (await subscription())?.nextAt)).toBe(minutes);
      await restart(minutes * MINUTE);
    }
  });

  test('a hub at a private address is not asked, unless it is on the list', async () => {
    await (await startWebSub(web.publicUrl, new Set())).observe(feed, polled(named()));
    await expect.poll(async () => (await subscription())?.lastError, SOON).toMatch(/127\.0\.0\.1 is no public address/u);
    expect(hub.requests).toEqual([]);
  });

  test('a hub that takes the request and never verifies it is asked again later', async () => {
    hub.behave({ verifies: false });
    await (await startWebSub()).observe(feed, polled(named()));
    await expect.poll(async () => minutesFrom(now, (await subscription())?.nextAt), SOON).toBe(10);
    await restart(11 * MINUTE);
    await expect.poll(() => hub.requests.length, SOON).toBe(2);
    expect(await subscription()).toMatchObject({ state: 'requested', failures: 1, lastError: 'the hub took the subscription but did not verify it' });
  });

  test('a hub that verifies what nobody asked for is not confirmed', async () => {
    hub.behave({ wrongTopic: 'https://elsewhere.example/خلاصة' });
    await (await startWebSub()).observe(feed, polled(named()));
    expect(await hub.verification()).toMatchObject({ agreed: false, status: 404 });
    expect(await state()).toBe('requested');
  });

  test('a hub that says no is believed, its reason told, and asked again in a week', async () => {
    hub.behave({ deny: 'الموضوع مغلق' });
    await (await startWebSub()).observe(feed, polled(named()));
    expect(await hub.verification()).toMatchObject({ mode: 'denied', status: 200 });
    expect(await subscription()).toMatchObject({ state: 'denied', lastError: 'the hub denied the subscription: الموضوع مغلق' });
    expect(minutesFrom(now, (await subscription())?.nextAt)).toBe(7 * 24 * 60);
  });
});

describe('what ends a subscription', () => {
  test('another hub: the new one is asked, with other keys, the old one let go', async () => {
    await subscribed();
    const other = await createHub();
    const both = new Set([hub.hostPort, other.hostPort]);
    try {
      await (await restart(0, web.publicUrl, both)).observe(feed, polled(named({ hub: other.url })));
      expect(await hub.verification()).toMatchObject({ mode: 'unsubscribe', agreed: true });
      await restart(11 * MINUTE, web.publicUrl, both);
      expect(await other.verification()).toMatchObject({ mode: 'subscribe', agreed: true });
      expect(other.requests[0]?.['hub.secret']).not.toBe(hub.requests[0]?.['hub.secret']);
      expect([hub.subscribers(TOPIC), other.subscribers(TOPIC)]).toEqual([0, 1]);
    } finally {
      await other.close();
    }
  });

  test('another topic at the same hub', async () => {
    const webSub = await subscribed();
    await webSub.observe(feed, polled(named({ topic: `${TOPIC}/عربي` })));
    expect(await hub.verification()).toMatchObject({ mode: 'unsubscribe', topic: TOPIC, agreed: true });
    expect(await subscription()).toMatchObject({ state: 'wanted', topic: `${TOPIC}/عربي`, verifiedAt: null });
  });

  test.each(['paused', 'gone'] as const)('a feed that is %s', async (status) => {
    // a process that stops while it tells the hub leaves that to the next delivery's 410
    await (await subscribed()).stop();
    running.pop();
    await db.prisma.feed.updateMany({ data: { status } });
    await startWebSub();
    expect(await hub.verification()).toMatchObject({ mode: 'unsubscribe', agreed: true });
    expect([await db.prisma.subscription.count(), hub.subscribers(TOPIC)]).toEqual([0, 0]);
  });

  test('a feed that is deleted: the next delivery is answered 410', async () => {
    await subscribed();
    await db.prisma.feed.deleteMany();
    expect(await hub.deliver(TOPIC, '<rss/>')).toEqual([410]);
    expect(hub.subscribers(TOPIC)).toBe(0);
  });

  test('a feed that names no hub any more: what still comes is taken until the lease ends, and it is not renewed', async () => {
    const webSub = await subscribed();
    await webSub.observe(feed, polled({ hub: null }));
    expect(await state()).toBe('lapsing');
    await pushed();
    later(9.5 * DAY);
    expect(await due()).toEqual([]);
    await restart(DAY);
    await expect.poll(() => db.prisma.subscription.count(), SOON).toBe(0);
  });

  test('a feed that names it again is subscribed anew, but not at every turn', async () => {
    const webSub = await subscribed();
    await webSub.observe(feed, polled({ hub: null }));
    await webSub.observe(feed, polled(named()));
    expect(await state()).toBe('wanted');
    expect(minutesFrom(now, (await subscription())?.nextAt)).toBe(60);
  });

  test('a poll that read nothing says nothing of the hub', async () => {
    const webSub = await subscribed();
    await webSub.observe(feed, polled({ outcome: 'not-modified' }));
    await webSub.observe(feed, polled({ outcome: 'timeout', hub: null }));
    expect(await state()).toBe('active');
  });

  test('another PUBLIC_URL: hubs are asked anew; none: nothing can be pushed', async () => {
    await subscribed();
    const moved = web.publicUrl.replace('127.0.0.1', 'localhost');
    await restart(0, moved);
    expect(await hub.verification()).toMatchObject({ agreed: true });
    expect(hub.requests[1]?.['hub.callback']).toContain(moved);
    await restart(0, null);
    expect(await db.prisma.subscription.count()).toBe(0);
  });
});

describe('a hub is leant on as far as it delivers', () => {
  test('one that has delivered nothing yet lengthens no interval; one that delivers does', async () => {
    await subscribed();
    expect(await isPushed()).toBe(false);
    await pushed();
    expect(await isPushed()).toBe(true);
  });

  test('what is young may still be on its way; what was there before the subscription is not its fault', async () => {
    const webSub = await subscribed();
    await pushed();
    await found(webSub, HOUR);
    later(HOUR);
    await found(webSub, 9 * MINUTE);
    expect([await state(), await isPushed()]).toEqual(['active', true]);
  });

  test('one that misses something is doubted: polls return to their rhythm until it has brought news three times', async () => {
    const webSub = await subscribed();
    await pushed();
    later(HOUR);
    const record = await found(webSub, 20 * MINUTE);
    expect(record).toMatchObject({ nextPollReason: { code: 'some-new', n: 1 }, nextPollAt: new Date(now.getTime() + 5 * MINUTE) });
    expect([await state(), await isPushed()]).toEqual(['active', false]);
    await pushed();
    await pushed();
    expect(await isPushed()).toBe(false);
    await pushed();
    expect(await isPushed()).toBe(true);
  });

  test('one that misses something twice is quiet: it is asked anew after six hours, and trusted when it delivers again', async () => {
    const webSub = await subscribed();
    await pushed();
    for (let poll = 0; poll < 2; poll += 1) {
      later(HOUR);
      await found(webSub, 20 * MINUTE);
    }
    expect(await subscription()).toMatchObject({ state: 'quiet', lastError: 'a poll found 1 articles that the hub had not delivered' });
    await restart(6 * HOUR);
    expect(await hub.verification()).toMatchObject({ mode: 'subscribe', agreed: true });
    expect([await state(), await isPushed()]).toEqual(['quiet', false]);
    await pushed();
    expect(await state()).toBe('active');
  });

  test('one that delivers nothing for a day while polls find news is quiet', async () => {
    const webSub = await subscribed();
    later(DAY + MINUTE);
    await found(webSub, MINUTE);
    expect(await subscription()).toMatchObject({ state: 'quiet', lastError: 'a poll found what is new; the hub delivered nothing for a day' });
  });

  test('one whose lease has ended is not leant on', async () => {
    await subscribed();
    await pushed();
    await db.prisma.subscription.updateMany({ data: { leaseUntil: new Date(Date.now() - MINUTE) } });
    expect(await isPushed()).toBe(false);
  });
});

describe('deliveries that wait', () => {
  const body = (text: string) => new TextEncoder().encode(text);
  const waiting = async () => (await db.prisma.push.findMany({ orderBy: { id: 'asc' } })).map((one) => Buffer.from(one.body).toString('utf8'));
  const store = (text: string | Uint8Array) =>
    storePush(db, feed.id, { receivedAt: now, contentType: null, body: typeof text === 'string' ? body(text) : text }, 60);

  test('a flood of them: the newest twenty stay, and the feed is asked for what the others held', async () => {
    await db.prisma.feed.updateMany({ data: { lastPollAt: new Date(now.getTime() - 10_000) } });
    for (let n = 1; n <= 25; n += 1) await store(`خبر ${n}`);
    expect(await waiting()).toEqual(Array.from({ length: 20 }, (_, n) => `خبر ${n + 6}`));
    expect((await db.prisma.feed.findFirst())?.nextPollAt).toEqual(new Date(now.getTime() + 50_000));
  });

  test('large ones: as many stay as may be held', async () => {
    for (let n = 0; n < 4; n += 1) await store(new Uint8Array(8_000_000).fill(65 + n));
    expect((await waiting()).map((text) => text[0])).toEqual(['C', 'D']);
  });

  test('those of one feed are read in their order, however many read; those of a dead process by the next', async () => {
    await store('أ');
    await store('ب');
    const first = await takePush(db, 60);
    expect(Buffer.from(first?.bytes ?? []).toString('utf8')).toBe('أ');
    expect(first?.feed).toEqual({ ...feed, intervalSeconds: 300, lastSuccessAt: now });
    expect(await takePush(db, 60)).toBeNull();
    await db.pool.query(`update push set taken_until = clock_timestamp() - interval '1 second' where taken_until is not null`);
    expect((await takePush(db, 60))?.id).toBe(first?.id);
  });

  test('of a feed that is paused nothing is kept', async () => {
    await db.prisma.feed.updateMany({ data: { status: 'paused' } });
    await store('أ');
    expect(await waiting()).toEqual([]);
  });
});
