import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isPublic } from '../../../server/ingest/fetch/addresses';
import { createFetcher, type Fetcher, type FetcherOptions, type FetchResult } from '../../../server/ingest/fetch';

const FEED = '<rss version="2.0"><channel><title>الأخبار</title></channel></rss>';
type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let base: string;
let hostPort: string;
const handlers = new Map<string, Handler>();
const fetchers: Fetcher[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const handler = handlers.get(request.url ?? '');
    if (handler) return handler(request, response);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  hostPort = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  base = `http://${hostPort}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
afterEach(async () => {
  handlers.clear();
  await Promise.all(fetchers.splice(0).map((fetcher) => fetcher.close()));
});

function fetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  const made = createFetcher({
    allowPrivate: new Set([hostPort]), userAgent: 'Marsad/test', connectTimeoutMs: 2000, totalTimeoutMs: 5000, maxBytes: 100_000, ...options,
  });
  fetchers.push(made);
  return made;
}

const ask = (path: string, options: Partial<FetcherOptions> = {}, validators: { etag?: string; lastModified?: string } = {}): Promise<FetchResult> =>
  fetcher(options).fetch({ url: path.includes('://') ? path : base + path, etag: validators.etag ?? null, lastModified: validators.lastModified ?? null });
const on = (path: string, handler: Handler) => handlers.set(path, handler);
const sends = (headers: Record<string, string>, body: string | Buffer, status = 200): Handler => (_, response) => response.writeHead(status, headers).end(body);
// Node refuses to send other than latin1; servers send the bytes of UTF-8
const inBytes = (text: string) => Buffer.from(text).toString('latin1');
const redirects = (status: number, location: string): Handler => (_, response) => response.writeHead(status, { location: inBytes(location) }).end();
const drips = (status: number, headers: Record<string, string> = {}): Handler => (_, response) => {
  response.writeHead(status, headers);
  const drip = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(drip));
};
const textOf = (result: FetchResult) => (result.outcome === 'ok' ? new TextDecoder().decode(result.bytes) : result.outcome);

describe('an answer', () => {
  it('comes with its body, type and validators', async () => {
    on('/feed', sends({ 'content-type': 'application/rss+xml; charset=utf-8', etag: '"v1"', 'last-modified': 'Wed, 13 Sep 2017 10:00:00 GMT' }, FEED));
    const result = await ask('/feed');
    expect(result).toMatchObject({
      outcome: 'ok', status: 200, url: `${base}/feed`, contentType: 'application/rss+xml; charset=utf-8', etag: '"v1"',
      lastModified: 'Wed, 13 Sep 2017 10:00:00 GMT', movedTo: null, received: Buffer.byteLength(FEED),
    });
    expect(textOf(result)).toBe(FEED);
  });

  it('names its hub, and its own address as the hub knows it, in Link headers', async () => {
    on('/feed', sends({ link: `<https://hub.example/>; rel="hub", <${Buffer.from('/خلاصة').toString('latin1')}>; rel="self"` }, FEED));
    const result = await ask('/feed');
    expect(result.outcome === 'ok' && result.links).toEqual({ hub: 'https://hub.example/', self: `${base}/${encodeURIComponent('خلاصة')}` });
  });

  it('can be handed to a thread: its bytes own their buffer', async () => {
    on('/feed', sends({}, FEED));
    const result = await ask('/feed');
    expect(result.outcome === 'ok' && result.bytes.buffer.byteLength === result.bytes.length).toBe(true);
  });

  it.each([
    ['gzip', gzipSync(FEED)],
    ['br', brotliCompressSync(FEED)],
    ['deflate', deflateSync(FEED)],
    ['deflate', deflateRawSync(FEED)],
    ['gzip, br', brotliCompressSync(gzipSync(FEED))],
  ])('compressed as %s is unfolded', async (encoding, body) => {
    on('/feed', sends({ 'content-encoding': encoding }, body));
    const result = await ask('/feed');
    expect(textOf(result)).toBe(FEED);
    expect(result).toMatchObject({ received: body.length });
  });

  it('is asked for with what is remembered, and says who asks', async () => {
    let seen: IncomingMessage['headers'] = {};
    on('/feed', (request, response) => {
      seen = request.headers;
      response.writeHead(304, { etag: '"v2"' }).end();
    });
    const result = await ask('/feed', {}, { etag: '"v1"', lastModified: 'Wed, 13 Sep 2017 10:00:00 GMT' });
    expect(result).toMatchObject({ outcome: 'not-modified', status: 304, etag: '"v2"' });
    expect(seen).toMatchObject({ 'if-none-match': '"v1"', 'if-modified-since': 'Wed, 13 Sep 2017 10:00:00 GMT', 'user-agent': 'Marsad/test' });
  });
});

