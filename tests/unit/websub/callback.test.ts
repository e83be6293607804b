import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request as open, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCallback, type CallbackDeps } from '../../../server/web/websub/callback';
import { deferred } from '../../support/deferred';

const KEY = '0f'.repeat(32);
const SECRET = 'سر لا يعرفه إلا المحور';
const TOPIC = 'https://news.example/خلاصة';
const BODY = '<rss>انطلاق المحادثات</rss>';
const signed = (body: string | Buffer) => ({ 'x-hub-signature': `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}` });

let server: Server;
let port: number;
let done: unknown[];
const errors: unknown[] = [];

const surroundings = (change: Partial<CallbackDeps>): CallbackDeps => ({
  publicUrl: 'https://news.example/marsad', allowedHosts: new Set(['localhost']),
  find: (key) => Promise.resolve(key === KEY ? { feedId: 7, topic: TOPIC, secret: SECRET, state: 'active' } : null),
  confirm: (...args) => Promise.resolve(void done.push(['confirm', ...args])),
  deny: (...args) => Promise.resolve(void done.push(['deny', ...args])),
  refused: (...args) => Promise.resolve(void done.push(['refused', ...args])),
  keep: (feedId, type, body) => Promise.resolve(void done.push(['keep', feedId, type, Buffer.from(body).toString('utf8')])),
  onError: (error) => errors.push(error),
  ...change,
});

function serve(change: Partial<CallbackDeps> = {}): void {
  const callback = createCallback(surroundings(change));
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (!callback(request, response)) response.writeHead(421).end('not a hub’s');
  });
}

