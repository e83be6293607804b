import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../server/config';
import { articlesById } from '../../server/db/articles';
import { changesSince, newestCursor, type Change } from '../../server/db/changes';
import { createDatabase, type Database } from '../../server/db/client';
import { listen, type Listener } from '../../server/db/listen';
import { createIngest, type Ingest } from '../../server/ingest-app';
import { createTail, type Tail } from '../../server/live/tail';
import { createLog } from '../../server/log';
import { writeRss } from '../../server/sample/rss';
import { createHubCallback } from '../../server/websub-app';
import { createCallbackServer, type CallbackServer } from '../support/callback-server';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { createFeedServer, type FeedServer, type TestFeed } from '../support/feed-server';
import { createHub, type TestHub } from '../support/hub';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
/** For what has no event of its own. */
const SOON = { interval: 20, timeout: 20_000 };
const DAY_MS = 86_400_000;
const fail = (error: unknown) => { throw error; };

let test_: TestDatabase;
let db: Database;
let site: FeedServer;
let feed: TestFeed;
let hub: TestHub;
let web: CallbackServer;
let ingest: Ingest;
let tail: Tail;
let listener: Listener;
const told: Change[] = [];
let onTold: () => void = () => undefined;

/** Until the tail has handed on what is looked for. */
async function tailed(found: (changes: Change[]) => Change | undefined): Promise<Change> {
  for (;;) {
    const change = found(told);
    if (change) return change;
    await new Promise<void>((resolve) => { onTold = resolve; });
  }
}

const item = (id: string, title: string) => ({ id, title, text: `${title} في العاصمة.`, link: `${feed.url}/${id}`, lang: 'ar', publishedAt: new Date(), category: null });
const fragment = (...items: ReturnType<typeof item>[]) => writeRss({ title: 'خلاصة', link: feed.url, description: 'خلاصة', lang: 'ar' }, items);
const subscription = () => db.prisma.subscription.findFirstOrThrow();
const deliveries = () => db.prisma.poll.count({ where: { detail: 'pushed by its hub' } });
const titles = async () => (await db.prisma.article.findMany({ orderBy: { id: 'asc' } })).map(({ title }) => title);

beforeAll(async () => {
  test_ = await createTestDatabase();
  db = createDatabase(test_.connectionString, fail);
  [site, hub, web] = await Promise.all([createFeedServer(), createHub(), createCallbackServer()]);
  feed = site.feed('/feed.xml', { lang: 'ar' });
  feed.publish(item('1', 'خبر كان في الخلاصة من قبل'));
  feed.answer({ headers: { Link: `<${hub.url}>; rel="hub", <${feed.url}>; rel="self"` } });
  const config = readConfig({
    FEEDS: 'none', PUBLIC_URL: web.publicUrl, ALLOW_PRIVATE_FEEDS: `${site.hostPort},${hub.hostPort}`, POLL_MIN_SECONDS: '600', DATABASE_URL: test_.connectionString,
  }, PROJECT);
  web.serve(createHubCallback(config, db, () => new Date(), fail));
  ingest = createIngest(config, [{
    publisher: { slug: 'test', name: 'صحيفة الاختبار', country: 'SY' }, url: feed.url, title: 'خلاصة', language: 'ar', country: 'SY',
  }], db, 'test', createLog('error'));
  tail = createTail<Change>({
    changesSince: (cursor, limit) => changesSince(db, cursor, limit), newestCursor: () => newestCursor(db), onError: fail,
    onBatch: (changes) => { told.push(...changes); onTold(); return Promise.resolve(); },
  });
  await tail.start();
  listener = listen(db.connectionString, 'marsad_change', tail.wake, fail);
  await ingest.start();
});
afterAll(async () => {
  await ingest.stop();
  await listener.stop();
  await tail.stop();
  await Promise.all([web.close(), hub.close(), site.close()]);
  await db.close();
  await test_.drop();
});

test('a feed that names a hub is subscribed to, and what the hub delivers is stored, tagged and tailed without a poll', async () => {
  expect(await hub.verification()).toEqual({ mode: 'subscribe', topic: feed.url, agreed: true, status: 200 });
  expect(hub.requests).toEqual([{
    'hub.mode': 'subscribe', 'hub.topic': feed.url, 'hub.lease_seconds': '864000', 'hub.secret': expect.stringMatching(/^[0-9a-f]{64}$/u) as string,
    'hub.callback': expect.stringMatching(new RegExp(`^${web.publicUrl}/websub/[0-9a-f]{64}$`, 'u')) as string,
  }]);
  const made = await subscription();
  expect(made).toMatchObject({ state: 'active', hub: hub.url, topic: feed.url, lastPushAt: null, failures: 0, lastError: null });
  expect((made.leaseUntil?.getTime() ?? 0) - Date.now()).toBeGreaterThan(9.9 * DAY_MS);
  const polls = feed.count();

  expect(await hub.deliver(feed.url, fragment(item('2', 'انطلاق المحادثات في دمشق')))).toEqual([202]);
  const change = await tailed((changes) => changes.filter(({ kind }) => kind === 'article:new')[1]);
  const article = (await articlesById(db, [change.articleId ?? ''])).get(change.articleId ?? '');
  expect(article?.item).toMatchObject({ title: 'انطلاق المحادثات في دمشق', lang: 'ar', dir: 'rtl', backfill: false });
  expect(article?.keys.names).toContain('region:SY');
  expect(feed.count()).toBe(polls);
});

