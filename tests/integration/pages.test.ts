import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../lib/entry';
import type { ClaimedFeed } from '../../lib/feed';
import { adoptPage } from '../../server/db/adopt-page';
import { claimFeeds } from '../../server/db/claim';
import { createDatabase, type Database } from '../../server/db/client';
import { knownEntries } from '../../server/db/known';
import { claimPage, recordPage } from '../../server/db/pages';
import { syncReference } from '../../server/db/reference';
import { readVersions } from '../../server/db/sources/versions';
import { storeEntries } from '../../server/db/store';
import { createFetcher, type Fetcher } from '../../server/ingest/fetch';
import type { Pages } from '../../server/ingest/pages/pages';
import { createPages } from '../../server/pages-app';
import { ASTANA, entry, IDLIB, SYRIA, tagged, tags, testFeed, TEST_TOPICS } from '../support/articles';
import { countsByName, expectTrueCounts, keysOf } from '../support/counts';
import { createTestDatabase, type TestDatabase } from '../support/database';

interface Site {
  server: Server;
  hostPort: string;
  origin: string;
  /** paths in the order of asking */
  asked: string[];
  /** the most requests that were open at once */
  most(): number;
  on: Map<string, (response: ServerResponse) => void>;
}

const TITLE = 'الجسر الجديد يفتح أمام السيارات';
const SUMMARY = 'أعلنت البلدية أن الجسر الجديد سيفتح أمام السيارات صباح الغد.';
const PARAGRAPHS = [
  `${SUMMARY} وقالت إن أعمال الطلاء انتهت قبل موعدها بأسبوع كامل.`,
  'وأوضح المهندس المشرف أن الجسر يربط الضفتين بأربعة مسارب، وأن حركة الشاحنات ستبقى على الطريق الساحلي حتى نهاية الشهر المقبل.',
  'ويأمل سكان إدلب أن تخف الزحمة التي عانوا منها سنوات طويلة، بينما طالب أصحاب المتاجر بتعويض عن أشهر الإغلاق الماضية.',
];
const PAGE = `<html lang="ar"><head><title>${TITLE}</title></head><body><article>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
const CAPTCHA = `<html><body><h1>Just a moment</h1><p>${'Please verify that you are a human being before you proceed to the site. '.repeat(5)}</p></body></html>`;

const sends = (body: string, status = 200, type = 'text/html; charset=utf-8') => (response: ServerResponse) =>
  void response.writeHead(status, { 'content-type': type }).end(body);
const leads = (to: string) => (response: ServerResponse) => void response.writeHead(302, { location: to }).end();

async function openSite(): Promise<Site> {
  const asked: string[] = [];
  const on: Site['on'] = new Map();
  let [open, most] = [0, 0];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => (open -= 1));
    (on.get(path) ?? sends('', 404))(response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const hostPort = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { server, hostPort, origin: `http://${hostPort}`, asked, on, most: () => most };
}

let data: TestDatabase;
let db: Database;
let [site, other]: Site[] = [];
let feed: ClaimedFeed;
const running: { pages: Pages; fetcher: Fetcher }[] = [];
let count = 0;

const here = () => {
  if (!site || !other) throw new Error('no site');
  return { site, other };
};

beforeAll(async () => {
  data = await createTestDatabase();
  db = createDatabase(data.connectionString, (error) => { throw error; });
  await syncReference(db, { places: [SYRIA, IDLIB, ASTANA], topics: TEST_TOPICS });
});
afterAll(async () => {
  await db.close();
  await data.drop();
});

beforeEach(async () => {
  [site, other] = [await openSite(), await openSite()];
  count += 1;
  feed = { ...(await testFeed(db, `${site.origin}/feed`, `sahifa-${count}`)), fullArticles: true };
  await db.prisma.feed.update({ where: { id: feed.id }, data: { fullArticles: true, nextPollAt: new Date('2100-01-01') } });
});
afterEach(async () => {
  for (const { pages, fetcher } of running.splice(0)) {
    await pages.stop();
    await fetcher.close();
  }
  await db.pool.query('delete from page_fetch');
  // the next site may get the port of this one
  await db.pool.query('update origin set robots = null, robots_at = null, pages_day = null, pages_today = 0, next_page_at = null');
  for (const one of [here().site, here().other]) {
    one.server.closeAllConnections();
    one.server.close();
  }
});

interface How {
  perDay?: number;
  delaySeconds?: number;
  owner?: string;
}

