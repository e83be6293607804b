import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFormPoster, nextHop, type FormPoster } from '../../../server/ingest/fetch/post-form';
import { deferred } from '../../support/deferred';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let base: string;
let poster: FormPoster;
let handler: Handler;
const asked: { url: string | undefined; body: string; userAgent: string | undefined }[] = [];

const createPoster = (allowed: string[]) => createFormPoster({
  allowPrivate: new Set(allowed), userAgent: 'Marsad/test', connectTimeoutMs: 1000, totalTimeoutMs: 300, maxBytes: 10_000,
});

beforeEach(async () => {
  asked.length = 0;
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push({ url: request.url, body: Buffer.concat(chunks).toString('utf8'), userAgent: request.headers['user-agent'] });
      handler(request, response);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  base = `http://127.0.0.1:${port}`;
  poster = createPoster([`127.0.0.1:${port}`]);
});
afterEach(async () => {
  await poster.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const answers = (status: number, headers: Record<string, string> = {}, body = ''): Handler => (_, response) => response.writeHead(status, headers).end(body);
const FORM = { 'hub.topic': 'https://صحيفة.example/خلاصة?a=1&b=2' };

test('sends the form, says who it is', async () => {
  handler = answers(202);
  expect(await poster.post(`${base}/hub?x=1`, FORM)).toEqual({ ok: true, status: 202 });
  expect(asked).toEqual([{ url: '/hub?x=1', body: new URLSearchParams(FORM).toString(), userAgent: 'Marsad/test' }]);
});

describe('what a hub can do wrong is told in words', () => {
  test.each<[string, Handler, RegExp]>([
    ['a refusal, with its words on one line', answers(400, {}, 'الموضوع\n  غير معروف'), /\/hub answered 400: الموضوع غير معروف$/u],
    ['a page of words', answers(500, {}, 'خطأ '.repeat(1000)), /answered 500: .{200}$/u],
    ['more words than are read', answers(500, {}, 'x'.repeat(20_000)), /UND_ERR_RES_EXCEEDED_MAX_SIZE/u],
    ['a redirect that changes the request', answers(303, { location: '/elsewhere' }), /answered 303$/u],
    ['a redirect to nowhere', answers(307), /without a usable Location$/u],
    ['a redirect to what is no web address', answers(308, { location: 'mailto:hub@example.com' }), /which is not followed$/u],
    ['a redirect to a private address', answers(307, { location: 'http://10.0.0.1/' }), /10\.0\.0\.1 is no public address/u],
    ['redirects without end', answers(307, { location: '/again' }), /more than 3 redirects/u],
    ['no answer', () => undefined, /no whole answer from .* within 300 ms/u],
    ['a connection that breaks', (request) => request.socket.destroy(), /UND_ERR_SOCKET|ECONNRESET/u],
  ])('%s', async (_name, how, said) => {
    handler = how;
    expect(await poster.post(`${base}/hub`, FORM)).toEqual({ ok: false, detail: expect.stringMatching(said) as string });
  });

  test.each([['ftp://hub.example/'], ['مرصد']])('%s is no address', async (url) => {
    expect(await poster.post(url, FORM)).toEqual({ ok: false, detail: `no http or https address: ${url}` });
  });
});

test.each<[string, string, string | null]>([
  ['https://hub.example/', '/ar', 'https://hub.example/ar'],
  ['http://hub.example/', 'https://hub.example/', 'https://hub.example/'],
  ['http://hub.example/', 'http://hub.example/محور', 'http://hub.example/%D9%85%D8%AD%D9%88%D8%B1'],
  ['https://hub.example/', 'http://hub.example/', null],
  ['https://hub.example/', 'file:///etc/passwd', null],
])('from %s to %s: %s', (url, location, next) => {
  expect(nextHop(url, location)).toBe(next);
});

test('one request at a time goes to a hub', async () => {
  const [begun, gate] = [deferred(), deferred()];
  handler = (_, response) => {
    begun.resolve();
    void gate.promise.then(() => response.writeHead(202).end());
  };
  const both = [poster.post(`${base}/1`, FORM), poster.post(`${base}/2`, FORM)];
  await begun.promise;
  expect(asked.map(({ url }) => url)).toEqual(['/1']);
  gate.resolve();
  expect(await Promise.all(both)).toEqual([{ ok: true, status: 202 }, { ok: true, status: 202 }]);
});

test('closing ends what is under way, and nothing is sent after it', async () => {
  handler = () => undefined;
  const sent = poster.post(`${base}/hub`, FORM);
  sent.catch(() => undefined);
  await once(server, 'request');
  await poster.close();
  await expect(sent).rejects.toThrow('closed');
  await expect(poster.post(`${base}/hub`, FORM)).rejects.toThrow('closed');
});
