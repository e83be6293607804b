import { describe, expect, it } from 'vitest';
import type { Entry, TaggedEntry, Tags } from '../../../lib/entry';
import type { ClaimedFeed } from '../../../lib/feed';
import type { FetchRequest, FetchResult } from '../../../server/ingest/fetch';
import { createPoller, type PollerDeps } from '../../../server/ingest/poll';
import { WorkerBootError, WorkerDeadlineError, WorkerStoppedError, WorkerTaskError } from '../../../server/ingest/worker-errors';

const NOW = new Date('2017-09-15T12:00:00Z');
const FEED: ClaimedFeed = {
  id: 7, url: 'https://news.example/feed', publisherId: 1, origin: 'https://news.example', language: 'ar', country: 'SY', timezone: 'Asia/Damascus',
  etag: '"v1"', lastModified: null, bodyHash: 'before', intervalSeconds: 300, itemsPerDay: null, ttlSeconds: null,
  addedAt: new Date('2017-09-01T00:00:00Z'), askedSince: new Date('2017-09-01T00:00:00Z'), lastSuccessAt: new Date('2017-09-15T11:55:00Z'), failures: 0, first: false, sample: false, fullArticles: false, pushed: false,
};

function entry(name: string): Entry {
  return {
    guid: name, link: `https://news.example/${name}`, canonicalUrl: `https://news.example/${name}`, identity: name, contentHash: name, title: `خبر ${name}`,
    text: '', linkKind: null, datelineEnd: null, points: [], html: null, author: null, categories: [], publishedAt: null, publishedRaw: null, dateFlag: 'missing', updatedAt: null, lang: 'ar', dir: 'rtl',
  };
}
const tagsOf = (title: string): Tags => ({ places: [], focusCountries: [], topics: [], terms: [title] });

const answered = (body = '<rss/>'): FetchResult => ({
  outcome: 'ok', status: 200, url: FEED.url, movedTo: null, etag: '"v2"', lastModified: null, freshSeconds: null, contentType: null, links: { hub: null, self: null }, received: body.length, bytes: new TextEncoder().encode(body) as Uint8Array<ArrayBuffer>,
});

interface World extends PollerDeps {
  stored: { tagged: TaggedEntry[]; seen: Entry[] }[];
  asked: FetchRequest[];
  tagCalls: number[];
}

/** A poller's surroundings in which all goes well, but for what `change` says. */
function world(entries: Entry[], change: Partial<PollerDeps> = {}): World {
  const stored: World['stored'] = [];
  const asked: FetchRequest[] = [];
  const tagCalls: number[] = [];
  const silent = () => undefined;
  return {
    stored, asked, tagCalls,
    fetch: (request) => Promise.resolve(answered()).finally(() => asked.push(request)),
    parse: () => Promise.resolve({ ok: true, feed: { title: null, link: null, language: null, description: null, hub: null, self: null, ttlSeconds: null }, entries }),
    tag: (inputs) => {
      tagCalls.push(inputs.length);
      return Promise.resolve(inputs.map(({ title }) => tagsOf(title)));
    },
    known: (_, list) => Promise.resolve(list.map(() => 'new')),
    store: (_, __, batch) => {
      stored.push(batch);
      return Promise.resolve({ inserted: batch.tagged.length, edited: 0 });
    },
    now: () => NOW, minSeconds: 60, random: () => 0,
    log: { debug: silent, warn: silent, error: silent },
    ...change,
  };
}

const poll = (deps: PollerDeps, feed = FEED) => createPoller(deps).poll(feed);
const throwing503 = () => Promise.resolve<FetchResult>({ outcome: 'http-error', detail: 'answered 503', status: 503, movedTo: null, retryAfterSeconds: null });
const titles = (batches: World['stored']) => batches.flatMap(({ tagged }) => tagged.map(({ entry: { identity } }) => identity));