function startPages({ perDay = 100, delaySeconds = 0, owner = 'test' }: How = {}): void {
  const { site: one, other: two } = here();
  const fetcher = createFetcher({
    allowPrivate: new Set([one.hostPort, two.hostPort]), userAgent: 'Marsad/test', connectTimeoutMs: 1000, totalTimeoutMs: 700, maxBytes: 1_000_000,
  });
  const log = { debug: () => undefined, warn: () => undefined, error: () => undefined };
  const pages = createPages({
    config: { pagesPerHostDay: perDay }, db, owner, fetcher, now: () => new Date(), log: log as never, delaySeconds, onError: (error) => { throw error; },
    ownTopics: { article: (_input, made, store) => store(made, '') },
    tag: (inputs) => Promise.resolve(inputs.map(({ text }) => tags(text.includes('إدلب') ? [[IDLIB, 'about']] : [], [], text))),
  });
  running.push({ pages, fetcher });
  pages.start();
}

/** Stores an entry as a poll would. @returns the article's id */
async function publish(path: string, part: Partial<Entry> = {}): Promise<string> {
  const link = path.startsWith('http') ? path : `${here().site.origin}${path}`;
  await storeEntries(db, feed, new Date(), { tagged: [tagged({ title: TITLE, text: SUMMARY, link, ...part })], seen: [] });
  const article = await db.prisma.article.findFirstOrThrow({ where: { link, publisherId: feed.publisherId } });
  return article.id.toString();
}

const article = (id: string) => db.prisma.article.findUniqueOrThrow({ where: { id: BigInt(id) } });
const row = (id: string) => db.prisma.pageFetch.findUnique({ where: { articleId: BigInt(id) } });
const origin = (of: string) => db.prisma.origin.findUniqueOrThrow({ where: { origin: of } });
const until = (id: string, wanted: object) => expect.poll(() => row(id), { interval: 20, timeout: 10_000 }).toMatchObject(wanted);

