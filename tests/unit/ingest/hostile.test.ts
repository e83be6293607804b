import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher, type Fetcher } from '../../../server/ingest/fetch';
import type { PollOutcome } from '../../../lib/feed';
import { createHostileServer, FAULTS, type Fault, type HostileServer } from '../../support/hostile-server';

const ITEMS = ['أ', 'ب', 'ج'].map((id) => ({ id, title: `خبر ${id}`, text: 'نص الخبر', link: null, lang: 'ar', publishedAt: new Date('2017-09-15T12:00:00Z'), category: null }));
/** Enough for what is slow without end: each of these is waited for. */
const TOTAL_TIMEOUT_MS = 700;

let server: HostileServer;
let fetcher: Fetcher;
beforeAll(async () => {
  server = await createHostileServer({ items: () => ITEMS, dripMs: 50 });
  fetcher = createFetcher({
    allowPrivate: new Set([server.hostPort]), userAgent: 'Marsad/test', connectTimeoutMs: 500, totalTimeoutMs: TOTAL_TIMEOUT_MS, maxBytes: 2_000_000,
  });
});
afterAll(async () => {
  await fetcher.close();
  await server.close();
});

/** What the fetch makes of each; what only the reader can tell (a page, a captcha, half a document) is an answer here. */
const OUTCOMES: Record<Fault, PollOutcome> = {
  'unauthorized': 'forbidden', 'forbidden': 'forbidden', 'not-found': 'not-found', 'gone': 'gone', 'legal': 'forbidden',
  'rate-limited': 'rate-limited', 'rate-limited-until': 'rate-limited', 'rate-limited-silently': 'rate-limited',
  'unavailable': 'http-error', 'unavailable-until-rfc850': 'http-error', 'unavailable-until-asctime': 'http-error', 'server-error': 'http-error', 'bad-gateway': 'http-error',
  'moved': 'ok', 'moved-for-now': 'ok', 'moved-to-login': 'ok', 'moved-to-home': 'ok', 'moved-away': 'not-found',
  'loop': 'redirect-loop', 'loop-back': 'redirect-loop', 'endless-redirects': 'redirect-loop', 'redirect-to-loopback': 'private-address',
  'redirect-to-metadata': 'private-address', 'redirect-to-file': 'bad-url', 'redirect-nowhere': 'http-error',
  'gzip': 'ok', 'br': 'ok', 'deflate': 'ok', 'deflate-raw': 'ok', 'gzip-in-capitals': 'ok', 'truncated-gzip': 'unreadable', 'says-gzip': 'unreadable',
  'unknown-encoding': 'unreadable', 'bomb-gzip': 'too-large', 'bomb-br': 'too-large', 'empty': 'ok', 'html': 'ok', 'home': 'ok', 'login': 'ok', 'captcha': 'ok',
  'error-as-200': 'ok', 'json-error': 'ok', 'noise': 'ok', 'wrong-charset': 'ok', 'truncated': 'ok', 'too-long': 'too-large', 'million-items': 'too-large',
  'drip': 'timeout', 'reset': 'network-error',
  'hang': 'timeout', 'reset-at-once': 'network-error', 'closed-at-once': 'network-error', 'not-http': 'network-error', 'slow-headers': 'timeout',
  'endless-headers': 'too-large', 'huge-header': 'too-large', 'many-headers': 'too-large', 'endless-continue': 'network-error', 'slow-continue': 'network-error',
  'wrong-length': 'network-error', 'short-length': 'ok', 'bad-chunks': 'network-error',
  'feed': 'ok', 'weak-etag': 'ok', 'gzip-suffix': 'ok', 'changing-etag': 'ok', 'only-last-modified': 'ok', 'no-validators': 'ok', 'always-304': 'http-error',
};

describe('a server that does wrong', () => {
  it.each(FAULTS)('%s has its outcome, in words', async (fault) => {
    const result = await fetcher.fetch({ url: server.url('أخبار', fault), etag: null, lastModified: null });
    expect([result.outcome, 'detail' in result ? result.detail : '']).toEqual([OUTCOMES[fault], expect.any(String)]);
    if ('detail' in result) expect(result.detail).not.toBe('');
  });
});
