import { beforeEach, describe, expect, test, vi } from 'vitest';
import { BadSourceError } from '../../../lib/source';
import { provideHandle, type Handle, type WriteAccess } from '../../../server/db/handle';
import * as marks from '../../../app/api/reader/marks/route';
import * as starred from '../../../app/api/reader/starred/route';
import * as one from '../../../app/api/reader/views/[id]/route';
import * as order from '../../../app/api/reader/views/order/route';
import * as views from '../../../app/api/reader/views/route';

const handle = {
  writeAccess: 'read-only' as WriteAccess,
  mayWrite: () => false,
  marks: vi.fn(async () => ({ 7: {} })),
  mark: vi.fn(async () => ({ 7: { read: true } })),
  starred: vi.fn(async (_reader: string, before: string | null) => (before === 'bad' ? null : { items: [], marks: {}, older: null })),
  views: vi.fn(async () => []),
  addView: vi.fn(async () => ({ id: 1 })),
  editView: vi.fn(async (_reader: string, id: number) => (id === 1 ? { id } : null)),
  orderViews: vi.fn(async () => []),
  deleteView: vi.fn(async (_reader: string, id: number) => id === 1),
};

beforeEach(() => {
  vi.clearAllMocks();
  provideHandle(handle as unknown as Handle);
});

const HOST = 'localhost:3000';
const ME = '0123456789abcdef0123456789abcdef';
const VIEW = { name: ' إدلب ', query: { region: ['idlib'], topic: [], q: 'هدنة', window: '24h' } };
interface Sent { origin?: string; cookie?: string; path?: string; proto?: string }
function request(method: string, body?: unknown, { origin = `http://${HOST}`, cookie = `x=1; marsad_reader=${ME}`, path = '/', proto }: Sent = {}) {
  const headers = { host: HOST, origin, cookie, ...(proto ? { 'x-forwarded-proto': proto } : {}) };
  return new Request(`http://${HOST}${path}`, { method, body: body === undefined ? undefined : JSON.stringify(body), headers });
}
const of = (id: string) => ({ params: Promise.resolve({ id }) });
const told = async (answer: Response) => ({ status: answer.status, ...(await answer.json() as object) });

const WRITES: [name: string, write: (sent?: Sent) => Promise<Response>][] = [
  ['mark', (sent) => marks.PATCH(request('PATCH', { articles: ['7'], set: { read: true } }, sent))],
  ['add', (sent) => views.POST(request('POST', VIEW, sent))],
  ['edit', (sent) => one.PATCH(request('PATCH', { seen: true }, sent), of('1'))],
  ['order', (sent) => order.PUT(request('PUT', [3, 1], sent))],
  ['delete', (sent) => one.DELETE(request('DELETE', undefined, sent), of('1'))],
];

describe.each(WRITES)('the write "%s"', (_name, write) => {
  test('is refused to another site, and done without the admin token', async () => {
    expect(await told(await write({ origin: 'https://evil.example' }))).toMatchObject({ status: 403, code: 'other-site' });
    expect((await write()).ok).toBe(true);
  });
});

describe('the cookie', () => {
  test('is made where there is none, and lasts anew with each write', async () => {
    const made = (await views.GET(request('GET', undefined, { cookie: '' }))).headers.get('set-cookie') ?? '';
    expect(made).toMatch(/^marsad_reader=[0-9a-f]{32}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax$/u);
    expect((await views.GET(request('GET', undefined, { cookie: '' }))).headers.get('set-cookie')).not.toBe(made);
    expect((await views.POST(request('POST', VIEW))).headers.get('set-cookie')).toContain(`marsad_reader=${ME};`);
    expect(handle.addView).toHaveBeenCalledWith(ME, { ...VIEW, name: 'إدلب' });
  });

  test('is for https alone where the reader came by it', async () => {
    expect((await views.POST(request('POST', VIEW, { proto: 'https, http' }))).headers.get('set-cookie')).toMatch(/; Secure$/u);
  });

  test.each(['marsad_reader=short', `marsad_reader=${ME.toUpperCase()}`, `other_marsad_reader=${ME}`, `marsad_reader=${ME}0`])('of another form is none: %s', async (cookie) => {
    expect((await views.GET(request('GET', undefined, { cookie }))).headers.get('set-cookie')).not.toContain(ME);
  });

  test('is not needed to be told that there is nothing', async () => {
    const bare = (path: string) => request('GET', undefined, { cookie: '', path });
    expect(await told(await marks.GET(bare('/?article=7')))).toEqual({ status: 200, marks: {} });
    expect(await told(await starred.GET(bare('/')))).toEqual({ status: 200, items: [], marks: {}, older: null });
    expect([handle.marks, handle.starred].map((asked) => asked.mock.calls.length)).toEqual([0, 0]);
  });
});