describe('a page whose feed carries only a summary', () => {
  it('is fetched, and its text takes the place of the feed’s: a new version that is no edit', async () => {
    const { site: one } = here();
    one.on.set('/a', sends(PAGE));
    const id = await publish('/a');
    const before = await article(id);
    startPages();
    await until(id, { state: 'done', outcome: 'ok', attempts: 1 });
    expect(one.asked).toEqual(['/robots.txt', '/a']);
    const after = await article(id);
    expect(after).toMatchObject({ version: 2, text: PARAGRAPHS.join('\n\n'), textSource: 'page', editedAt: null, contentHash: before.contentHash });
    expect((await keysOf(db, id)).keys).toContain('region:idlib');
    expect(await readVersions(db, id)).toMatchObject([{ version: 1, text: SUMMARY, textSource: 'feed' }, { version: 2, textSource: 'page' }]);
    const { rows: changes } = await db.pool.query('select kind, version from change where article_id = $1 order by seq', [id]);
    expect(changes).toEqual([{ kind: 'article:new', version: 1 }, { kind: 'article:edited', version: 2 }]);
    expect(await countsByName(db, 'place', 'publisher')).toEqual(expect.objectContaining({ 'place:idlib': 1, [`publisher:${feed.publisherId}`]: 1 }));
    expect(await countsByName(db)).not.toHaveProperty('place:astana');
    await expectTrueCounts(db);
    // the feed says what it said: no edit
    expect(await knownEntries(db, feed, [entry({ title: TITLE, text: SUMMARY, link: `${one.origin}/a` })])).toEqual(['seen']);
  });

  it('is fetched again once the feed edits the article, whose new words stand meanwhile', async () => {
    const { site: one } = here();
    one.on.set('/a', sends(PAGE));
    const id = await publish('/a');
    startPages();
    await until(id, { state: 'done' });
    await Promise.all(running.splice(0).map(async ({ pages, fetcher }) => { await pages.stop(); await fetcher.close(); }));
    const reworded = `${SUMMARY} وسيبقى مغلقاً أمام الشاحنات.`;
    await publish('/a', { text: reworded });
    expect(await article(id)).toMatchObject({ version: 3, text: reworded, textSource: 'feed' });
    expect(await row(id)).toMatchObject({ state: 'waiting', attempts: 0 });
    startPages();
    await until(id, { state: 'done' });
    expect(await article(id)).toMatchObject({ version: 4, textSource: 'page', text: PARAGRAPHS.join('\n\n') });
    expect((await article(id)).editedAt).not.toBeNull();
  });

  it.each<[string, (one: Site, two: Site) => void, object]>([
    ['robots.txt forbids it', (one) => one.on.set('/robots.txt', sends('User-agent: Marsad\nDisallow: /a', 200, 'text/plain')), { state: 'failed', outcome: 'robots' }],
    ['it is gone', (one) => one.on.set('/a', sends('', 404)), { state: 'failed', outcome: 'not-found' }],
    ['a captcha is in its place', (one) => one.on.set('/a', sends(CAPTCHA)), { state: 'waiting', outcome: 'other-text', attempts: 1 }],
    ['it is no HTML', (one) => one.on.set('/a', sends('%PDF-1.7', 200, 'application/pdf')), { state: 'failed', outcome: 'not-html' }],
    ['it says no more', (one) => one.on.set('/a', sends(`<html><body><p>${SUMMARY}</p></body></html>`)), { state: 'done', outcome: 'not-better' }],
    ['its server fails', (one) => one.on.set('/a', sends('', 500)), { state: 'waiting', outcome: 'http-error', attempts: 1 }],
    ['it drips', (one) => one.on.set('/a', (response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('<')), { state: 'waiting', outcome: 'timeout' }],
    ['it leads to a private address', (one) => one.on.set('/a', leads('http://10.0.0.1/a')), { state: 'failed', outcome: 'private-address' }],
    ['it leads to no web page', (one) => one.on.set('/a', leads('ftp://files.example/a')), { state: 'failed', outcome: 'bad-url' }],
    ['it leads in a ring', (one) => one.on.set('/a', leads('/b')).set('/b', leads('/a')), { state: 'failed', attempts: 5 }],
    ['it leads to a server that forbids it', (one, two) => {
      one.on.set('/a', leads(`${two.origin}/secret`));
      two.on.set('/robots.txt', sends('User-agent: *\nDisallow: /', 200, 'text/plain')).set('/secret', sends(PAGE));
    }, { state: 'failed', outcome: 'robots' }],
  ])('%s: the feed’s text stays, and why is said', async (_, set, wanted) => {
    const { site: one, other: two } = here();
    one.on.set('/a', sends(PAGE));
    set(one, two);
    const id = await publish('/a');
    startPages();
    await until(id, wanted);
    expect(await article(id)).toMatchObject({ version: 1, text: SUMMARY, textSource: 'feed' });
    expect(one.asked[0]).toBe('/robots.txt');
    expect(two.asked).not.toContain('/secret');
  });

  it('on another server is taken once that server’s robots.txt allows it', async () => {
    const { site: one, other: two } = here();
    one.on.set('/a', leads(`${two.origin}/b`));
    two.on.set('/b', sends(PAGE));
    const id = await publish('/a');
    startPages();
    await until(id, { state: 'done', outcome: 'ok', url: `${two.origin}/b`, attempts: 2 });
    expect([one.asked, two.asked]).toEqual([['/robots.txt', '/a'], ['/robots.txt', '/b']]);
  });

  it.each([['long texts', { text: PARAGRAPHS.join('\n\n').repeat(5) }], ['what has no address', { link: null, canonicalUrl: null, guid: 'g' }]])('%s are not asked for', async (_, part) => {
    await storeEntries(db, feed, new Date(), { tagged: [tagged({ title: `${TITLE} ${count}`, text: SUMMARY, identity: `x-${count}`, ...part })], seen: [] });
    expect(await db.prisma.pageFetch.count()).toBe(0);
  });

  it('is not asked for where nobody wants it so, or no longer', async () => {
    const wanting = feed;
    feed = { ...feed, fullArticles: false };
    await publish('/a');
    expect(await db.prisma.pageFetch.count()).toBe(0);
    feed = wanting;
    await publish('/b', { title: `${TITLE}!` });
    await db.prisma.feed.update({ where: { id: feed.id }, data: { fullArticles: false } });
    expect(await claimPage(db, 'test', 60, 10)).toBeNull();
  });
});

describe('an article that is edited while its page is read', () => {
  it('keeps its new words, and its page is asked for again', async () => {
    const id = await publish('/a');
    const page = await claimPage(db, 'test', 60, 10);
    if (!page) throw new Error('no page was due');
    const reworded = `${SUMMARY} وسيبقى مغلقاً أمام الشاحنات.`;
    await publish('/a', { text: reworded });
    const found = { text: PARAGRAPHS.join('\n\n'), lang: 'ar', author: null, datelineEnd: null };
    expect(await adoptPage(db, page, found, tags([], [], ''), new Date())).toBe(false);
    expect(await article(id)).toMatchObject({ version: 2, text: reworded, textSource: 'feed' });
    const at = new Date();
    await recordPage(db, 'test', page, {
      state: 'failed', outcome: 'not-found', detail: null, asked: true, at, url: page.url, counts: true, nextAt: at, originNextAt: at, robots: null,
    });
    expect(await row(id)).toMatchObject({ state: 'waiting', attempts: 0, outcome: null });
  });
});

describe('politeness', () => {
  it('nothing is fetched while robots.txt can’t be had', async () => {
    const { site: one } = here();
    one.on.set('/robots.txt', sends('', 503)).set('/a', sends(PAGE));
    const id = await publish('/a');
    startPages();
    await until(id, { state: 'waiting', outcome: 'robots-unknown', attempts: 1 });
    expect(one.asked).toEqual(['/robots.txt']);
    expect((await origin(one.origin)).nextPageAt?.getTime()).toBeGreaterThan(Date.now() + 60_000);
  });

  it('robots.txt is remembered, and its crawl-delay kept', async () => {
    const { site: one } = here();
    one.on.set('/robots.txt', sends('User-agent: *\nCrawl-delay: 60', 200, 'text/plain')).set('/a', sends(PAGE));
    const id = await publish('/a');
    startPages();
    await until(id, { state: 'done' });
    const kept = await origin(one.origin);
    expect(kept).toMatchObject({ robots: 'User-agent: *\nCrawl-delay: 60', leaseOwner: null, pagesToday: 1 });
    expect(kept.nextPageAt?.getTime()).toBeGreaterThan(Date.now() + 50_000);
    await publish('/b', { title: `${TITLE} ثانية` });
    expect(await claimPage(db, 'test', 60, 10)).toBeNull();
    await db.prisma.origin.update({ where: { origin: one.origin }, data: { nextPageAt: new Date(0) } });
    expect(await claimPage(db, 'test', 60, 10)).toMatchObject({ robots: kept.robots });
  });

  it('no more pages of a server than the day’s cap', async () => {
    const { site: one } = here();
    for (const path of ['/a', '/b', '/c']) {
      one.on.set(path, sends(PAGE));
      await publish(path, { title: `${TITLE} ${path}` });
    }
    startPages({ perDay: 2 });
    await expect.poll(() => db.prisma.pageFetch.count({ where: { state: 'done' } }), { timeout: 10_000 }).toBe(2);
    expect(await claimPage(db, 'another', 60, 2)).toBeNull();
    expect(one.asked.filter((path) => path !== '/robots.txt')).toHaveLength(2);
    await db.pool.query('update origin set pages_day = pages_day - 1 where origin = $1', [one.origin]);
    expect(await claimPage(db, 'another', 60, 2)).not.toBeNull();
  });

  it('a cap of nothing asks for nothing', async () => {
    await publish('/a');
    expect(await claimPage(db, 'test', 60, 0)).toBeNull();
  });

  it('a server that asks to wait is left alone', async () => {
    const { site: one } = here();
    one.on.set('/a', (response) => void response.writeHead(429, { 'retry-after': '7200' }).end());
    const id = await publish('/a');
    startPages();
    await until(id, { state: 'waiting', outcome: 'rate-limited' });
    expect((await origin(one.origin)).nextPageAt?.getTime()).toBeGreaterThan(Date.now() + 7_000_000);
  });

  it('two processes, and the polls of feeds, never ask one server at once', async () => {
    const { site: one } = here();
    for (let n = 0; n < 8; n += 1) {
      one.on.set(`/${n}`, (response) => void setImmediate(() => sends(PAGE)(response)));
      await publish(`/${n}`, { title: `${TITLE} ${n}` });
    }
    startPages({ owner: 'first' });
    startPages({ owner: 'second' });
    await expect.poll(() => db.prisma.pageFetch.count({ where: { state: 'done' } }), { timeout: 20_000 }).toBe(8);
    expect(one.most()).toBe(1);
    await db.prisma.feed.update({ where: { id: feed.id }, data: { nextPollAt: new Date(0) } });
    expect(await claimFeeds(db, 'third', 10, 60)).toHaveLength(1);
    await publish('/9', { title: `${TITLE} 9` });
    expect(await claimPage(db, 'fourth', 60, 100)).toBeNull();
  });
});
