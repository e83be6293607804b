import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeRss, type RssItem } from '../../server/sample/rss';
import { BODIES } from './hostile/bodies';
import type { Misbehaviour } from './hostile/exchange';
import { REDIRECTS } from './hostile/redirects';
import { STATUSES } from './hostile/statuses';
import { VALIDATORS } from './hostile/validators';
import { WIRE } from './hostile/wire';

const MISBEHAVIOURS = { ...STATUSES, ...REDIRECTS, ...BODIES, ...WIRE, ...VALIDATORS };

/** Everything that the server can do to a request; `feed` is the honest answer. */
export type Fault = keyof typeof MISBEHAVIOURS;
export const FAULTS = Object.keys(MISBEHAVIOURS) as Fault[];

export interface HostileServerOptions {
  /** what the feed holds at this moment: items, or a document as it is; null: there is no such feed */
  items(feed: string): readonly RssItem[] | string | Buffer | null;
  /** what befalls the `nth` request (from 0) to a feed's own address, /feed/NAME; by default nothing does */
  fault?(feed: string, nth: number): Fault;
  /** A whole document that can be read went out to the last byte: what was in it has been served. */
  onServed?(feed: string, document: string): void;
  dripMs?: number;
  /** what servers that ask to wait ask for */
  retryAfterSeconds?: number;
  host?: string;
}

export interface HostileServer {
  /** for ALLOW_PRIVATE_FEEDS */
  hostPort: string;
  /** where a feed is asked; with a fault: where that befalls each request */
  url(feed: string, fault?: Fault): string;
  /** how often a feed was asked, under whatever address */
  asked(feed: string): number;
  close(): Promise<void>;
}

const DRIP_MS = 1000;
const RETRY_AFTER_SECONDS = 3600;
const isFault = (name: string): name is Fault => Object.hasOwn(MISBEHAVIOURS, name);

/** A feed server on the loopback that can do wrong in every way that servers do: /FAULT/NAME, or as `fault` says at /feed/NAME. */
export async function createHostileServer({
  items, fault = () => 'feed', onServed = () => undefined, dripMs = DRIP_MS, retryAfterSeconds = RETRY_AFTER_SECONDS, host = '127.0.0.1',
}: HostileServerOptions): Promise<HostileServer> {
  const counts = new Map<string, number>();
  const server = createServer((request, response) => {
    const [, name = '', feed = ''] = new URL(request.url ?? '', origin).pathname.split('/').map(decodeURIComponent);
    const document = documentOf(feed, items(feed));
    if (document === null || !isFault(name)) return void response.writeHead(404).end();
    const nth = counts.get(feed) ?? 0;
    counts.set(feed, nth + 1);
    // a connection that breaks under our hands is what some of these are about
    response.on('error', () => undefined);
    const misbehave: Misbehaviour = MISBEHAVIOURS[name === 'feed' ? fault(feed, nth) : name];
    misbehave({ request, response, origin, feed, document, dripMs, retryAfterSeconds, served: () => onServed(feed, document.toString('utf8')) });
  });
  server.on('connection', (socket) => socket.on('error', () => undefined));
  await once(server.listen(0, host), 'listening');
  const hostPort = `${host}:${(server.address() as AddressInfo).port}`;
  const origin = `http://${hostPort}`;
  return {
    hostPort,
    url: (feed, which = 'feed') => `${origin}/${which}/${encodeURIComponent(feed)}`,
    asked: (feed) => counts.get(feed) ?? 0,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function documentOf(feed: string, content: readonly RssItem[] | string | Buffer | null): Buffer | null {
  if (content === null || Buffer.isBuffer(content)) return content;
  if (typeof content === 'string') return Buffer.from(content);
  return Buffer.from(writeRss({ title: feed, link: `https://news.example/${encodeURIComponent(feed)}`, description: feed, lang: null }, content));
}
