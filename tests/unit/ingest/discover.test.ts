import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDiscovery } from '../../../server/ingest/discover/discover';
import { guessesFor } from '../../../server/ingest/discover/guesses';
import { namedFeeds } from '../../../server/ingest/discover/named-feeds';
import { addressesMeant } from '../../../server/ingest/discover/typed-address';
import { createFetcher, type Fetcher } from '../../../server/ingest/fetch';
import { createFeedReader } from '../../../server/ingest/read';
import { writeRss } from '../../../server/sample/rss';

describe('an address as a person types it', () => {
  test.each<[string, string, string[]]>([
    ['with its scheme', 'https://aljazeera.net/rss', ['https://aljazeera.net/rss']],
    ['without one is tried over both', ' aljazeera.net ', ['https://aljazeera.net/', 'http://aljazeera.net/']],
    ['in Arabic letters', 'موقع.example/أخبار', ['https://xn--4gbrim.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1', 'http://xn--4gbrim.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1']],
    ['copied with direction marks', '\u200fnews.example\u200e', ['https://news.example/', 'http://news.example/']],
    ['for a feed reader', 'feed://news.example/rss', ['http://news.example/rss']],
    ['for a feed reader, both ways', 'feed:https://news.example/rss', ['https://news.example/rss']],
    ['with a port', 'localhost:8080/x', ['https://localhost:8080/x', 'http://localhost:8080/x']],
    ['words', 'أخبار سوريا', []],
    ['a word', 'aljazeera', []],
    ['another scheme', 'ftp://news.example', []],
    ['a script', 'javascript:alert(1)', []],
    ['nothing', '   ', []],
  ])('%s', (_name, typed, meant) => expect(addressesMeant(typed)).toEqual(meant));
});

describe('what a page names', () => {
  const named = (html: string) => namedFeeds(html, 'https://news.example/ar/');
  test.each<[string, string, { links?: string[]; anchors?: string[] }]>([
    ['links, in upper case, without quotes', '<LINK REL=alternate TYPE=application/rss+xml HREF=/rss>', { links: ['https://news.example/rss'] }],
    ['relative to the base', '<base href="https://cdn.example/a/"><link rel="alternate" type="application/atom+xml" href="خبر.xml">', { links: ['https://cdn.example/a/%D8%AE%D8%A8%D8%B1.xml'] }],
    ['escaped addresses', '<link rel="alternate home" type="text/xml" href="/?a=1&amp;feed=rss2">', { links: ['https://news.example/?a=1&feed=rss2'] }],
    ['no other language of the page', '<link rel="alternate" hreflang="en" href="/en"><link rel="stylesheet" type="text/css" href="/rss">', {}],
    ['no comments and no data', '<link rel="alternate" type="application/rss+xml" href="/comments/feed/"><link rel="alternate" type="application/json" href="/wp-json/x">', {}],
    ['links for people', '<a href="/خلاصات/rss.xml">خلاصة</a> <a href="/about">من نحن</a> <a href="/feedback">رأيك</a>', { anchors: ['https://news.example/%D8%AE%D9%84%D8%A7%D8%B5%D8%A7%D8%AA/rss.xml'] }],
    ['nothing in comments', '<!-- <a href="/rss">x</a> --><p>', {}],
    ['no script', '<a href="javascript:rss()/feed">x</a>', {}],
    ['a tag without end', '<a href="/rss"', { anchors: ['https://news.example/rss'] }],
  ])('%s', (_name, html, { links = [], anchors = [] }) => expect(named(html)).toEqual({ links, anchors }));

  test('a page that never closes anything is gone through all the same', () => {
    const found = ['<a href="', '<!--', '<![CDATA[', '<a ', '< ', '<a href=\'x" '].map((part) => named(part.repeat(100_000)));
    expect(found.every(({ links, anchors }) => links.length + anchors.length === 0)).toBe(true);
  });
});

test('guesses begin with the page itself, unless it is the first or a file', () => {
  expect(guessesFor('https://news.example/ar/').slice(0, 3)).toEqual(['https://news.example/ar/feed', 'https://news.example/ar/rss.xml', 'https://news.example/feed']);
  expect(guessesFor('https://news.example/index.html')[0]).toBe('https://news.example/feed');
});