describe('a poll that goes well', () => {
  it('stores what is new with its tags and remembers the answer', async () => {
    const deps = world([entry('أ'), entry('ب')]);
    const record = await poll(deps);
    expect(record).toMatchObject({ outcome: 'ok', entries: 2, newArticles: 2, edited: 0, etag: '"v2"', httpStatus: 200, bytes: 6, movedTo: null, detail: null });
    expect(record.bodyHash).toMatch(/^[0-9a-f]{64}$/u);
    expect(deps.stored[0]?.tagged.map(({ tags }) => tags.terms)).toEqual([['خبر أ'], ['خبر ب']]);
    expect(deps.asked[0]).toMatchObject({ url: FEED.url, etag: '"v1"' });
  });

  it('tags only what is new or edited, and hands on what was seen', async () => {
    const deps = world([entry('جديد'), entry('معروف'), entry('معدل')], { known: () => Promise.resolve(['new', 'seen', 'edited']) });
    await poll(deps);
    expect(deps.tagCalls).toEqual([2]);
    expect(titles(deps.stored)).toEqual(['جديد', 'معدل']);
    expect(deps.stored[0]?.seen.map(({ identity }) => identity)).toEqual(['معروف']);
  });

  it('counts what a document lists twice once', async () => {
    const deps = world([entry('أ'), entry('أ')]);
    expect(await poll(deps)).toMatchObject({ entries: 1, newArticles: 1 });
  });

  it('works in batches, none of them long', async () => {
    const deps = world(Array.from({ length: 120 }, (_, i) => entry(`خبر-${i}`)));
    expect(await poll(deps)).toMatchObject({ newArticles: 120 });
    expect(deps.tagCalls).toEqual([50, 50, 20]);
    expect(new Set(titles(deps.stored)).size).toBe(120);
  });

  it('the same bytes are not read again', async () => {
    const first = await poll(world([entry('أ')]));
    const deps = world([entry('أ')]);
    expect(await poll(deps, { ...FEED, bodyHash: first.bodyHash })).toMatchObject({ outcome: 'unchanged', bodyHash: first.bodyHash, etag: '"v2"' });
    expect(deps.stored).toEqual([]);
  });

  it('a 304 without validators keeps ours', async () => {
    const fetch = () => Promise.resolve<FetchResult>({ outcome: 'not-modified', status: 304, movedTo: null, etag: null, lastModified: null, freshSeconds: null });
    expect(await poll(world([], { fetch }))).toMatchObject({ outcome: 'not-modified', httpStatus: 304, etag: '"v1"', bodyHash: 'before', bytes: null });
  });

  it('remembers what the feed publishes, by its dates at first, then by what came', async () => {
    const hourly = Array.from({ length: 8 }, (_, i) => ({ ...entry(`خبر-${i}`), publishedAt: new Date(NOW.getTime() - (i + 1) * 3_600_000).toISOString() }));
    expect((await poll(world(hourly), { ...FEED, first: true, lastSuccessAt: null })).itemsPerDay).toBeCloseTo(24);
    const hourAgo = new Date(NOW.getTime() - 3_600_000);
    const later = await poll(world([entry('أ'), entry('ب')], { known: () => Promise.resolve(['new', 'seen']) }), { ...FEED, itemsPerDay: 24, lastSuccessAt: hourAgo });
    expect(later.itemsPerDay).toBeCloseTo(24);
    expect((await poll(world([], { fetch: throwing503 }), { ...FEED, itemsPerDay: 24 })).itemsPerDay).toBe(24);
  });

  it('takes how long the document holds as a hint, and keeps it where nothing was read', async () => {
    const document = { title: null, link: null, language: null, description: null, hub: null, self: null, ttlSeconds: 1800 };
    const read = await poll(world([entry('أ')], { parse: () => Promise.resolve({ ok: true, feed: document, entries: [entry('أ'), entry('ب')] }), known: () => Promise.resolve(['new', 'seen']) }));
    expect(read).toMatchObject({ ttlSeconds: 1800, nextPollReason: { code: 'ttl', n: 1800 } });
    expect(await poll(world([], { fetch: throwing503 }), { ...FEED, ttlSeconds: 1800 })).toMatchObject({ ttlSeconds: 1800 });
  });

  describe('a permanent redirect', () => {
    const movedTo = 'https://news.example/ar/feed';
    const fetch = () => Promise.resolve<FetchResult>({ ...answered(), movedTo } as FetchResult);
    const page = () => Promise.resolve({ ok: false as const, outcome: 'not-a-feed' as const, detail: 'صفحة الدخول' });
    const notModified = () => Promise.resolve<FetchResult>({ outcome: 'not-modified', status: 304, movedTo, etag: null, lastModified: null, freshSeconds: null });

    it.each<[string, Entry[], Partial<PollerDeps>, string | null]>([
      ['moves the feed to where it was read', [entry('أ')], { fetch }, movedTo],
      ['to a page does not', [], { fetch, parse: page }, null],
      ['to a feed with nothing in it does not', [], { fetch }, null],
      ['to what shows nothing does not yet', [], { fetch: notModified }, null],
      ['to what could not be stored does not', [entry('أ')], { fetch, store: throwing(new Error('قرص')) }, null],
    ])('%s', async (_, entries, change, moved) => {
      expect(await poll(world(entries, change))).toMatchObject({ movedTo: moved });
    });
  });

  it('an empty feed is no failure', async () => {
    expect(await poll(world([]))).toMatchObject({ outcome: 'ok', entries: 0 });
  });
});

