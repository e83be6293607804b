import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConnectionEvent } from '../../components/live/connection';
import { createSeriesClient } from '../../components/live/series-client';
import type { FeedSocket } from '../../components/live/socket';
import type { FilterQuery, SeriesReply } from '../../lib/events';
import type { ClaimedFeed } from '../../lib/feed';
import type { SeriesAnswer, SeriesQuery } from '../../lib/trends';
import { changesSince, newestCursor, type Change } from '../../server/db/changes';
import { createDatabase, type Database } from '../../server/db/client';
import { correctArticle } from '../../server/db/corrections/correct';
import { listen, type Listener } from '../../server/db/listen';
import { syncReference } from '../../server/db/reference';
import { deleteSource } from '../../server/db/sources/delete';
import { storeEntries } from '../../server/db/store';
import { readTimes } from '../../server/db/trends/tallies';
import type { Live } from '../../server/live/live';
import { createLiveSeries, type LiveSeries } from '../../server/live/live-series';
import { createSocketServer, type SocketServer } from '../../server/live/socket';
import { createTail, type Tail } from '../../server/live/tail';
import { createTrends } from '../../server/trends-app';
import { ASTANA, CONFLICT, IDLIB, SPORT, SYRIA, tagged, testFeed, TEST_TOPICS } from '../support/articles';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { seeded } from '../support/random';

const NOW = new Date('2026-11-24T12:07:20Z');
const HOUR = 3_600_000;
const fail = (error: unknown) => { throw error; };
const filter = (part: Partial<FilterQuery> = {}): FilterQuery => ({ region: [], topic: [], q: '', window: '24h', ...part });
const question = (part: Partial<SeriesQuery> = {}): SeriesQuery => ({ filter: filter(), bucket: 'hour', tz: 'UTC', by: null, keys: [], ...part });

/** Nobody subscribes to a feed here. */
const NO_FEED: Live = {
  subscribe: () => Promise.reject(new Error('no feed in this test')), leave: () => {}, onBatch: () => Promise.resolve(), start: () => {}, stop: () => Promise.resolve(),
};

let test_: TestDatabase;
let db: Database;
let http: Server;
let port: number;
let sockets: SocketServer;
let tail: Tail;
let series: LiveSeries;
let listener: Listener;
const clients: FeedSocket[] = [];
const read = (query: SeriesQuery) => createTrends({ db, now: () => NOW }).series(query);

beforeEach(async () => {
  test_ = await createTestDatabase();
  db = createDatabase(test_.connectionString, fail);
  await syncReference(db, { places: [SYRIA, IDLIB, ASTANA], topics: TEST_TOPICS });
  http = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  port = (http.address() as AddressInfo).port;
  sockets = createSocketServer(http, { admit: () => true, headers: {} }, fail);
  series = createLiveSeries({ readSeries: read, publishedAt: (ids) => readTimes(db, ids), send: sockets.sendSeries, onError: fail });
  sockets.serve(NO_FEED, series);
  tail = createTail<Change>({ changesSince: (cursor, limit) => changesSince(db, cursor, limit), newestCursor: () => newestCursor(db), onBatch: (changes) => series.onBatch(changes), onError: fail });
  await tail.start();
  listener = listen(db.connectionString, 'marsad_change', tail.wake, fail);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  sockets.close();
  http.closeAllConnections();
  await listener.stop();
  await tail.stop();
  await series.stop();
  await db.close();
  await test_.drop();
});

function socket(): FeedSocket {
  const client: FeedSocket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true, autoConnect: false, reconnectionDelay: 20, reconnectionDelayMax: 50 });
  clients.push(client);
  return client;
}