test('marks and starred articles are the reader’s own', async () => {
  expect(await told(await marks.GET(request('GET', undefined, { path: '/?article=7&article=8' })))).toEqual({ status: 200, marks: { 7: {} } });
  expect(handle.marks).toHaveBeenCalledWith(ME, ['7', '8']);
  await starred.GET(request('GET', undefined, { path: '/?before=x~1' }));
  expect(handle.starred).toHaveBeenCalledWith(ME, 'x~1');
});

describe('what can’t be taken is refused, and named', () => {
  const mark = (body: unknown) => marks.PATCH(request('PATCH', body));
  const add = (body: unknown) => views.POST(request('POST', body));
  test.each<[string, () => Promise<Response>, string]>([
    ['no article', () => mark({ articles: [], set: { read: true } }), 'articles: is empty'],
    ['too many', () => mark({ articles: Array(201).fill('1'), set: { read: true } }), 'articles: are more than 200'],
    ['no id', () => mark({ articles: ['1', 'x'], set: { read: true } }), 'articles.1: is no id of an article'],
    ['nothing to set', () => mark({ articles: ['1'], set: {} }), 'set: says nothing'],
    ['a long note', () => mark({ articles: ['1'], set: { note: 'م'.repeat(2001) } }), 'set.note: has more than 2000 characters'],
    ['something unknown', () => mark({ articles: ['1'], set: { liked: true } }), 'liked'],
    ['no name', () => add({ ...VIEW, name: '  ' }), 'name: is empty'],
    ['a long name', () => add({ ...VIEW, name: 'م'.repeat(81) }), 'name: has more than 80 characters'],
    ['a bad filter', () => add({ ...VIEW, query: { ...VIEW.query, lang: ['العربية'] } }), 'query.lang.0: is no language code'],
    ['no change', () => one.PATCH(request('PATCH', {}), of('1')), 'says nothing: give name, query or seen'],
    ['no list of ids', () => order.PUT(request('PUT', ['a'])), '0: is no id of a view'],
    ['articles not named', () => marks.GET(request('GET')), 'article: is empty'],
    ['no cursor', () => starred.GET(request('GET', undefined, { path: '/?before=bad' })), 'before: is no cursor'],
  ])('%s', async (_name, ask, error) => {
    const answer = await told(await ask()) as unknown as { status: number; error: string; code: string };
    expect(answer).toMatchObject({ status: 400, code: 'bad-input' });
    expect(answer.error).toContain(error);
  });

  test('a note of nothing is none', async () => {
    await mark({ articles: ['1'], set: { note: ' \u0000 ' } });
    expect(handle.mark).toHaveBeenCalledWith(ME, { articles: ['1'], set: { note: null } });
  });

  test('a view that is not the reader’s', async () => {
    for (const id of ['2', 'x']) {
      expect(await told(await one.PATCH(request('PATCH', { seen: true }), of(id)))).toMatchObject({ status: 404, code: 'no-view' });
      expect(await told(await one.DELETE(request('DELETE'), of(id)))).toMatchObject({ status: 404, code: 'no-view' });
    }
  });

  test('more than may be', async () => {
    handle.addView.mockRejectedValueOnce(new BadSourceError('there may be 50 views', 'too-many-views'));
    expect(await told(await add(VIEW))).toMatchObject({ status: 409, code: 'too-many-views' });
  });
});
