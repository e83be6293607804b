import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStaticFiles, staticFilesOf } from '@/server/web/static-files';
import { temporaryFolder } from '../../support/folders';
import { rawAnswer, rawStatus } from '../../support/raw-request';

const SCRIPT = `export const title = 'مرصد';\n`.repeat(200);
const LETTERS = Buffer.from(Array.from({ length: 64 }, (_, n) => n));

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: Server;
const problems: unknown[] = [];
const port = () => (server.address() as AddressInfo).port;
const get = (address: string, headers: Record<string, string> = {}, method = 'GET') => fetch(`http://127.0.0.1:${port()}${address}`, { headers, method });

beforeAll(async () => {
  folder = await temporaryFolder();
  const put = async (file: string, text: string | Buffer) => {
    await mkdir(path.dirname(path.join(folder.path, file)), { recursive: true });
    await writeFile(path.join(folder.path, file), text);
  };
  await put('built/static/chunks/a.js', SCRIPT);
  await put('built/static/chunks/tiny.css', 'a{}');
  await put('built/static/media/letters.woff2', LETTERS);
  await put('built/static/gone.js', SCRIPT);
  await put('built/server/secret.js', 'secret');
  await put('public/geometry/countries.json', '{}');
  const serve = createStaticFiles(staticFilesOf(folder.path, 'built'), (error) => problems.push(error));
  await rm(path.join(folder.path, 'built/static/gone.js'));
  server = createServer((request, response) => {
    if (!serve(request, response)) response.writeHead(404).end('left to others');
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => { server.close(resolve); });
  await folder.remove();
});

test('a script is packed for who can read it, and never asked for again', async () => {
  const answer = await get('/_next/static/chunks/a.js?dpl=1', { 'accept-encoding': 'gzip' });
  expect(await answer.text()).toBe(SCRIPT);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8', 'content-encoding': 'gzip', vary: 'Accept-Encoding', 'cache-control': 'public, max-age=31536000, immutable',
  });
  const plain = await rawAnswer(port(), 'GET', '/_next/static/chunks/a.js', {});
  expect(plain.headers).toMatchObject({ 'content-length': String(Buffer.byteLength(SCRIPT)), vary: 'Accept-Encoding' });
  expect(plain.headers).not.toHaveProperty('content-encoding');
});

test('letters are packed already, and what would not become smaller stays as it is', async () => {
  for (const [address, body] of [['/_next/static/media/letters.woff2', LETTERS], ['/_next/static/chunks/tiny.css', Buffer.from('a{}')]] as const) {
    const answer = await get(address, { 'accept-encoding': 'gzip' });
    expect([answer.status, answer.headers.get('content-encoding'), Buffer.from(await answer.arrayBuffer())]).toEqual([200, null, body]);
  }
});

test('what may change is asked for again, and not sent where it has not', async () => {
  const first = await get('/geometry/countries.json');
  expect([first.headers.get('cache-control'), await first.text()]).toEqual(['public, max-age=0, must-revalidate', '{}']);
  const again = await get('/geometry/countries.json', { 'if-none-match': first.headers.get('etag') ?? '' });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('HEAD has the headers alone', async () => {
  const answer = await get('/_next/static/chunks/a.js', { 'accept-encoding': 'identity' }, 'HEAD');
  expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([200, String(Buffer.byteLength(SCRIPT)), '']);
});

test.each([
  ['a folder beside it', '/_next/static/../server/secret.js'],
  ['the same, written otherwise', '/_next/static/%2e%2e/server/secret.js'],
  ['a folder', '/_next/static/chunks'],
  ['no such file', '/_next/static/chunks/b.js'],
])('is left to others: %s', async (_name, address) => {
  expect(await rawStatus(port(), 'GET', address, {})).toBe(404);
});

test('so is a write', async () => expect((await get('/_next/static/chunks/a.js', {}, 'POST')).status).toBe(404));

test('a file that is gone is told of, and answered by an error that nobody keeps', async () => {
  const answer = await get('/_next/static/gone.js');
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([500, 'no-store']);
  expect(String(problems)).toContain('gone.js');
});