describe('a refusal', () => {
  it.each([
    [401, 'forbidden'], [403, 'forbidden'], [404, 'not-found'], [410, 'gone'], [429, 'rate-limited'], [500, 'http-error'], [503, 'http-error'],
  ])('%i is %s', async (status, outcome) => {
    on('/feed', sends({}, 'no', status));
    expect(await ask('/feed')).toMatchObject({ outcome, status, detail: expect.stringMatching(new RegExp(`/feed answered ${status} \\([A-Z]`, 'u')) as string, retryAfterSeconds: null });
  });

  it.each([
    ['429 in seconds', 429, '120', 120],
    ['503 in seconds', 503, '7', 7],
    ['a date that is past', 429, 'Wed, 13 Sep 2017 10:00:00 GMT', 0],
    ['nonsense', 429, 'بعد قليل', null],
    ['a date', 503, 'Wed, 13 Sep 2017 11:00:00 GMT', 3600],
    ['a date as of RFC 850', 503, 'Wednesday, 13-Sep-17 10:01:00 GMT', 60],
    ['a date as asctime writes it, which is in UTC', 503, 'Wed Sep 13 10:00:30 2017', 30],
    ['a date in a zone, which no header has', 503, 'Wed, 13 Sep 2017 11:00:00 +0300', null],
    ['a number with a sign', 429, '-5', null],
  ])('Retry-After is told: %s', async (_, status, header, seconds) => {
    on('/feed', sends({ 'retry-after': inBytes(header) }, '', status));
    expect(await ask('/feed', { now: () => new Date('2017-09-13T10:00:00Z') })).toMatchObject({ status, retryAfterSeconds: seconds });
  });
});

describe('conditional requests', () => {
  it.each([
    ['a strong tag', '"v1"', '"v1"'],
    ['a weak one', 'W/"v1"', 'W/"v1"'],
    ['one without quotes, as some servers write it', 'v1', 'v1'],
    ['a tag that was changed for packing is named both ways', '"v1-gzip"', '"v1-gzip", "v1"'],
    ['a weak one too', 'W/"خبر;gzip"', 'W/"خبر;gzip", W/"خبر"'],
    ['two dashes', '"v1--gzip"', '"v1--gzip", "v1"'],
    ['a tag that only looks like it', '"gzip"', '"gzip"'],
  ])('%s', async (_, etag, sent) => {
    let seen: string | undefined;
    on('/feed', (request, response) => (seen = request.headers['if-none-match'], response.writeHead(304).end()));
    expect(await ask('/feed', {}, { etag: inBytes(etag) })).toMatchObject({ outcome: 'not-modified' });
    expect(seen).toBe(inBytes(sent));
  });

  it('are made by the date alone too', async () => {
    on('/feed', (request, response) => void response.writeHead(request.headers['if-modified-since'] ? 304 : 200).end());
    expect(await ask('/feed', {}, { lastModified: 'Wed, 13 Sep 2017 10:00:00 GMT' })).toMatchObject({ outcome: 'not-modified' });
  });

  it('304 to a request without a condition is a failure, in words', async () => {
    on('/feed', sends({}, '', 304));
    expect(await ask('/feed')).toMatchObject({ outcome: 'http-error', status: 304, detail: expect.stringContaining('named no earlier version') as string });
  });

  it('a tag of unheard-of length is not remembered', async () => {
    on('/feed', sends({ etag: `"${'x'.repeat(2000)}"` }, FEED));
    expect(await ask('/feed')).toMatchObject({ outcome: 'ok', etag: null });
  });
});

