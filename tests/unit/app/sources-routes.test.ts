import { beforeEach, describe, expect, test, vi } from 'vitest';
import { BadSourceError } from '../../../lib/source';
import { provideHandle, type Handle, type WriteAccess } from '../../../server/db/handle';
import * as versions from '../../../app/api/articles/[id]/versions/route';
import * as sample from '../../../app/api/sample/route';
import * as retention from '../../../app/api/settings/retention/route';
import * as ask from '../../../app/api/sources/[id]/ask/route';
import * as source from '../../../app/api/sources/[id]/route';
import * as discover from '../../../app/api/sources/discover/route';
import * as exported from '../../../app/api/sources/export/route';
import * as imported from '../../../app/api/sources/import/route';
import * as sources from '../../../app/api/sources/route';

const handle = {
  writeAccess: 'open' as WriteAccess,
  mayWrite: vi.fn(() => true),
  sources: vi.fn(async () => []),
  source: vi.fn(async (id: number) => (id === 7 ? { source: { id }, polls: [] } : null)),
  discover: vi.fn(async (address: string) => ({ ok: false, outcome: 'bad-url', detail: address })),
  addSources: vi.fn(async () => ({ added: [], known: [], refused: [] })),
  editSource: vi.fn(async (id: number) => (id === 7 ? { id } : null)),
  deleteSource: vi.fn(async (id: number) => (id === 7 ? { removed: 3 } : null)),
  askNow: vi.fn(async (id: number) => id === 7),
  importOpml: vi.fn(async (bytes: Uint8Array) => ({ added: [], known: [], refused: [], size: bytes.length })),
  exportOpml: vi.fn(async () => '<opml/>'),
  retention: vi.fn(async () => ({ days: null })),
  setRetention: vi.fn(async () => undefined),
  versions: vi.fn(async (id: string) => (id === '7' ? [] : null)),
  removeSample: vi.fn(async () => ({ removed: 1 })),
};

beforeEach(() => {
  vi.clearAllMocks();
  handle.writeAccess = 'open';
  handle.mayWrite.mockReturnValue(true);
  provideHandle(handle as unknown as Handle);
});

const HOST = 'localhost:3000';
const request = (path: string, method = 'GET', body?: BodyInit, headers: Record<string, string> = {}) =>
  new Request(`http://${HOST}${path}`, { method, body, headers: { host: HOST, origin: `http://${HOST}`, ...headers } });
const json = (path: string, method: string, body: unknown) => request(path, method, JSON.stringify(body));
const of = (id: string) => ({ params: Promise.resolve({ id }) });
const told = async (answer: Response) => ({ status: answer.status, ...(await answer.json() as object) });

const FEED = { url: 'https://news.example/rss', title: 'أخبار' };
const WRITES: [name: string, write: (request: (path: string, method: string) => Request) => Promise<Response>][] = [
  ['add', (ask_) => sources.POST(ask_('/api/sources', 'POST'))],
  ['discover', (ask_) => discover.POST(ask_('/api/sources/discover', 'POST'))],
  ['edit', (ask_) => source.PATCH(ask_('/api/sources/7', 'PATCH'), of('7'))],
  ['delete', (ask_) => source.DELETE(ask_('/api/sources/7?articles=keep', 'DELETE'), of('7'))],
  ['ask', (ask_) => ask.POST(ask_('/api/sources/7/ask', 'POST'), of('7'))],
  ['import', (ask_) => imported.POST(ask_('/api/sources/import', 'POST'))],
  ['retention', (ask_) => retention.PUT(ask_('/api/settings/retention', 'PUT'))],
  ['the sample', (ask_) => sample.DELETE(ask_('/api/sample', 'DELETE'))],
];

