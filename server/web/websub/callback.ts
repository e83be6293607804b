import type { IncomingMessage, ServerResponse } from 'node:http';
import { hostName } from '../security';
import { readIntent } from './intent';
import { readCapped } from './read-capped';
import { signatureProblem } from './signature';

export interface CallbackSubscription {
  feedId: number;
  topic: string;
  secret: string;
  state: string;
}

export interface CallbackDeps {
  /** the address under which hubs reach us; without a slash at the end */
  publicUrl: string;
  /** names under which the dashboard is served: a proxy may put one of them into the Host header */
  allowedHosts: ReadonlySet<string>;
  /** null: no subscription has that key */
  find(key: string): Promise<CallbackSubscription | null>;
  confirm(key: string, leaseSeconds: number | null): Promise<void>;
  deny(key: string, reason: string): Promise<void>;
  /** a delivery was not taken, and why */
  refused(key: string, reason: string): Promise<void>;
  keep(feedId: number, contentType: string | null, body: Uint8Array): Promise<void>;
  onError(error: unknown): void;
}

/** Answers a hub; false: the request is none of a hub's. */
export type Callback = (request: IncomingMessage, response: ServerResponse) => boolean;

const MAX_BYTES = 10_000_000;
/** Deliveries read at once: what they hold in memory is bounded. */
const MOST_AT_ONCE = 8;
const LONGEST_TYPE = 200;
const PATH = /\/websub\/([0-9a-f]{64})$/u;

/**
 * The address that hubs know of us, `PUBLIC_URL/websub/<key>`, whether or not the proxy before us keeps the path of PUBLIC_URL. It
 * asks for no Origin and no token: what a hub may do it proves by the key and the signature.
 */
export function createCallback(deps: CallbackDeps): Callback {
  const own = new URL(deps.publicUrl);
  const prefixes = new Set(['', own.pathname.replace(/\/$/u, '')]);
  let reading = 0;

  async function verify(key: string, query: URLSearchParams, response: ServerResponse): Promise<void> {
    const intent = readIntent(query, await deps.find(key));
    if (intent.kind === 'refuse') return answer(response, 404, 'not asked for');
    if (intent.kind === 'denied') await deps.deny(key, intent.reason);
    if (intent.kind === 'confirm') await deps.confirm(key, intent.leaseSeconds);
    answer(response, 200, intent.kind === 'denied' ? '' : intent.challenge);
  }

  async function deliver(key: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const subscription = await deps.find(key);
    if (!subscription) return answer(response, 410, 'no such subscription');
    const coding = request.headers['content-encoding'] ?? 'identity';
    if (coding !== 'identity') return answer(response, 415, 'deliver without a Content-Encoding');
    const body = await readCapped(request, MAX_BYTES);
    if (body === null) return answer(response, 413, `a delivery may have ${MAX_BYTES} bytes`);
    const problem = signatureProblem(single(request.headers['x-hub-signature']), subscription.secret, body);
    // whoever forges a delivery is not told that it was found out (WebSub, 8)
    if (problem) await deps.refused(key, problem);
    else await deps.keep(subscription.feedId, request.headers['content-type']?.slice(0, LONGEST_TYPE) ?? null, body);
    answer(response, 202, '');
  }

  async function deliverInTurn(key: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (reading >= MOST_AT_ONCE) {
      response.setHeader('Retry-After', '5');
      return answer(response, 503, 'too many deliveries at once');
    }
    reading += 1;
    await deliver(key, request, response).finally(() => { reading -= 1; });
  }

  function respond(key: string, query: URLSearchParams, request: IncomingMessage, response: ServerResponse): Promise<void> | void {
    if (request.method === 'GET') return verify(key, query, response);
    if (request.method === 'POST') return deliverInTurn(key, request, response);
    response.setHeader('Allow', 'GET, POST');
    return answer(response, 405, 'hubs ask by GET and deliver by POST');
  }

  return (request, response) => {
    const [path = '', ...queries] = (request.url ?? '').split('?');
    const [match, key = ''] = PATH.exec(path) ?? [];
    const host = hostName(request.headers.host);
    if (match === undefined || !prefixes.has(path.slice(0, -match.length))) return false;
    if (host !== own.hostname && !deps.allowedHosts.has(host)) return false;
    Promise.resolve(respond(key, new URLSearchParams(queries.join('?')), request, response)).catch((error: unknown) => {
      if (request.errored === null) deps.onError(error);
      if (!response.headersSent && !response.destroyed) answer(response, 500, 'the server failed to answer');
    });
    return true;
  };
}

const single = (header: string | string[] | undefined) => [header].flat()[0];

/** What is left of a body that nobody reads ends with its connection. */
function answer(response: ServerResponse, status: number, text: string): void {
  const headers = status >= 400 ? { Connection: 'close' } : {};
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...headers });
  response.end(text);
}