describe('how long an answer says that it holds', () => {
  const NOW = new Date('2017-09-13T10:00:00Z');
  const date = NOW.toUTCString();
  it.each<[string, Record<string, string>, number | null]>([
    ['nothing is said', {}, null],
    ['max-age', { 'cache-control': 'public, max-age=300' }, 300],
    ['in capitals and quotes', { 'cache-control': 'Max-Age="300"' }, 300],
    ['less what it lay in a cache', { 'cache-control': 'max-age=300', age: '100' }, 200],
    ['used up in the cache', { 'cache-control': 'max-age=300', age: '300' }, null],
    ['what caches are told is not for us', { 'cache-control': 's-maxage=600' }, null],
    ['no-cache', { 'cache-control': 'no-cache, max-age=300' }, null],
    ['Expires', { expires: 'Wed, 13 Sep 2017 10:10:00 GMT', date }, 600],
    ['Expires by a clock that is wrong', { expires: 'Wed, 13 Sep 2017 10:10:00 GMT', date: 'Wed, 13 Sep 2017 10:09:00 GMT' }, 60],
    ['max-age goes before Expires', { 'cache-control': 'max-age=60', expires: 'Wed, 13 Sep 2017 10:10:00 GMT', date }, 60],
    ['Expires: 0', { expires: '0', date }, null],
    ['nonsense', { 'cache-control': 'max-age=غدا' }, null],
  ])('%s', async (_, headers, seconds) => {
    on('/feed', sends(Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, inBytes(value)])), FEED));
    expect(await ask('/feed', { now: () => NOW })).toMatchObject({ freshSeconds: seconds });
  });
});

describe('user and password in an address', () => {
  const withPassword = () => base.replace('//', '//قارئ:s%40cret@');
  const expected = `Basic ${Buffer.from('قارئ:s@cret').toString('base64')}`;
  const guarded: Handler = (request, response) => void response.writeHead(request.headers.authorization === expected ? 200 : 401).end(FEED);

  it('are sent, and told nowhere', async () => {
    on('/feed', guarded);
    expect(await ask(`${withPassword()}/feed`)).toMatchObject({ outcome: 'ok', url: `${base}/feed` });
    on('/feed', sends({}, '', 401));
    const refused = await ask(`${withPassword()}/feed`);
    expect(refused).toMatchObject({ outcome: 'forbidden', detail: `${base}/feed answered 401 (Unauthorized)` });
  });

  it('stay with the feed when it moves on its server', async () => {
    on('/feed', redirects(301, '/new'));
    on('/new', guarded);
    const result = await ask(`${withPassword()}/feed`);
    expect(result).toMatchObject({ outcome: 'ok', url: `${base}/new`, movedTo: new URL(`${withPassword()}/new`).href });
  });

  it('do not go to another server', async () => {
    let seen: string | undefined = 'not asked';
    const other = createServer((request, response) => (seen = request.headers.authorization, response.end(FEED)));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const otherPort = `127.0.0.1:${(other.address() as AddressInfo).port}`;
    on('/feed', redirects(301, `http://${otherPort}/feed`));
    const result = await ask(`${withPassword()}/feed`, { allowPrivate: new Set([hostPort, otherPort]) });
    other.close();
    expect(result).toMatchObject({ outcome: 'ok', movedTo: `http://${otherPort}/feed` });
    expect(seen).toBeUndefined();
  });
});