test('the feed remembers nothing of a delivery but that it went well; its history shows it', async () => {
  await expect.poll(deliveries, SOON).toBe(1);
  const row = await db.prisma.feed.findFirstOrThrow();
  expect(row).toMatchObject({ lastOutcome: 'ok', failures: 0, lastError: null });
  expect(row.nextPollReason).toEqual({ code: 'first-answer' });
  const [polled, pushed] = await db.prisma.poll.findMany({ orderBy: { id: 'asc' } });
  expect(pushed).toMatchObject({ outcome: 'ok', detail: 'pushed by its hub', entries: 1, newArticles: 1, httpStatus: null });
  expect(row.lastSuccessAt).toEqual(pushed?.finishedAt);
  expect(row.lastPollAt).toEqual(polled?.finishedAt);
  expect(await subscription()).toMatchObject({ state: 'active', missed: 0, lastPushAt: expect.any(Date) as Date });
  expect(await db.prisma.push.count()).toBe(0);
});

test('the same delivery twice, or one of what polls brought already, adds nothing', async () => {
  await hub.deliver(feed.url, fragment(item('2', 'انطلاق المحادثات في دمشق')), { method: 'sha1' });
  await hub.deliver(feed.url, fragment(item('1', 'خبر كان في الخلاصة من قبل')), { method: 'sha512' });
  await expect.poll(deliveries, SOON).toBe(3);
  expect(await titles()).toEqual(['خبر كان في الخلاصة من قبل', 'انطلاق المحادثات في دمشق']);
});

test.each<[string, Parameters<TestHub['deliver']>[2], string]>([
  ['a wrong secret', { secret: 'guessed' }, 'a delivery with a wrong signature was dropped'],
  ['no signature', { secret: null }, 'a delivery without a signature was dropped'],
])('a delivery with %s is answered like any other and dropped, and that is said', async (_name, manners, said) => {
  expect(await hub.deliver(feed.url, fragment(item('666', 'خبر مدسوس')), manners)).toEqual([202]);
  expect((await subscription()).lastError).toBe(said);
  expect(await db.prisma.push.count()).toBe(0);
  expect(await titles()).toHaveLength(2);
});

test('a delivery that is no feed is told in the history, and costs no article', async () => {
  expect(await hub.deliver(feed.url, '<!doctype html><title>صفحة</title>')).toEqual([202]);
  await expect.poll(async () => db.prisma.poll.count({ where: { outcome: 'not-a-feed' } }), SOON).toBe(1);
  expect(await db.prisma.feed.findFirstOrThrow()).toMatchObject({ lastOutcome: 'ok', failures: 0 });
  expect((await subscription()).lastError).toMatch(/^pushed by its hub: /u);
});

test('items that share an address stay apart, delivered one by one, and the next poll finds nothing new in them', async () => {
  const said = ['وصول الوفد إلى القصر الرئاسي في بيروت', 'أمطار غزيرة تغلق الطريق الساحلي قرب اللاذقية', 'ارتفاع أسعار القمح في أسواق بغداد'];
  const live = said.map((title, n) => ({ ...item(`live-${n}`, title), link: `${feed.url}/live` }));
  const before = await deliveries();
  for (const one of live) expect(await hub.deliver(feed.url, fragment(one))).toEqual([202]);
  await expect.poll(deliveries, SOON).toBe(before + 3);
  expect(await titles()).toHaveLength(5);
  feed.answer({ headers: { Link: `<${hub.url}>; rel="hub", <${feed.url}>; rel="self"`, 'Cache-Control': 'no-store' } });
  feed.publish(...live);
  const asked = feed.asked();
  await db.prisma.feed.updateMany({ data: { nextPollAt: new Date(0) } });
  await asked;
  await expect.poll(() => db.prisma.poll.count({ where: { httpStatus: 200 } }), SOON).toBe(2);
  const last = await db.prisma.poll.findFirstOrThrow({ where: { httpStatus: 200 }, orderBy: { id: 'desc' } });
  expect(last).toMatchObject({ outcome: 'ok', entries: 4, newArticles: 0, edited: 0 });
  expect(await titles()).toHaveLength(5);
  expect((await db.prisma.feed.findFirstOrThrow()).nextPollReason).toEqual({ code: 'pushed' });
});
