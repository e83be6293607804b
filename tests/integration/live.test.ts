import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Batch, ClientEvents, FilterQuery, PanelChange, ServerEvents, SubscribeReply } from '../../lib/events';
import type { ClaimedFeed } from '../../lib/feed';
import { toFilter } from '../../lib/filter-terms';
import { articlesById } from '../../server/db/articles';
import { changesSince, holdsAllSince, newestCursor, type Change } from '../../server/db/changes';
import { createDatabase, type Database } from '../../server/db/client';
import { listen, type Listener } from '../../server/db/listen';
import { syncTopics } from '../../server/db/places';
import { readSnapshot } from '../../server/db/snapshot';
import { readStatus } from '../../server/db/status';
import { storeEntries } from '../../server/db/store';
import { createLive, type Live } from '../../server/live/live';
import { createLiveSeries, type LiveSeries } from '../../server/live/live-series';
import { createSocketServer, type SocketServer } from '../../server/live/socket';
import { createTail, type Tail } from '../../server/live/tail';
import { readPanel } from '../../server/panel-app';
import { SOCKET_HEADERS, socketAdmitted } from '../../server/web/security';
import { ASTANA, IDLIB, tagged, testFeed, TEST_TOPICS } from '../support/articles';
import { createTestDatabase, type TestDatabase } from '../support/database';

type Client = Socket<ServerEvents, ClientEvents>;

const ALL: FilterQuery = { region: [], topic: [], q: '', window: '24h' };
const SYRIA_ONLY: FilterQuery = { ...ALL, region: ['SY'] };
const fail = (error: unknown) => { throw error; };

let test_: TestDatabase;
const trends = { get db() { return db; }, now: () => new Date() };
let db: Database;
let feed: ClaimedFeed;
let http: Server;
let port: number;
let sockets: SocketServer;
let tail: Tail;
let live: Live;
let series: LiveSeries;
let listener: Listener;
const clients: Client[] = [];

beforeAll(async () => {
  test_ = await createTestDatabase();
  db = createDatabase(test_.connectionString, fail);
  await syncTopics(db, TEST_TOPICS);
  feed = await testFeed(db);
});
afterAll(async () => {
  await db.close();
  await test_.drop();
});

beforeEach(async () => {
  http = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  port = (http.address() as AddressInfo).port;
  sockets = createSocketServer(http, { admit: (request) => socketAdmitted(request, new Set(['127.0.0.1'])), headers: SOCKET_HEADERS }, fail);
  tail = createTail<Change>({
    changesSince: (cursor, limit) => changesSince(db, cursor, limit), newestCursor: () => newestCursor(db),
    onBatch: (changes, cursor) => live.onBatch(changes, cursor), onError: fail,
  });
  live = createLive({
    toFilter, changesSince: (cursor, limit) => changesSince(db, cursor, limit), holdsAllSince: (cursor) => holdsAllSince(db, cursor), articlesById: (ids) => articlesById(db, ids),
    readPanel: (filter, window) => readPanel(trends, filter, window), readStatus: () => readStatus(db),
    readSnapshot: (query) => readSnapshot(db, query, new Date(), (filter, window) => readPanel(trends, filter, window)), cursor: tail.cursor, send: sockets.send, onError: fail,
  });
  series = createLiveSeries({ readSeries: () => Promise.resolve(null), publishedAt: () => Promise.resolve([]), send: sockets.sendSeries, onError: fail });
  sockets.serve(live, series);
  await tail.start();
  listener = listen(db.connectionString, 'marsad_change', tail.wake, fail);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  sockets.close();
  http.closeAllConnections();
  await listener.stop();
  await tail.stop();
  await live.stop();
});

function connect(headers: Record<string, string> = {}): Promise<Client> {
  const client: Client = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: headers });
  clients.push(client);
  return new Promise((resolve, reject) => {
    client.once('connect', () => resolve(client));
    client.once('connect_error', reject);
  });
}

const subscribe = (client: Client, filter: FilterQuery, cursor: string | null) =>
  new Promise<SubscribeReply>((resolve) => client.emit('feed:subscribe', { filter, cursor }, resolve));
const nextBatch = (client: Client) => new Promise<Batch>((resolve) => client.once('articles:changed', resolve));
const batchThat = (client: Client, fits: (batch: Batch) => boolean) => new Promise<Batch>((resolve) => {
  client.on('articles:changed', (batch) => fits(batch) && resolve(batch));
});
const panelThat = (client: Client, fits: (change: PanelChange) => boolean) => new Promise<PanelChange>((resolve) => {
  client.on('panel:changed', (change) => fits(change) && resolve(change));
});
const nextPanel = (client: Client) => new Promise<PanelChange>((resolve) => client.once('panel:changed', resolve));
const publish = (title: string, place = IDLIB) =>
  storeEntries(db, feed, new Date(), { tagged: [tagged({ title, link: `https://news.example/${encodeURIComponent(title)}` }, [[place, 'about']])], seen: [] });
const titles = (reply: SubscribeReply) => (reply.ok && reply.kind === 'since' ? reply.batch.upserts.map(({ title }) => title) : reply);

