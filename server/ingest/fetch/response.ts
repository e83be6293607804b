import type { Dispatcher } from 'undici';
import { readBody } from './body';
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

/** What a server's answer comes to: a result, or the address that it redirects to. */
export async function understand(url: string, response: Dispatcher.ResponseData, trail: Trail, maxBytes: number): Promise<FetchResult | string> {
  const { statusCode: status, body } = response;
  const header = (name: string) => headerOf(response, name);
  if (status >= 200 && status < 300) {
    const { bytes, received } = await readBody(body, header('content-encoding'), maxBytes);
    const links = headerLinks(asUtf8(header('link')), url);
    return { outcome: 'ok', status, url, bytes, received, contentType: header('content-type'), links, ...remembered(header, trail) };
  }
  await drop(body);
  if (status === 304) return { outcome: 'not-modified', status, ...remembered(header, trail) };
  if (REDIRECTS.has(status)) return trail.redirect(status, url, asUtf8(header('location')));
  const outcome = BY_STATUS.get(status) ?? 'http-error';
  return trail.failure(outcome, `${url} answered ${status}`, status, retryAfterSeconds(header('retry-after'), new Date()));
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

function remembered(header: (name: string) => string | null, trail: Trail) {
  return { movedTo: trail.movedTo(), etag: header('etag'), lastModified: header('last-modified') };
}

function headerOf({ headers }: Dispatcher.ResponseData, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value.join(', ') : value) ?? null;
}
