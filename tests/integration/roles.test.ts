import path from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Batch, ClientEvents, FilterQuery, ServerEvents, SubscribeReply } from '../../lib/events';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { createFeedServer, type FeedServer, type TestFeed } from '../support/feed-server';
import { temporaryFolder } from '../support/folders';
import { launchMarsad, type MarsadProcess } from '../support/marsad';

const ALL: FilterQuery = { region: [], topic: [], q: '', window: '24h' };

let database: TestDatabase;
let site: FeedServer;
let feed: TestFeed;
let folder: { path: string; remove(): Promise<void> };
let ingest: MarsadProcess;
let web: MarsadProcess;
let address: string;
let reader: Socket<ServerEvents, ClientEvents>;
const batches: Batch[] = [];

/** Both at once on an empty database: each would migrate it, and neither is told to wait for the other. */
beforeAll(async () => {
  [database, site, folder] = await Promise.all([createTestDatabase('empty'), createFeedServer(), temporaryFolder()]);
  feed = site.feed('/feed.xml', { lang: 'ar' });
  feed.answer({ status: 503 });
  const list = path.join(folder.path, 'feeds.json');
  await site.writeList(list, [feed]);
  const env = { DATABASE_URL: database.connectionString, FEEDS: list, ALLOW_PRIVATE_FEEDS: site.hostPort };
  ingest = launchMarsad({ dataDir: folder.path, env: { ...env, ROLE: 'ingest' } });
  web = launchMarsad({ dataDir: folder.path, env: { ...env, ROLE: 'web' } });
  const ready = await web.line(/Marsad is ready: /u);
  address = ready.replace(/^.*Marsad is ready: /u, '').trim();
  await ingest.line(/Marsad ingests/u);
});
afterAll(async () => {
  reader?.disconnect();
  await Promise.all([ingest?.stop(), web?.stop()]);
  await site?.close();
  await database?.drop();
  await folder?.remove();
});

/** The first batch, come or to come, that the test is about. */
function batchWith(wanted: (batch: Batch) => boolean): Promise<Batch> {
  const known = batches.find(wanted);
  if (known) return Promise.resolve(known);
  return new Promise((resolve) => {
    const look = (batch: Batch) => {
      if (!wanted(batch)) return;
      reader.off('articles:changed', look);
      resolve(batch);
    };
    reader.on('articles:changed', look);
  });
}

const shows = (title: string) => (batch: Batch) => batch.upserts.some((item) => item.title === title);

test('a reader of the web process sees what the ingest process stores, over the socket', async () => {
  reader = io(address, { transports: ['websocket'], reconnection: false });
  reader.on('articles:changed', (batch) => batches.push(batch));
  const reply = await new Promise<SubscribeReply>((resolve) => reader.emit('feed:subscribe', { filter: ALL, cursor: '0' }, resolve));
  if (!reply.ok || reply.kind !== 'since') throw new Error(JSON.stringify(reply));
  batches.push(reply.batch);
  const { upserts } = await batchWith((batch) => batch.upserts.length > 0);
  expect(upserts.every((item) => item.sample)).toBe(true);
  expect(upserts.some((item) => item.lang === 'ar' && item.dir === 'rtl' && item.places.length > 0)).toBe(true);
});

test('the web process is healthy and tells of the feeds that the ingest process asks', async () => {
  const response = await fetch(`${address}/api/health`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ status: 'ok', database: 'ok', feeds: { total: 1, failing: 1 } });
});

test('the sample is removed through the web process: the ingest process answers, and the reader is told', async () => {
  const response = await fetch(`${address}/api/sample`, { method: 'DELETE', headers: { origin: address } });
  const { removed } = (await response.json()) as { removed: number };
  expect(response.status).toBe(200);
  expect(removed).toBeGreaterThanOrEqual(20);
  expect((await batchWith((batch) => batch.removed.length > 0)).removed).toHaveLength(removed);
});

test('what a feed publishes then comes over the socket as well, tagged', async () => {
  const title = 'قصف جوي على مدينة إدلب شمال غربي سوريا';
  feed.publish({ id: 'idlib', title, text: 'قتل مدنيون في قصف جوي على مدينة إدلب.' });
  feed.answer(null);
  const batch = await batchWith(shows(title));
  expect(batch.upserts).toMatchObject([{ title, sample: false, dir: 'rtl', places: expect.arrayContaining([expect.objectContaining({ id: 'SY' })]) as unknown }]);
});

test('the web process goes on while the ingest process is away, and both stop in order', async () => {
  expect(await ingest.stop()).toEqual({ code: 0, signal: null });
  expect((await fetch(`${address}/api/health`)).status).toBe(200);
  expect(reader.connected).toBe(true);
  const gone = new Promise((resolve) => reader.once('disconnect', resolve));
  expect(await web.stop()).toEqual({ code: 0, signal: null });
  await gone;
  expect([ingest.output(), web.output()].join('\n')).not.toMatch(/"level":(?:50|60)/u);
});