describe.each(WRITES)('the write "%s"', (_name, write) => {
  test('is refused to another site, a read-only interface, and without the token', async () => {
    expect((await write((path, method) => request(path, method, undefined, { origin: 'https://evil.example' }))).status).toBe(403);
    handle.mayWrite.mockReturnValue(false);
    const unknown = await write((path, method) => request(path, method));
    expect([unknown.status, unknown.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    handle.writeAccess = 'read-only';
    expect(await told(await write((path, method) => request(path, method)))).toMatchObject({ status: 403, error: expect.stringContaining('read-only') });
    for (const done of [handle.addSources, handle.discover, handle.editSource, handle.deleteSource, handle.askNow, handle.importOpml, handle.setRetention, handle.removeSample]) {
      expect(done).not.toHaveBeenCalled();
    }
  });
});

describe('adding', () => {
  test('hands on what was checked', async () => {
    expect((await sources.POST(json('/api/sources', 'POST', { feeds: [FEED] }))).status).toBe(200);
    expect(handle.addSources).toHaveBeenCalledWith([FEED]);
  });

  test.each<[string, BodyInit, RegExp]>([
    ['no JSON', 'أ', /no JSON/u],
    ['no feeds', '{}', /feeds/u],
    ['an empty list', '{"feeds":[]}', /feeds: is empty/u],
    ['another scheme', JSON.stringify({ feeds: [{ ...FEED, url: 'ftp://x.example' }] }), /feeds\.0\.url: is no http/u],
    ['no title', JSON.stringify({ feeds: [{ ...FEED, title: ' ' }] }), /feeds\.0\.title: is empty/u],
    ['no country', JSON.stringify({ feeds: [{ ...FEED, country: 'سوريا' }] }), /feeds\.0\.country/u],
    ['a word too many', JSON.stringify({ feeds: [{ ...FEED, status: 'gone' }] }), /status/u],
  ])('refuses %s in words', async (_name, body, error) => {
    expect(await told(await sources.POST(request('/api/sources', 'POST', body)))).toMatchObject({ status: 400, error: expect.stringMatching(error) });
    expect(handle.addSources).not.toHaveBeenCalled();
  });

  test('refuses a body without end', async () => {
    const body = JSON.stringify({ feeds: [{ ...FEED, title: 'أ'.repeat(600_000) }] });
    expect(await told(await sources.POST(request('/api/sources', 'POST', body)))).toMatchObject({ status: 413 });
  });
});

describe('one feed', () => {
  test.each([['7', 200], ['8', 404], ['x', 404], ['99999999999', 404]])('%s is %s', async (id, status) => {
    expect((await source.GET(request(`/api/sources/${id}`), of(id))).status).toBe(status);
    expect((await source.PATCH(json(`/api/sources/${id}`, 'PATCH', { paused: true }), of(id))).status).toBe(status);
    expect((await source.DELETE(request(`/api/sources/${id}?articles=delete`, 'DELETE'), of(id))).status).toBe(status);
    expect((await ask.POST(request(`/api/sources/${id}/ask`, 'POST'), of(id))).status).toBe(status === 200 ? 202 : 404);
  });

  test('a change that can not be taken is 400, one that does not go with what is there 409, both in words', async () => {
    expect(await told(await source.PATCH(json('/api/sources/7', 'PATCH', { language: 'العربية' }), of('7')))).toMatchObject({ status: 400, error: expect.stringMatching(/language/u), code: 'bad-input', reasons: [{ code: 'bad', field: 'language' }] });
    handle.editSource.mockRejectedValueOnce(new BadSourceError('taken', 'address-taken', { title: 'أخبار' }));
    expect(await told(await source.PATCH(json('/api/sources/7', 'PATCH', { url: FEED.url }), of('7')))).toEqual({ status: 409, error: 'taken', code: 'address-taken', params: { title: 'أخبار' } });
    handle.askNow.mockRejectedValueOnce(new BadSourceError('paused', 'paused'));
    expect((await ask.POST(request('/api/sources/7/ask', 'POST'), of('7'))).status).toBe(409);
  });

  test('deleting wants to know about the articles', async () => {
    expect((await source.DELETE(request('/api/sources/7', 'DELETE'), of('7'))).status).toBe(400);
    expect(await (await source.DELETE(request('/api/sources/7?articles=delete', 'DELETE'), of('7'))).json()).toEqual({ removed: 3 });
    expect(handle.deleteSource).toHaveBeenCalledWith(7, 'delete');
  });

  test('a bug is no refusal', async () => {
    handle.editSource.mockRejectedValueOnce(new Error('bug'));
    await expect(source.PATCH(json('/api/sources/7', 'PATCH', {}), of('7'))).rejects.toThrow('bug');
  });
});

describe('lists of feeds', () => {
  test('come in as bytes, in whatever encoding', async () => {
    expect(await (await imported.POST(request('/api/sources/import', 'POST', new Uint8Array([0xc7, 0xe1])))).json()).toMatchObject({ size: 2 });
  });
  test('are refused empty, and beyond five megabytes', async () => {
    expect((await imported.POST(request('/api/sources/import', 'POST', ''))).status).toBe(400);
    expect((await imported.POST(request('/api/sources/import', 'POST', new Uint8Array(5_000_001)))).status).toBe(413);
  });
  test('go out as a file', async () => {
    const answer = await exported.GET();
    expect([answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual(['text/x-opml; charset=utf-8', 'attachment; filename="marsad.opml"']);
  });
});

test.each([[{ days: 30 }, 200], [{ days: null }, 200], [{ days: 0 }, 400], [{ days: 1.5 }, 400], [{ days: '30' }, 400], [{}, 400]])('retention %j is %s', async (body, status) => {
  const answer = await retention.PUT(json('/api/settings/retention', 'PUT', body));
  expect(answer.status).toBe(status);
  if (status === 400) expect(await answer.json()).toMatchObject({ code: 'bad-input', reasons: [{ code: 'bad', field: 'days' }] });
  expect(handle.setRetention).toHaveBeenCalledTimes(status === 200 ? 1 : 0);
});

test.each([['7', 200], ['8', 404], ["1'", 404]])('the versions of article %s: %s', async (id, status) => {
  expect((await versions.GET(request(`/api/articles/${id}/versions`), of(id))).status).toBe(status);
});

test('an address to be looked at is not empty', async () => {
  expect((await discover.POST(json('/api/sources/discover', 'POST', { address: ' ' }))).status).toBe(400);
  expect(await (await discover.POST(json('/api/sources/discover', 'POST', { address: ' موقع.example ' }))).json()).toMatchObject({ detail: 'موقع.example' });
});