describe('the socket', () => {
  test('begins with a snapshot and goes on live', async () => {
    await publish('قبل الاتصال');
    const client = await connect();
    const reply = await subscribe(client, ALL, null);
    expect(reply).toMatchObject({ ok: true, kind: 'snapshot', snapshot: { items: [{ title: 'قبل الاتصال' }] } });
    const batch = nextBatch(client);
    await publish('بعد الاتصال');
    expect((await batch).upserts).toMatchObject([{ title: 'بعد الاتصال', places: [{ id: 'idlib', label: { ar: 'إدلب' } }] }]);
  });

  test('after a gap it brings what was missed, once, in a batch up to its end', async () => {
    const first = await connect();
    const reply = await subscribe(first, ALL, null);
    const cursor = reply.ok && reply.kind === 'snapshot' ? reply.snapshot.cursor : fail(reply);
    first.disconnect();
    await publish('فجوة ١');
    await publish('فجوة ٢');
    const again = await connect();
    const told: (number | string)[] = [];
    again.on('feed:behind', (articles) => told.push(articles));
    const since = await subscribe(again, ALL, cursor).finally(() => told.push('answered'));
    expect(told, 'how many are coming is said before they come').toEqual([2, 'answered']);
    expect(titles(since)).toEqual(['فجوة ١', 'فجوة ٢']);
    expect(since.ok && since.kind === 'since' && since.batch.cursor).toBe(await newestCursor(db));
    expect(titles(await subscribe(again, ALL, await newestCursor(db)))).toEqual([]);
  });

  test('a cursor ahead of the log, since the database is another one, begins anew', async () => {
    const client = await connect();
    expect(await subscribe(client, ALL, '999999999999')).toMatchObject({ ok: true, kind: 'snapshot' });
  });

  test('a room hears only of what its filter takes', async () => {
    const client = await connect();
    await subscribe(client, SYRIA_ONLY, null);
    const batch = nextBatch(client);
    await publish('مباحثات أستانا', ASTANA);
    await publish('قصف في إدلب');
    expect((await batch).upserts.map(({ title }) => title)).toEqual(['قصف في إدلب']);
  });

  test('changing the filter leaves the old room', async () => {
    const client = await connect();
    await subscribe(client, ALL, null);
    await subscribe(client, SYRIA_ONLY, null);
    const batch = nextBatch(client);
    await publish('أستانا ثانية', ASTANA);
    await publish('إدلب ثانية');
    expect((await batch).upserts.map(({ title }) => title)).toEqual(['إدلب ثانية']);
  });

  test('sends whole values of the bars that changed, equal to the server\'s answer', async () => {
    const client = await connect();
    await subscribe(client, SYRIA_ONLY, null);
    const panel = nextPanel(client);
    await publish('إدلب ثالثة');
    const change = await panel;
    const truth = await readPanel(trends, toFilter(SYRIA_ONLY), '24h');
    expect(change.buckets).toHaveLength(1);
    // the outlook moves with the clock
    expect(truth.buckets).toContainEqual({ ...change.buckets[0], projected: expect.anything() as number });
    expect([change.total, change.places]).toEqual([truth.total, truth.places]);
  });

  test('an edited article that no longer matches is taken out, and its bar goes down', async () => {
    const link = 'https://news.example/2026/moved-1';
    await storeEntries(db, feed, new Date(), { tagged: [tagged({ title: 'هنا إدلب', link }, [[IDLIB, 'about']])], seen: [] });
    const client = await connect();
    await subscribe(client, SYRIA_ONLY, null);
    const before = (await readPanel(trends, toFilter(SYRIA_ONLY), '24h')).total;
    // the log may still be telling of the article's arrival: what counts is what it comes to
    const gone = batchThat(client, ({ removed }) => removed.length === 1);
    const counted = panelThat(client, ({ total }) => total === before - 1);
    await storeEntries(db, feed, new Date(), { tagged: [tagged({ title: 'هنا أستانا', link }, [[ASTANA, 'about']])], seen: [] });
    await Promise.all([gone, counted]);
  });

  test.each<[string, unknown, RegExp]>([
    ['a filter that is none', { filter: { region: 'SY' }, cursor: null }, /filter/],
    ['a cursor with SQL in it', { filter: ALL, cursor: '1; drop table article' }, /cursor is no cursor/],
    ['nothing at all', null, /expected object/i],
  ])('%s gets an error that says so', async (_name, request, expected) => {
    const client = await connect();
    const reply = await new Promise<SubscribeReply>((resolve) => client.emit('feed:subscribe', request as never, resolve));
    expect(reply).toEqual({ ok: false, error: expect.stringMatching(expected) });
  });

  test.each<[string, Record<string, string>, number]>([['served', {}, 200], ['refused', { origin: 'https://evil.example' }, 403]])(
    'a request without WebSocket that is %s is answered with the security headers', async (_name, headers, status) => {
      const answer = await fetch(`http://127.0.0.1:${port}/socket.io/?EIO=4&transport=polling`, { headers });
      expect(answer.status).toBe(status);
      expect(Object.fromEntries(answer.headers)).toMatchObject(Object.fromEntries(Object.entries(SOCKET_HEADERS).map(([name, value]) => [name.toLowerCase(), value])));
    });

  test('a page of another origin is refused', async () => {
    await expect(connect({ origin: 'https://evil.example' })).rejects.toThrow();
    await expect(connect({ origin: `http://127.0.0.1:${port}` })).resolves.toBeDefined();
  });
});