describe('a server that packs badly', () => {
  it.each([
    ['says gzip of what is none', 'gzip', Buffer.from(FEED)],
    ['cuts the packed answer short', 'gzip', gzipSync(FEED).subarray(0, 30)],
    ['packs in an unknown way', 'snappy', Buffer.from('?')],
    ['packs without end', 'gzip, gzip, gzip, gzip', gzipSync(FEED)],
  ])('and %s is asked once more, for the same unpacked', async (_, encoding, body) => {
    on('/feed', (request, response) => {
      if (request.headers['accept-encoding'] === 'identity') return void response.end(FEED);
      response.writeHead(200, { 'content-encoding': encoding }).end(body);
    });
    expect(textOf(await ask('/feed'))).toBe(FEED);
  });

  it('even then is unreadable, and it is said how', async () => {
    on('/feed', sends({ 'content-encoding': 'snappy' }, '?'));
    expect(await ask('/feed')).toMatchObject({ outcome: 'unreadable', detail: 'the answer is packed as "snappy", which is not known' });
  });

  it('a long answer packed better than any honest one is a bomb', async () => {
    on('/feed', sends({ 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(3_000_000))));
    expect(await ask('/feed', { maxBytes: 5_000_000 })).toMatchObject({ outcome: 'too-large', detail: expect.stringContaining('unfold') as string });
  });
});

describe('redirects', () => {
  it('are followed, and a permanent one is told', async () => {
    on('/old', redirects(301, '/new'));
    on('/new', redirects(308, '/أخبار'));
    on('/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1', sends({}, FEED));
    const result = await ask('/old');
    expect(result).toMatchObject({ outcome: 'ok', movedTo: `${base}/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1`, url: `${base}/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1` });
  });

  it('a temporary one changes nothing for good, nor do permanent ones behind it', async () => {
    on('/a', redirects(301, '/b'));
    on('/b', redirects(302, '/c'));
    on('/c', redirects(301, '/d'));
    on('/d', sends({}, FEED));
    expect(await ask('/a')).toMatchObject({ outcome: 'ok', movedTo: `${base}/b`, url: `${base}/d` });
  });

  it('in a circle end', async () => {
    on('/a', redirects(302, '/b'));
    on('/b', redirects(302, '/a'));
    expect(await ask('/a')).toMatchObject({ outcome: 'redirect-loop' });
  });

  it('five are followed, a sixth is not', async () => {
    for (let i = 0; i < 6; i++) on(`/${i}`, redirects(302, `/${i + 1}`));
    on('/6', sends({}, FEED));
    expect(await ask('/1')).toMatchObject({ outcome: 'ok' });
    expect(await ask('/0')).toMatchObject({ outcome: 'redirect-loop' });
  });

  it.each([
    ['to another scheme', 'file:///etc/passwd', 'bad-url'],
    ['to a private address', 'http://10.0.0.1/feed', 'private-address'],
    ['to the loopback on another port', 'http://127.0.0.1:9/feed', 'private-address'],
    ['to nowhere', '', 'redirect-loop'],
    ['to no address at all', 'http://[', 'http-error'],
  ])('%s are refused', async (_, location, outcome) => {
    on('/feed', redirects(302, location));
    expect(await ask('/feed')).toMatchObject({ outcome });
  });

  it('to an address of 2000 characters is followed, to a longer one not', async () => {
    const path = `/${'a'.repeat(2000 - base.length - 1)}`;
    on('/feed', redirects(301, path));
    on(path, sends({}, FEED));
    expect(await ask('/feed')).toMatchObject({ outcome: 'ok', movedTo: base + path });
    on('/feed', redirects(301, `${path}b`));
    on(`${path}b`, sends({}, FEED));
    expect(await ask('/feed')).toMatchObject({ outcome: 'bad-url', movedTo: null, detail: expect.stringContaining('2001 characters') as string });
  });

  it('in Arabic are measured as they are written on the wire', async () => {
    on('/feed', redirects(301, `/${'خبر'.repeat(120)}`));
    expect(await ask('/feed')).toMatchObject({ outcome: 'bad-url', status: 301, movedTo: null });
  });
});