describe('the hub', () => {
  const naming = (hub: string | null, self: string | null): Partial<PollerDeps> => ({
    parse: () => Promise.resolve({ ok: true, feed: { title: null, link: null, language: null, description: null, hub, self, ttlSeconds: null }, entries: [] }),
  });

  it.each<[string, Partial<PollerDeps>, unknown]>([
    ['that the feed names is told', naming('https://hub.example/', 'https://news.example/خلاصة'), { hub: 'https://hub.example/', topic: 'https://news.example/خلاصة' }],
    ['is told to be none', naming(null, FEED.url), null],
    ['is not known where nothing was read', { fetch: () => Promise.resolve<FetchResult>({ outcome: 'not-modified', status: 304, movedTo: null, etag: null, lastModified: null, freshSeconds: null }) }, undefined],
    ['is not known where a page came instead', { parse: () => Promise.resolve({ ok: false, outcome: 'not-a-feed', detail: 'an HTML page' }) }, undefined],
  ])('%s', async (_, change, hub) => {
    expect((await poll(world([], change))).hub).toEqual(hub);
  });
});

describe('what a hub delivers', () => {
  const pushed = { bytes: new TextEncoder().encode('<rss/>') as Uint8Array<ArrayBuffer>, contentType: 'application/rss+xml' };
  const take = (deps: PollerDeps) => createPoller(deps).take(FEED, pushed);

  it('goes the way of an answer, without one being asked for', async () => {
    const deps = world([entry('أ'), entry('ب')], { known: () => Promise.resolve(['new', 'seen']) });
    expect(await take(deps)).toEqual({
      outcome: 'ok', detail: 'pushed by its hub', startedAt: NOW, finishedAt: NOW, bytes: 6, entries: 2, newArticles: 1, edited: 0, itemsPerDay: expect.any(Number) as number,
    });
    expect(deps.asked).toEqual([]);
    expect(titles(deps.stored)).toEqual(['أ']);
  });

  it('counts for what the feed publishes: polls, which then find nothing new, don’t forget it', async () => {
    const twoHoursAgo = new Date(NOW.getTime() - 7_200_000);
    const deps = world([entry('أ')], { now: () => NOW });
    const { itemsPerDay } = await createPoller(deps).take({ ...FEED, itemsPerDay: 12, lastSuccessAt: twoHoursAgo }, pushed);
    expect(itemsPerDay).toBeCloseTo(12);
  });

  it('and can’t be read is told as such', async () => {
    const record = await take(world([], { parse: () => Promise.resolve({ ok: false, outcome: 'not-a-feed', detail: 'an HTML page' }) }));
    expect(record).toMatchObject({ outcome: 'not-a-feed', detail: 'pushed by its hub: an HTML page', newArticles: 0 });
  });
});

describe('a document of very many entries', () => {
  it('what was wrong with a document that could be read is told, and is no failure', async () => {
    const feed = { title: null, link: null, language: null, description: null, hub: null, self: null, ttlSeconds: null };
    const notes = ['cut off: only its complete items were kept'];
    const deps = world([], { parse: () => Promise.resolve({ ok: true, feed, entries: [entry('أ')], notes }) });
    expect(await poll(deps)).toMatchObject({ outcome: 'ok', newArticles: 1, detail: 'cut off: only its complete items were kept' });
  });

  it('only its first 5000 are taken, in their order, and that is said', async () => {
    const deps = world(Array.from({ length: 5001 }, (_, i) => entry(`خبر-${i}`)));
    expect(await poll(deps)).toMatchObject({ outcome: 'ok', entries: 5000, newArticles: 5000, etag: '"v2"', detail: 'only the first 5000 of 5001 entries were taken' });
    expect(titles(deps.stored).at(-1)).toBe('خبر-4999');
  });

  it('of 5000 nothing is said, nor of what is listed twice', async () => {
    const entries = Array.from({ length: 5000 }, (_, i) => entry(`خبر-${i}`));
    expect(await poll(world([...entries, entry('خبر-0')]))).toMatchObject({ entries: 5000, detail: null });
  });
});