/** A client that follows a question and holds what it knows of it. */
function follower(query: SeriesQuery, over = socket()) {
  const waiting = new Set<() => void>();
  const events: ConnectionEvent[] = [];
  let held: SeriesAnswer | null = null;
  let refusal: string | null = null;
  const client = createSeriesClient(over, (event) => events.push(event));
  const told = () => waiting.forEach((look) => look());
  const leave = client.follow(query, {
    onAnswer: (answer) => { held = answer; told(); },
    onRefused: (reason) => { refusal = reason; told(); },
  });
  client.start();
  return {
    leave, over, held: () => held, refusal: () => refusal,
    /** resolves when what it holds is this */
    until: (fits: () => boolean) => new Promise<void>((resolve) => {
      const look = () => {
        if (!fits()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    }),
  };
}

const says = (a: SeriesAnswer | null, b: SeriesAnswer | null) => a !== null && JSON.stringify(a) === JSON.stringify(b);

/** Inserts, edits, corrections and a deletion, drawn from one seed. */
async function live(seed: number, feeds: readonly ClaimedFeed[]): Promise<void> {
  const random = seeded(seed);
  const some = <T>(from: readonly T[], chance: number) => from.filter(() => random() < chance);
  for (let round = 0; round < 8; round += 1) {
    const entries = Array.from({ length: 5 }, () => {
      const n = Math.floor(random() * 25);
      return tagged(
        { title: `خبر ${n}`, text: some(['هدنة', 'مفاوضات', 'قصف'], 0.5).join(' '), link: `https://news.example/${n}`, publishedAt: new Date(NOW.getTime() - random() * 30 * HOUR).toISOString() },
        some([IDLIB, ASTANA], 0.5).map((place) => [place, 'about']), some([CONFLICT, SPORT], 0.5));
    });
    const feed = feeds[Math.floor(random() * feeds.length)] as ClaimedFeed;
    await storeEntries(db, feed, NOW, { tagged: entries, seen: [] });
  }
  const { rows: [tag] } = await db.pool.query<{ id: string }>(`select article_id as id from article_key where keys @> array(select id from key where name = 'topic:sport') order by 1 limit 1`);
  if (tag) await correctArticle(db, tag.id, { kind: 'topic', targetId: 'sport' });
}

describe('series over the socket', () => {
  test('after whatever happened, what a client holds is what the server answers', async () => {
    const feeds = [await testFeed(db), await testFeed(db, 'https://b.example/feed', 'b')];
    const questions = [
      question(), question({ filter: filter({ region: ['SY'] }), bucket: 'day', tz: 'Asia/Damascus' }), question({ filter: filter({ q: 'هدنة' }), by: 'topic' }), question({ filter: filter({ last: '24h' }), keys: ['region:SY', 'topic:sport'] }),
      question({ by: 'publisher', bucket: 'week', tz: 'Asia/Baghdad' }), question({ filter: filter({ topic: ['sport'], from: new Date(NOW.getTime() - 20 * HOUR).toISOString(), to: new Date(NOW.getTime() - 5 * HOUR).toISOString() }) }),
    ];
    const followers = questions.map((query) => follower(query));
    await Promise.all(followers.map((one) => one.until(() => one.held() !== null)));
    await live(1, feeds);
    const second = await testFeed(db, 'https://b.example/feed', 'b');
    await deleteSource(db, second.id, 'delete');
    await live(2, [feeds[0] as ClaimedFeed]);
    for (const [n, one] of followers.entries()) {
      const truth = await read(questions[n] as SeriesQuery);
      await one.until(() => says(one.held(), truth));
      expect(one.held()).toEqual(truth);
    }
  });

  test('a change holds the buckets that changed and no others', async () => {
    const feed = await testFeed(db);
    // from the first article on hours are known: without one, all up to the new one would change
    await storeEntries(db, feed, NOW, { tagged: [tagged({ title: 'خبر أول الليل', publishedAt: '2026-11-24T00:10:00.000Z' })], seen: [] });
    const over = socket();
    const one = follower(question({ filter: filter({ region: ['SY'] }) }), over);
    await one.until(() => one.held() !== null);
    const changed = new Promise<unknown>((resolve) => over.once('series:changed', (_id, change) => resolve(change.series)));
    await storeEntries(db, feed, NOW, { tagged: [tagged({ title: 'هدنة في إدلب', publishedAt: '2026-11-24T02:30:00.000Z' }, [[IDLIB, 'about']])], seen: [] });
    expect(await changed).toEqual([{ key: 'all', label: expect.anything(), buckets: [expect.objectContaining({ start: '2026-11-24T02:00:00.000Z', count: 1, share: 1 })] }]);
  });

  test('what came while the connection was broken is there after it', async () => {
    const feed = await testFeed(db);
    const one = follower(question());
    await one.until(() => one.held() !== null);
    const begun = one.held();
    one.over.io.engine.close();
    await storeEntries(db, feed, NOW, { tagged: [tagged({ title: 'بعد الانقطاع', publishedAt: '2026-11-24T11:30:00.000Z' })], seen: [] });
    const truth = await read(question());
    expect(truth).not.toEqual(begun);
    await one.until(() => says(one.held(), truth));
  });

  test('two that ask the same on one connection are one; the last to leave ends it', async () => {
    const over = socket();
    const client = createSeriesClient(over, () => {});
    const answers: SeriesAnswer[] = [];
    const first = new Promise<void>((resolve) => {
      // asked, left and asked anew before any answer, as React does in development
      client.follow(question(), { onAnswer: () => {}, onRefused: fail })();
      client.follow(question(), { onAnswer: (answer) => { answers.push(answer); resolve(); }, onRefused: fail });
    });
    client.start();
    await first;
    const feed = await testFeed(db);
    const moved = new Promise<void>((resolve) => over.once('series:changed', () => resolve()));
    await storeEntries(db, feed, NOW, { tagged: [tagged({ publishedAt: '2026-11-24T11:30:00.000Z' })], seen: [] });
    await moved;
    expect(answers.at(-1)).toEqual(await read(question()));
  });

  test.each<[string, unknown, RegExp]>([
    ['a bucket that is none', { ...question(), bucket: 'month' }, /bucket: is none of minute, hour, day, week/u],
    ['a zone that is none', { ...question(), tz: 'دمشق' }, /tz: is no time zone/u],
    ['a filter that is none', { ...question(), filter: { region: 'SY' } }, /filter\.region/u],
    ['keys of nothing', { ...question(), keys: ['SY'] }, /key: SY is no name such as region:SY/u],
    ['too many buckets', { ...question({ filter: filter({ from: '2020-01-01T00:00:00Z' }) }) }, /more than 2000 buckets/u],
    ['nothing at all', null, /the question/u],
  ])('%s is refused in words', async (_name, asked, expected) => {
    const over = socket();
    over.connect();
    const reply = await new Promise<SeriesReply>((resolve) => over.emit('series:subscribe', asked as never, resolve));
    expect(reply).toEqual({ ok: false, temporary: false, error: expect.stringMatching(expected) });
  });

  test('a connection follows sixteen series and no more, until it leaves some', async () => {
    const over = socket();
    over.connect();
    const ask = (n: number) => new Promise<SeriesReply>((resolve) => over.emit('series:subscribe', question({ filter: filter({ q: `خبر${n}` }) }), resolve));
    const replies = await Promise.all(Array.from({ length: 16 }, (_, n) => ask(n)));
    expect(replies.map(({ ok }) => ok)).not.toContain(false);
    expect(await ask(17)).toMatchObject({ ok: false, error: expect.stringMatching(/more than 16 series/u) });
    const [first] = replies;
    if (first?.ok) over.emit('series:unsubscribe', first.id);
    expect(await ask(17)).toMatchObject({ ok: true });
  });
});