describe('an answer whose body nobody reads, and never ends', () => {
  it('is not waited for: a redirect is followed', async () => {
    on('/feed', drips(302, { location: '/target' }));
    on('/target', sends({}, FEED));
    expect(await ask('/feed', { totalTimeoutMs: 4000 })).toMatchObject({ outcome: 'ok', url: `${base}/target` });
  });

  it('is not waited for: a refusal is told as what it is', async () => {
    on('/feed', drips(404));
    expect(await ask('/feed', { totalTimeoutMs: 60_000 })).toMatchObject({ outcome: 'not-found', status: 404 });
  });

  it('is a timeout, no error, where the time is up before the next request', async () => {
    on('/feed', drips(302, { location: '/target' }));
    expect(await ask('/feed', { totalTimeoutMs: 100 })).toMatchObject({ outcome: 'timeout', detail: 'no whole answer within 100 ms' });
  });
});

describe('addresses that are refused', () => {
  it.each([
    ['loopback', 'http://127.0.0.1:9/'],
    ['loopback as a number', 'http://2130706433/'],
    ['loopback in hexadecimal', 'http://0x7f.1/'],
    ['loopback in IPv6', 'http://[::1]/'],
    ['IPv4 mapped into IPv6', 'http://[::ffff:127.0.0.1]/'],
    ['a public address mapped into IPv6', 'http://[::ffff:8.8.8.8]/'],
    ['IPv4 translated into IPv6', 'http://[64:ff9b::7f00:1]/'],
    ['private', 'http://192.168.1.1/'],
    ['link-local, where clouds keep their secrets', 'http://169.254.169.254/latest/meta-data'],
    ['carrier-grade NAT', 'http://100.64.0.1/'],
    ['unique local IPv6', 'http://[fd00::1]/'],
    ['this network', 'http://0.0.0.0/'],
    ['multicast', 'http://224.0.0.1/'],
    ['loopback in octal', 'http://0177.0.0.1/'],
    ['loopback cut short', 'http://127.1/'],
    ['loopback in digits of another script', 'http://①②⑦.0.0.1/'],
    ['loopback behind IPv6 of old', 'http://[::127.0.0.1]/'],
    ['loopback in a tunnel (6to4)', 'http://[2002:7f00:1::]/'],
    ['a private address behind NAT64', 'http://[64:ff9b::10.0.0.1]/'],
    ['a tunnel of Teredo', 'http://[2001::1]/'],
    ['site-local IPv6', 'http://[fec0::1]/'],
    ['IPv6 that nobody was given', 'http://[4000::1]/'],
    ['broadcast', 'http://255.255.255.255/'],
    ['documentation', 'http://192.0.2.1/'],
  ])('%s', async (_, url) => {
    expect(await ask(url)).toMatchObject({ outcome: 'private-address', status: null });
  });

  it.each([
    ['a name that leads to a private address', [{ address: '10.1.2.3', family: 4 }]],
    ['a name of which one address is private', [{ address: '93.184.215.14', family: 4 }, { address: '::1', family: 6 }]],
    ['a name that leads to a mapped address', [{ address: '::ffff:127.0.0.1', family: 6 }]],
    ['a name that leads to a link-local address with its zone', [{ address: 'fe80::1%eth0', family: 6 }]],
    ['a name that leads to the cloud\'s secrets behind NAT64', [{ address: '64:ff9b::a9fe:a9fe', family: 6 }]],
  ])('%s', async (_, addresses) => {
    const result = await ask('http://news.example/feed', { resolve: () => Promise.resolve(addresses) });
    expect(result).toMatchObject({ outcome: 'private-address', detail: expect.stringContaining('news.example') as string });
  });

  it.each([
    ['another scheme', 'ftp://news.example/feed'],
    ['a file', 'file:///etc/passwd'],
    ['an address with a zone', 'http://[fe80::1%25eth0]/'],
    ['no address', 'الأخبار'],
  ])('%s is a bad address', async (_, url) => {
    expect(await fetcher().fetch({ url, etag: null, lastModified: null })).toMatchObject({ outcome: 'bad-url' });
  });
});