const failure = (outcome: 'gone' | 'timeout', retryAfterSeconds: number | null = null): FetchResult =>
  ({ outcome, detail: 'كذا', status: null, movedTo: 'https://news.example/elsewhere', retryAfterSeconds });
const throwing = (error: Error) => () => Promise.reject(error);

describe('a poll that fails remembers nothing of the answer', () => {
  it.each<[string, Partial<PollerDeps>, string, string]>([
    ['the network', { fetch: () => Promise.resolve(failure('timeout')) }, 'timeout', 'كذا'],
    ['a page instead of a feed', { parse: () => Promise.resolve({ ok: false, outcome: 'not-a-feed', detail: 'an HTML page' }) }, 'not-a-feed', 'HTML'],
    ['the reader takes too long', { parse: throwing(new WorkerDeadlineError('parse: no answer')) }, 'parse-timeout', 'no answer'],
    ['the reader breaks at it', { parse: throwing(new WorkerTaskError('stack overflow')) }, 'unreadable', 'stack overflow'],
    ['the reader can’t start', { parse: throwing(new WorkerBootError('no module')) }, 'parse-timeout', 'no module'],
    ['the question what is known', { known: throwing(new Error('قاعدة البيانات')) }, 'store-error', 'قاعدة البيانات'],
    ['the tagger is out of order', { tag: throwing(new WorkerBootError('no gazetteer')) }, 'store-error', 'no gazetteer'],
    ['the store', { store: throwing(new Error('deadlock')) }, 'store-error', 'deadlock'],
  ])('%s', async (_, change, outcome, detail) => {
    const record = await poll(world([entry('أ')], change));
    expect(record).toMatchObject({ outcome, detail: expect.stringContaining(detail) as string, etag: '"v1"', bodyHash: 'before', movedTo: null, newArticles: 0 });
    expect(record.nextPollAt.getTime()).toBe(NOW.getTime() + 600_000);
  });

  it('what was stored before the failure is counted', async () => {
    let calls = 0;
    const store: PollerDeps['store'] = (_, __, { tagged }) => (++calls === 2 ? Promise.reject(new Error('full')) : Promise.resolve({ inserted: tagged.length, edited: 0 }));
    const record = await poll(world(Array.from({ length: 60 }, (_, i) => entry(`خبر-${i}`)), { store }));
    expect(record).toMatchObject({ outcome: 'store-error', newArticles: 50, bodyHash: 'before' });
  });

  it('Retry-After is kept to', async () => {
    const record = await poll(world([], { fetch: () => Promise.resolve(failure('timeout', 7200)) }));
    expect(record.nextPollAt.getTime()).toBe(NOW.getTime() + 7_200_000);
  });
});

describe('one bad entry', () => {
  const tag: PollerDeps['tag'] = (inputs) =>
    inputs.some(({ title }) => title.includes('سم')) ? Promise.reject(new WorkerTaskError('too deep')) : Promise.resolve(inputs.map(({ title }) => tagsOf(title)));

  it('is stored without tags and reported; the others have theirs', async () => {
    const deps = world([entry('أ'), entry('سم'), entry('ب')], { tag });
    const record = await poll(deps);
    expect(record).toMatchObject({ outcome: 'ok', newArticles: 3, etag: '"v2"', detail: expect.stringContaining('https://news.example/سم (too deep)') as string });
    expect(deps.stored[0]?.tagged.map(({ tags }) => tags.terms.length)).toEqual([1, 0, 1]);
  });

  it('that can’t even be asked for is told; the others are kept', async () => {
    const known: PollerDeps['known'] = (_, list) =>
      list.some(({ title }) => title.includes('سم')) ? Promise.reject(Object.assign(new Error('out of range'), { code: '22008' })) : Promise.resolve(list.map(() => 'new'));
    const deps = world([entry('أ'), entry('سم'), entry('ب')], { known });
    expect(await poll(deps)).toMatchObject({ outcome: 'ok', newArticles: 2, detail: expect.stringContaining('خبر سم: out of range') as string });
    expect(titles(deps.stored)).toEqual(['أ', 'ب']);
  });

  it('that was known when it was asked for, and is not when it is stored, is tagged and stored after all', async () => {
    const batches: World['stored'] = [];
    const store: PollerDeps['store'] = (_, __, batch) => {
      batches.push(batch);
      return Promise.resolve({ inserted: batch.tagged.length, edited: 0, missed: batch.seen });
    };
    const record = await poll(world([entry('أ'), entry('ب')], { known: () => Promise.resolve(['seen', 'new']), store }));
    expect(record).toMatchObject({ outcome: 'ok', newArticles: 2 });
    expect(titles(batches)).toEqual(['ب', 'أ']);
  });
});

