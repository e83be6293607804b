import { beforeEach, describe, expect, test, vi } from 'vitest';
import { BadSourceError } from '../../../lib/source';
import { provideHandle, type Handle, type WriteAccess } from '../../../server/db/handle';
import * as one from '../../../app/api/topics/[id]/route';
import * as preview from '../../../app/api/topics/preview/route';
import * as all from '../../../app/api/topics/route';

const handle = {
  writeAccess: 'open' as WriteAccess,
  mayWrite: vi.fn(() => true),
  topics: vi.fn(async () => ({ own: [], builtIn: [] })),
  builtInTopic: vi.fn(async (id: string) => (id === 'sport' ? { topic: { id } } : null)),
  addTopic: vi.fn(async () => ({ id: 'own-1' })),
  editTopic: vi.fn(async (id: string) => (id === 'own-1' ? { id } : null)),
  deleteTopic: vi.fn(async (id: string) => id === 'own-1'),
  previewTopic: vi.fn(async () => ({ count: 3 })),
};

beforeEach(() => {
  vi.clearAllMocks();
  handle.writeAccess = 'open';
  handle.mayWrite.mockReturnValue(true);
  provideHandle(handle as unknown as Handle);
});

const HOST = 'localhost:3000';
const DEFINITION = { phrases: [{ phrase: 'سيول', weight: 1, near: null, lang: null }], must: [], mustNot: [] };
const TOPIC = { name: 'سيول', colour: '#0a8a8a', definition: DEFINITION };
const request = (method: string, body?: unknown, origin = `http://${HOST}`) =>
  new Request(`http://${HOST}/api/topics`, { method, body: body === undefined ? undefined : JSON.stringify(body), headers: { host: HOST, origin } });
const of = (id: string) => ({ params: Promise.resolve({ id }) });
const told = async (answer: Response) => ({ status: answer.status, ...(await answer.json() as object) });

const WRITES: [name: string, write: (origin?: string) => Promise<Response>][] = [
  ['add', (origin) => all.POST(request('POST', TOPIC, origin))],
  ['edit', (origin) => one.PUT(request('PUT', TOPIC, origin), of('own-1'))],
  ['delete', (origin) => one.DELETE(request('DELETE', undefined, origin), of('own-1'))],
  ['preview', (origin) => preview.POST(request('POST', { definition: DEFINITION }, origin))],
];

describe.each(WRITES)('the write "%s"', (_name, write) => {
  test('is refused to another site, a read-only interface, and without the token', async () => {
    expect(await told(await write('https://evil.example'))).toMatchObject({ status: 403, code: 'other-site' });
    handle.mayWrite.mockReturnValue(false);
    expect(await told(await write())).toMatchObject({ status: 401, code: 'token' });
    handle.writeAccess = 'read-only';
    expect(await told(await write())).toMatchObject({ status: 403, code: 'read-only' });
  });

  test('is done for those who may', async () => {
    expect((await write()).ok).toBe(true);
  });
});

test('what can’t be taken is refused with its reasons, and nothing is stored', async () => {
  const bad = { ...TOPIC, definition: { ...DEFINITION, phrases: [] } };
  expect(await told(await all.POST(request('POST', bad)))).toMatchObject({ status: 400, code: 'bad-input', reasons: [{ code: 'nothing-for', field: 'definition.phrases' }] });
  expect(handle.addTopic).not.toHaveBeenCalled();
});

test('a name that is taken is a conflict', async () => {
  handle.addTopic.mockRejectedValueOnce(new BadSourceError('taken', 'name-taken', { title: 'سيول' }));
  expect(await told(await all.POST(request('POST', TOPIC)))).toMatchObject({ status: 409, code: 'name-taken', params: { title: 'سيول' } });
});

test('a topic that there is none of is not found', async () => {
  expect(await told(await one.GET(request('GET'), of('nothing')))).toMatchObject({ status: 404, code: 'no-topic' });
  expect((await one.PUT(request('PUT', TOPIC), of('own-9'))).status).toBe(404);
  expect((await one.DELETE(request('DELETE'), of('own-9'))).status).toBe(404);
  expect(await told(await one.GET(request('GET'), of('sport')))).toMatchObject({ status: 200, topic: { id: 'sport' } });
});