describe('a name whose addresses change between two questions', () => {
  it('is judged each time it is asked for a connection', async () => {
    const answers = [[{ address: '10.0.0.1', family: 4 }], [{ address: '127.0.0.1', family: 4 }], [{ address: '::', family: 6 }]];
    const one = fetcher({ resolve: () => Promise.resolve(answers.shift() ?? []) });
    for (let i = 0; i < 3; i++) {
      expect(await one.fetch({ url: 'http://rebinding.example/', etag: null, lastModified: null })).toMatchObject({ outcome: 'private-address' });
    }
  });

  it('an IPv4 server that NAT64 translates is as public as itself', () => {
    expect(['64:ff9b::808:808', '64:ff9b::7f00:1', '2606:4700::1111', '8.8.8.8', '::ffff:8.8.8.8'].map(isPublic)).toEqual([true, false, true, true, false]);
  });
});

describe('what goes wrong on the way', () => {
  it('a name that nobody knows', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }));
    expect(await ask('http://news.example/feed', { resolve })).toMatchObject({ outcome: 'dns-error' });
  });

  it('nobody listens', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const free = `127.0.0.1:${(other.address() as AddressInfo).port}`;
    await new Promise((resolve) => other.close(resolve));
    expect(await ask(`http://${free}/`, { allowPrivate: new Set([free]) })).toMatchObject({ outcome: 'connection-refused' });
  });

  it('https to a server that speaks plain http', async () => {
    expect(await ask(`https://${hostPort}/feed`)).toMatchObject({ outcome: 'tls-error' });
  });

  it('the connection breaks in the middle', async () => {
    on('/feed', (_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('<rss', () => response.destroy());
    });
    expect(await ask('/feed')).toMatchObject({ outcome: 'network-error' });
  });

  it('more bytes than allowed', async () => {
    on('/feed', sends({}, 'ا'.repeat(60_000)));
    expect(await ask('/feed')).toMatchObject({ outcome: 'too-large' });
  });

  it('a bomb: few bytes that unfold to many', async () => {
    on('/feed', sends({ 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(20_000_000))));
    expect(await ask('/feed')).toMatchObject({ outcome: 'too-large' });
  });

  it('a damaged compressed body', async () => {
    on('/feed', sends({ 'content-encoding': 'gzip' }, Buffer.from('هذا ليس مضغوطا')));
    expect(await ask('/feed')).toMatchObject({ outcome: 'unreadable', detail: expect.stringContaining('damaged') as string });
  });

  it('a server that never answers', async () => {
    on('/feed', () => undefined);
    expect(await ask('/feed', { totalTimeoutMs: 100 })).toMatchObject({ outcome: 'timeout' });
  });

  it('a server that drips a byte at a time: the deadline is for the whole', async () => {
    on('/feed', drips(200));
    expect(await ask('/feed', { totalTimeoutMs: 300 })).toMatchObject({ outcome: 'timeout' });
  });
});

describe('politeness', () => {
  it('one request at a time to one origin, redirect targets included', async () => {
    let [open, most] = [0, 0];
    const counts: Handler = (_, response) => {
      most = Math.max(most, ++open);
      setImmediate(() => {
        open--;
        response.writeHead(200).end(FEED);
      });
    };
    on('/direct', counts);
    on('/target', counts);
    on('/redirected', redirects(302, '/target'));
    const one = fetcher();
    const paths = Array.from({ length: 12 }, (_, i) => (i % 2 ? '/direct' : '/redirected'));
    const results = await Promise.all(paths.map((path) => one.fetch({ url: base + path, etag: null, lastModified: null })));
    expect(results.every(({ outcome }) => outcome === 'ok')).toBe(true);
    expect(most).toBe(1);
  });
});

describe('giving up', () => {
  const hangs = () => new Promise<void>((resolve) => on('/feed', () => resolve()));

  it('by the signal of one request', async () => {
    const asked = hangs();
    const controller = new AbortController();
    const waiting = fetcher().fetch({ url: `${base}/feed`, etag: null, lastModified: null, signal: controller.signal });
    await asked;
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
  });

  it('by closing, those that wait for their turn as well', async () => {
    const asked = hangs();
    const one = fetcher();
    const waiting = [1, 2].map(() => one.fetch({ url: `${base}/feed`, etag: null, lastModified: null }));
    const settled = Promise.allSettled(waiting);
    await asked;
    await one.close();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
