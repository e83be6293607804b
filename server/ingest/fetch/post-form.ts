import { request, type Dispatcher } from 'undici';
import { createDispatcher, type DispatcherOptions } from './dispatcher';
import { networkFailure } from './failures';
import { createOriginQueue } from './origin-queue';
import { createRunning, Deadline, type Running } from './running';

/** What sending a form came to; `detail` in words: what and where. */
export type PostResult = { ok: true; status: number } | { ok: false; detail: string };

export interface FormPoster {
  /** @throws the AbortError of close(), or a bug; whatever a server can do wrong is a value */
  post(url: string, form: Readonly<Record<string, string>>): Promise<PostResult>;
  close(): Promise<void>;
}

const MOST_REDIRECTS = 3;
/** As much of a refusal's own words as is told. */
const TOLD_CHARACTERS = 200;
/** Those that ask for the same request elsewhere; after the others a form would be lost on the way. */
const RESENT = new Set([307, 308]);

/** Sends forms to hubs, under the same rules as feeds are fetched: every hop's address checked, one request at a time to an origin. */
export function createFormPoster(options: DispatcherOptions & { userAgent: string }): FormPoster {
  const dispatcher = createDispatcher(options);
  const turnFor = createOriginQueue();
  const running = createRunning();
  let closed = false;

  async function follow(first: string, form: Readonly<Record<string, string>>, { signal, within }: Running): Promise<PostResult> {
    let url = first;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
      const release = await turnFor(new URL(url).origin, signal);
      const hop = await within(options.totalTimeoutMs, () => send(url, form, signal)).finally(release);
      if (typeof hop !== 'string') return hop;
      url = hop;
    }
    return failed(`more than ${MOST_REDIRECTS} redirects, the last to ${url}`);
  }

  /** One request: what it came to, or the address that wants it instead. */
  async function send(url: string, form: Readonly<Record<string, string>>, signal: AbortSignal): Promise<PostResult | string> {
    try {
      const response = await request(url, {
        dispatcher, signal, method: 'POST', body: new URLSearchParams(form).toString(),
        headers: { 'user-agent': options.userAgent, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/plain, */*;q=0.5' },
      });
      return await understand(url, response);
    } catch (error) {
      if (signal.reason instanceof Deadline) return failed(`no whole answer from ${url} within ${options.totalTimeoutMs} ms`);
      if (signal.aborted) throw signal.reason;
      const failure = networkFailure(error);
      if (!failure) throw error;
      return failed(`${url}: ${failure.detail}`);
    }
  }

  return {
    post: async (url, form) => {
      if (closed) throw closing();
      if (!isHttp(url)) return failed(`no http or https address: ${url}`);
      return running.run(undefined, (own) => follow(url, form, own));
    },
    close: async () => {
      closed = true;
      running.abortAll(closing());
      await dispatcher.destroy();
    },
  };
}

async function understand(url: string, { statusCode, headers, body }: Dispatcher.ResponseData): Promise<PostResult | string> {
  const words = (await body.text()).replace(/\s+/gu, ' ').trim().slice(0, TOLD_CHARACTERS);
  if (statusCode >= 200 && statusCode < 300) return { ok: true, status: statusCode };
  const said = `${url} answered ${statusCode}${words ? `: ${words}` : ''}`;
  if (!RESENT.has(statusCode)) return failed(said);
  const location = [headers.location].flat()[0] ?? '';
  if (location === '' || !URL.canParse(location, url)) return failed(`${said}, without a usable Location`);
  return nextHop(url, location) ?? failed(`${said}, redirecting to ${location}, which is not followed`);
}

/** Where a redirect leads; null: where no form may go, least of all one with a secret in it from https to http. */
export function nextHop(url: string, location: string): string | null {
  const { href, protocol } = new URL(location, url);
  return protocol === 'https:' || (protocol === 'http:' && url.startsWith('http:')) ? href : null;
}

const closing = () => new DOMException('the connections to hubs were closed', 'AbortError');
const failed = (detail: string): PostResult => ({ ok: false, detail });
const isHttp = (url: string) => URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
