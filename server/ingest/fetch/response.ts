import { STATUS_CODES } from 'node:http';
import type { Dispatcher } from 'undici';
import { readBody, UnknownCodingError } from './body';
import { freshSeconds } from './freshness';
import { headerLinks } from './link-header';
import type { FailureOutcome, FetchResult } from './result';
import { retryAfterSeconds } from './retry-after';
import type { Trail } from './trail';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const BY_STATUS: ReadonlyMap<number, FailureOutcome> = new Map<number, FailureOutcome>([
  [401, 'forbidden'], [403, 'forbidden'], [451, 'forbidden'], [404, 'not-found'], [410, 'gone'], [429, 'rate-limited'],
]);
/** Of a body that nobody reads this much is let through, for so long, that the connection can be used again. */
const DUMPED_BYTES = 16 * 1024;
const DUMPED_MS = 500;

export interface Asked {
  /** without credentials: it is told, and links are relative to it */
  url: string;
  /** whether the request named a version that may be "not modified" */
  conditional: boolean;
  maxBytes: number;
  now: Date;
}

/** What a server's answer comes to: a result, or the address that it redirects to. */
export async function understand(asked: Asked, response: Dispatcher.ResponseData, trail: Trail): Promise<FetchResult | string> {
  const { statusCode: status, body } = response;
  const { url, now } = asked;
  const header = (name: string) => headerOf(response, name);
  if (status >= 200 && status < 300) {
    const { bytes, received } = await bodyOf(response, asked.maxBytes);
    const links = headerLinks(asUtf8(header('link')), url);
    return { outcome: 'ok', status, url, bytes, received, contentType: header('content-type'), links, ...remembered(header, trail, now) };
  }
  await drop(body);
  if (status === 304 && asked.conditional) return { outcome: 'not-modified', status, ...remembered(header, trail, now) };
  if (REDIRECTS.has(status)) return trail.redirect(status, url, asUtf8(header('location')));
  const wait = retryAfterSeconds(header('retry-after'), now);
  return trail.failure(BY_STATUS.get(status) ?? 'http-error', inWords(url, status, wait), status, wait);
}

function inWords(url: string, status: number, wait: number | null): string {
  if (status === 304) return `${url} answered 304 (Not Modified) to a request that named no earlier version`;
  const meaning = STATUS_CODES[status];
  return `${url} answered ${status}${meaning ? ` (${meaning})` : ''}${wait ? ` and asks to wait ${wait} s` : ''}`;
}

async function bodyOf(response: Dispatcher.ResponseData, maxBytes: number) {
  try {
    return await readBody(response.body, headerOf(response, 'content-encoding'), maxBytes);
  } catch (error) {
    // nothing of it was read: else the connection would wait for its reader
    if (error instanceof UnknownCodingError) await drop(response.body);
    throw error;
  }
}

/** A body that ends late, or never, is ended with its connection. */
async function drop(body: Dispatcher.ResponseData['body']): Promise<void> {
  const timer = setTimeout(() => body.destroy(), DUMPED_MS);
  await body.dump({ limit: DUMPED_BYTES }).finally(() => clearTimeout(timer));
}

/** Headers are read as latin1; addresses with Arabic in them come as the bare bytes of UTF-8. */
function asUtf8(header: string | null): string | null {
  if (header === null || !/[\u0080-\u00ff]/u.test(header)) return header;
  const utf8 = Buffer.from(header, 'latin1').toString('utf8');
  return utf8.includes('\ufffd') ? header : utf8;
}

function remembered(header: (name: string) => string | null, trail: Trail, now: Date) {
  return {
    movedTo: trail.movedTo(), etag: storable(header('etag')), lastModified: storable(header('last-modified')), freshSeconds: freshSeconds(header, now),
  };
}

/** Longer than this no honest tag is; it goes with every request. */
const LONGEST_VALIDATOR = 1000;
const storable = (validator: string | null) => (validator !== null && validator.length <= LONGEST_VALIDATOR ? validator : null);

function headerOf({ headers }: Dispatcher.ResponseData, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value.join(', ') : value) ?? null;
}