describe('a site', () => {
  let server: Server;
  let fetcher: Fetcher;
  let host: string;
  const pages = new Map<string, { type?: string; body?: string | Buffer; status?: number; location?: string; hang?: boolean }>();
  const asked: string[] = [];
  const known = new Map<string, number>();
  const html = (body: string) => ({ type: 'text/html; charset=utf-8', body: `<!DOCTYPE html><html lang="ar"><head>${body}</head><body>أهلا</body></html>` });
  const feed = (title: string, items = 7) => ({
    type: 'application/rss+xml',
    body: writeRss({ title, link: 'https://news.example/', description: title, lang: 'ar-SY' }, Array.from({ length: items }, (_, n) => (
      { id: `${title}${n}`, title: `خبر ${n} من ${title}`, text: 'نص الخبر', link: `https://news.example/${n}`, lang: null, publishedAt: new Date('2026-11-20T10:00:00Z'), category: null }))),
  });
  const link = (href: string) => `<link rel="alternate" type="application/rss+xml" href="${href}">`;

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const page = pages.get(decodeURI(request.url ?? ''));
      if (page?.hang) return;
      response.writeHead(page?.status ?? (page ? 200 : 404), { 'content-type': page?.type ?? 'text/html', ...(page?.location ? { location: page.location } : {}) });
      response.end(page?.body);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    fetcher = createFetcher({ allowPrivate: new Set([host]), userAgent: 'test', connectTimeoutMs: 2000, totalTimeoutMs: 5000, maxBytes: 1_000_000 });
  });
  beforeEach(() => {
    pages.clear();
    asked.length = 0;
    known.clear();
  });
  afterAll(async () => {
    await fetcher.close();
    server.closeAllConnections();
    server.close();
  });

  const discover = (address: string, deadlineMs = 10_000, signal?: AbortSignal) => createDiscovery({
    fetch: fetcher.fetch, parse: createFeedReader({ detectLanguage: () => ({ lang: 'ar', score: 1 }) }),
    known: async () => known, now: () => new Date('2026-11-23T12:00:00Z'), deadlineMs,
  })(address, signal);

  test('that is a feed is found as it is, with a preview of five', async () => {
    pages.set('/خلاصة', feed('وكالة'));
    const found = await discover(`http://${host}/خلاصة`);
    expect(found).toMatchObject({ ok: true, failed: [], feeds: [{ title: 'وكالة', language: 'ar', siteUrl: 'https://news.example/', entries: 7, known: null }] });
    expect(found.ok && found.feeds[0]?.preview).toHaveLength(5);
    expect(found.ok && found.feeds[0]?.preview[0]).toMatchObject({ title: 'خبر 0 من وكالة', dir: 'rtl', publishedAt: '2026-11-20T10:00:00.000Z' });
  });

  test('that names several gives them to choose from, each once, and what can not be read with why', async () => {
    pages.set('/', html(`${link('/سياسة.xml')}${link('/رياضة.xml')}${link('/old.xml')}${link('/gone.xml')}${link('/again')}`));
    pages.set('/سياسة.xml', feed('سياسة'));
    pages.set('/رياضة.xml', feed('رياضة'));
    pages.set('/old.xml', { status: 301, location: encodeURI('/سياسة.xml') });
    pages.set('/again', html(''));
    known.set(`http://${host}/${encodeURI('رياضة')}.xml`, 17);
    const found = await discover(`http://${host}/`);
    expect(found.ok && found.feeds.map(({ title, known: id }) => [title, id])).toEqual([['سياسة', null], ['رياضة', 17]]);
    expect(found.ok && found.failed.map(({ outcome }) => outcome)).toEqual(['not-found', 'not-a-feed']);
  });

  test('whose scheme was not typed is asked over http where https fails', async () => {
    pages.set('/', feed('وكالة'));
    expect(await discover(host)).toMatchObject({ ok: true, feeds: [{ url: `http://${host}/` }] });
  });

  test('in windows-1256 is read all the same', async () => {
    const page = '<html><head><meta charset="windows-1256"><title>\xc7\xe1\xce\xc8\xd1</title><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>';
    pages.set('/', { type: 'text/html; charset=windows-1256', body: Buffer.from(page, 'latin1') });
    pages.set('/rss', feed('الخبر'));
    expect(await discover(`http://${host}/`)).toMatchObject({ ok: true, feeds: [{ title: 'الخبر' }] });
  });

  test('that names none is guessed at, until one is right', async () => {
    pages.set('/', html(''));
    pages.set('/rss.xml', feed('مخبأة'));
    expect(await discover(`http://${host}/`)).toMatchObject({ ok: true, feeds: [{ title: 'مخبأة' }] });
    expect(asked).toEqual(['/', '/feed', '/rss', '/rss.xml']);
  });

  test('is asked eight times and no more', async () => {
    pages.set('/', html(Array.from({ length: 30 }, (_, n) => link(`/${n}.xml`)).join('')));
    const found = await discover(`http://${host}/`);
    expect(asked).toHaveLength(8);
    expect(found).toMatchObject({ ok: false, outcome: 'not-found' });
    asked.length = 0;
    pages.set('/', html(''));
    expect(await discover(`http://${host}/x`)).toMatchObject({ ok: false, outcome: 'not-found' });
    expect(await discover(`http://${host}/`)).toMatchObject({ ok: false, outcome: 'not-a-feed', detail: expect.stringMatching(/names no feed/u) });
    expect(asked).toHaveLength(1 + 8);
  });

  test('that names more than is asked for has each of the rest listed as not asked', async () => {
    pages.set('/', html(Array.from({ length: 10 }, (_, n) => link(`/خبر${n}.xml`)).join('')));
    for (const n of [0, 1, 2, 3, 4, 5, 6]) pages.set(`/خبر${n}.xml`, feed(`خلاصة ${n}`));
    const found = await discover(`http://${host}/`);
    expect(found.ok && found.feeds).toHaveLength(7);
    expect(found.ok && found.failed.map(({ url, outcome }) => [decodeURI(new URL(url).pathname), outcome])).toEqual(
      [7, 8, 9].map((n) => [`/خبر${n}.xml`, 'not-asked']));
  });

  test('that hangs costs the deadline, and what was found till then is kept', async () => {
    pages.set('/', html(`${link('/a.xml')}${link('/slow.xml')}`));
    pages.set('/a.xml', feed('سريعة'));
    pages.set('/slow.xml', { hang: true });
    expect(await discover(`http://${host}/`, 700)).toMatchObject({ ok: true, feeds: [{ title: 'سريعة' }], failed: [{ outcome: 'timeout' }] });
  });

  test('at a private address, or at none, is a failure in words', async () => {
    expect(await discover('http://127.0.0.1:9/')).toMatchObject({ ok: false, outcome: 'private-address' });
    expect(await discover('لا شيء')).toMatchObject({ ok: false, outcome: 'bad-url', detail: expect.stringContaining('لا شيء') });
  });

  test('can be given up', async () => {
    pages.set('/', { hang: true });
    const giveUp = new AbortController();
    const looking = discover(`http://${host}/`, 10_000, giveUp.signal);
    giveUp.abort(new Error('stopping'));
    await expect(looking).rejects.toThrow('stopping');
  });
});