describe('an entry that the store refuses', () => {
  const fault = (code: string, message = 'index row size 3000 exceeds maximum') => Object.assign(new Error(message), { code });
  /** A store that fails, as a database does, at batches with a bad entry in them. */
  function refusing(bad: (entry: Entry) => Error | null, entries: Entry[], change: Partial<PollerDeps> = {}): World {
    const deps = world(entries, change);
    const { store } = deps;
    return {
      ...deps,
      store: (feed, at, batch) => {
        const [error] = [...batch.tagged.map(({ entry: one }) => one), ...batch.seen].flatMap((one) => bad(one) ?? []);
        return error ? Promise.reject(error) : store(feed, at, batch);
      },
    };
  }
  const poison = (code: string) => ({ title }: Entry) => (title.includes('سم') ? fault(code) : null);
  const three = () => [entry('أ'), entry('سم'), entry('ب')];

  it.each(['54000', '22021', '22P05'])('for what is in it (%s) costs only itself, and is named; the answer is remembered', async (code) => {
    const deps = refusing(poison(code), three());
    const record = await poll(deps);
    expect(record).toMatchObject({
      outcome: 'ok', entries: 3, newArticles: 2, etag: '"v2"', detail: 'could not be stored: خبر سم: index row size 3000 exceeds maximum',
    });
    expect(record.bodyHash).not.toBe('before');
    expect(titles(deps.stored)).toEqual(['أ', 'ب']);
  });

  it('costs only itself where it is one that was seen', async () => {
    const deps = refusing(poison('54000'), three(), { known: () => Promise.resolve(['seen', 'seen', 'new']) });
    expect(await poll(deps)).toMatchObject({ outcome: 'ok', newArticles: 1, detail: expect.stringContaining('خبر سم') as string });
    expect(deps.stored.flatMap(({ seen }) => seen.map(({ identity }) => identity))).toEqual(['أ']);
  });

  it.each(['23505', '53100', '40P01', '08006', 'ECONNRESET', '22', '540001'])('for another reason (%s) is a failure: it is tried again', async (code) => {
    const deps = refusing(poison(code), three());
    expect(await poll(deps)).toMatchObject({ outcome: 'store-error', etag: '"v1"', bodyHash: 'before', newArticles: 0 });
    expect(deps.stored).toEqual([]);
  });

  it('what fails otherwise while they are stored one by one is a failure; what was stored till then is counted', async () => {
    const bad = ({ title }: Entry) => (title.includes('سم') ? fault('54000') : title.includes('قرص') ? fault('53100', 'disk full') : null);
    const deps = refusing(bad, [entry('أ'), entry('سم'), entry('قرص')]);
    expect(await poll(deps)).toMatchObject({ outcome: 'store-error', newArticles: 1, bodyHash: 'before', detail: expect.stringContaining('disk full') as string });
  });

  it('of many a few are named, and the number of the others', async () => {
    const record = await poll(refusing(poison('54000'), Array.from({ length: 60 }, (_, i) => entry(`سم-${i}`))));
    expect(record).toMatchObject({ outcome: 'ok', newArticles: 0, detail: expect.stringMatching(/سم-4: [^;]+; and 55 more$/u) as string });
  });
});

describe('a poll that is given up', () => {
  it.each<[string, Partial<PollerDeps>]>([
    ['while fetching', { fetch: throwing(new DOMException('stopped', 'AbortError')) }],
    ['while reading', { parse: throwing(new WorkerStoppedError('stopped')) }],
    ['while tagging', { tag: throwing(new WorkerStoppedError('stopped')) }],
  ])('%s counts as not asked', async (_, change) => {
    await expect(poll(world([entry('أ')], change))).rejects.toThrow('stopped');
  });
});
