import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FeedServer {
  /** the feed's address */
  url: string;
  /** as ALLOW_PRIVATE_FEEDS lists it: 127.0.0.1:port */
  hostPort: string;
  stop(): Promise<void>;
}

/** What is asked of one feed. */
export interface FeedSource {
  /** The document as it stands at `url`. `held` is the ETag that the asker says it has. */
  read(url: string, held: string | null): string;
  /** A whole document with this ETag was handed to the asker's connection. */
  sent?(etag: string): void;
}

/** The ETag of a document: a hash, so that two documents share it only where they are the same. */
export function etagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url')}"`;
}

function answer(source: FeedSource, url: string, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' || request.url !== '/feed.xml') {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('the feed is at GET /feed.xml\n');
    return;
  }
  const held = request.headers['if-none-match'] ?? null;
  const body = source.read(url, held);
  const etag = etagOf(body);
  if (held === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  response.on('finish', () => source.sent?.(etag));
  response.writeHead(200, { etag, 'content-type': 'application/rss+xml; charset=utf-8' }).end(body);
}

/** Serves one feed on a port of its own (a free one) of the loopback. Knows ETag and If-None-Match. */
export function startFeedServer(source: FeedSource): Promise<FeedServer> {
  const server = createServer();
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const hostPort = `127.0.0.1:${(server.address() as AddressInfo).port}`;
      const url = `http://${hostPort}/feed.xml`;
      server.on('request', (request, response) => answer(source, url, request, response));
      resolve({ url, hostPort, stop });
    });
  });
}