beforeEach(async () => {
  done = [];
  errors.length = 0;
  server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  port = (server.address() as AddressInfo).port;
  serve();
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

interface Asked {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** What a hub is answered; it may be answered, and cut off, before it has sent all. */
function ask({ method = 'GET', path = `/websub/${KEY}`, headers = {}, body }: Asked): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const request = open({ host: '127.0.0.1', port, method, path, headers: { host: 'news.example', ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8'), headers: response.headers }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

const query = (part: Record<string, string> = {}) =>
  `?${new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.topic': TOPIC, 'hub.challenge': 'تحدٍّ', 'hub.lease_seconds': '60', ...part }).toString()}`;

describe('who is answered', () => {
  test.each<[string, Asked, number]>([
    ['a hub by our public name', { path: `/marsad/websub/${KEY}` }, 404],
    ['one whose proxy drops the path', { path: `/websub/${KEY}` }, 404],
    ['one whose proxy puts another name', { headers: { host: 'localhost:3000' } }, 404],
    ['not one by a foreign name', { headers: { host: 'evil.example' } }, 421],
    ['not one under another path', { path: `/elsewhere/websub/${KEY}` }, 421],
    ['not a key that is none', { path: `/websub/${encodeURIComponent('مفتاح')}` }, 421],
    ['not what comes after the key', { path: `/websub/${KEY}/x` }, 421],
    ['no other method', { method: 'PUT' }, 405],
  ])('%s', async (_name, asked, status) => {
    expect((await ask(asked)).status).toBe(status);
  });
});

describe('verification', () => {
  test('gives the challenge back, as text', async () => {
    const answer = await ask({ path: `/marsad/websub/${KEY}${query()}` });
    expect(answer).toMatchObject({ status: 200, text: 'تحدٍّ', headers: { 'content-type': 'text/plain; charset=utf-8' } });
    expect(done).toEqual([['confirm', KEY, 60]]);
  });

  test('of a topic with a query of its own, which the hub left as it is', async () => {
    const find = () => Promise.resolve({ feedId: 7, topic: 'https://news.example/feed?lang=ar', secret: SECRET, state: 'requested' });
    serve({ find });
    const asked = `/websub/${KEY}?hub.mode=subscribe&hub.topic=https://news.example/feed?lang=ar&hub.challenge=abc`;
    expect(await ask({ path: asked })).toMatchObject({ status: 200, text: 'abc' });
  });

  test('of what we don’t want is 404, and nothing of it is given back', async () => {
    expect(await ask({ path: `/websub/${KEY}${query({ 'hub.topic': 'https://evil.example/' })}` })).toMatchObject({ status: 404, text: 'not asked for' });
    expect(done).toEqual([]);
  });

  test('of an end that we want too', async () => {
    expect(await ask({ path: `/websub/${'00'.repeat(32)}${query({ 'hub.mode': 'unsubscribe' })}` })).toMatchObject({ status: 200, text: 'تحدٍّ' });
    expect(done).toEqual([]);
  });

  test('a denial is noted', async () => {
    expect(await ask({ path: `/websub/${KEY}${query({ 'hub.mode': 'denied', 'hub.reason': 'مغلق' })}` })).toMatchObject({ status: 200, text: '' });
    expect(done).toEqual([['deny', KEY, 'the hub denied the subscription: مغلق']]);
  });
});

describe('a delivery', () => {
  const deliver = (asked: Asked) => ask({ method: 'POST', body: BODY, ...asked });

  test('that is signed is kept as it came', async () => {
    expect((await deliver({ headers: { ...signed(BODY), 'content-type': 'application/rss+xml' } })).status).toBe(202);
    expect(done).toEqual([['keep', 7, 'application/rss+xml', BODY]]);
  });

  test('that is forged is answered alike, and noted', async () => {
    expect((await deliver({ headers: signed('<rss/>') })).status).toBe(202);
    expect(done).toEqual([['refused', KEY, 'a delivery with a wrong signature was dropped']]);
  });

  test('for a key that we don’t have is 410', async () => {
    expect((await deliver({ path: `/websub/${'00'.repeat(32)}`, headers: signed(BODY) })).status).toBe(410);
  });

  test('that says to be too large is not read', async () => {
    serve({ keep: () => Promise.reject(new Error('kept')) });
    expect((await ask({ method: 'POST', headers: { 'content-length': '10000001', expect: '100-continue' } })).status).toBe(413);
  });

  test('that turns out too large is given up', async () => {
    const large = Buffer.alloc(10_000_001, 'ا');
    const answer = await deliver({ body: large, headers: { ...signed(large), 'transfer-encoding': 'chunked' } }).catch((error: NodeJS.ErrnoException) => error.code);
    // the connection may end before the hub has read why
    expect(typeof answer === 'object' ? answer.status : 413).toBe(413);
    expect(done).toEqual([]);
  });

  test('of the very most is kept', async () => {
    const most = Buffer.alloc(10_000_000, ' ');
    expect((await deliver({ body: most, headers: signed(most) })).status).toBe(202);
  });

  test('that is compressed is refused: its signature would be over other bytes', async () => {
    expect((await deliver({ headers: { ...signed(BODY), 'content-encoding': 'gzip' } })).status).toBe(415);
  });

  test('beyond eight at once waits: the hub is asked to come again', async () => {
    const gate = deferred();
    const [arrived, all] = [deferred(), { count: 0 }];
    serve({
      keep: async () => {
        if ((all.count += 1) === 8) arrived.resolve();
        await gate.promise;
      },
    });
    const first = Array.from({ length: 8 }, () => deliver({ headers: signed(BODY) }));
    await arrived.promise;
    expect(await deliver({ headers: signed(BODY) })).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
    gate.resolve();
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 202));
    expect((await deliver({ headers: signed(BODY) })).status).toBe(202);
  });

  test('that can’t be stored is 500, so that the hub comes again', async () => {
    serve({ keep: () => Promise.reject(new Error('قاعدة البيانات')) });
    expect((await deliver({ headers: signed(BODY) })).status).toBe(500);
    expect(errors).toEqual([expect.objectContaining({ message: 'قاعدة البيانات' })]);
  });
});
