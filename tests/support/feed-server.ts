import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { writeRss, type RssChannel, type RssItem } from '../../server/sample/rss';

export type Item = Pick<RssItem, 'id' | 'title'> & Partial<RssItem>;

/** Sent instead of the feed's own document; what is left out is as it would be. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface TestFeed {
  url: string;
  /** how often it was asked */
  count(): number;
  /** the headers of every request, in order */
  requests: IncomingHttpHeaders[];
  /** puts items on top of the feed */
  publish(...items: Item[]): void;
  /** takes all items out */
  clear(): void;
  /** from now on answers like this; null: with the feed again */
  answer(how: Answer | null): void;
  /** resolves once the feed was asked, and answered, so many times from now on */
  asked(times?: number): Promise<void>;
}

export interface FeedServer {
  /** for ALLOW_PRIVATE_FEEDS */
  hostPort: string;
  feed(path: string, channel?: Partial<RssChannel>): TestFeed;
  /** writes a list of feeds as FEEDS names it, one publisher a feed */
  writeList(file: string, feeds: TestFeed[]): Promise<void>;
  close(): Promise<void>;
}

interface Served extends TestFeed {
  serve(headers: IncomingHttpHeaders, response: ServerResponse): void;
}

const complete = (item: Item): RssItem => ({ text: item.title, link: null, lang: null, publishedAt: new Date(), category: null, ...item });

function createFeed(url: string, channel: RssChannel): Served {
  const requests: IncomingHttpHeaders[] = [];
  const waiting: { left: number; resolve: () => void }[] = [];
  let items: RssItem[] = [];
  let special: Answer | null = null;

  function serve(headers: IncomingHttpHeaders, response: ServerResponse): void {
    requests.push(headers);
    const body = special?.body ?? writeRss(channel, items);
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
    const unchanged = special === null && headers['if-none-match'] === etag;
    response.writeHead(special?.status ?? (unchanged ? 304 : 200), {
      'Content-Type': 'application/rss+xml; charset=utf-8', ETag: etag, ...special?.headers,
    });
    response.end(unchanged ? undefined : body, () => {
      for (const one of waiting) if ((one.left -= 1) === 0) one.resolve();
    });
  }

  return {
    url,
    requests,
    serve,
    count: () => requests.length,
    publish: (...more) => { items = [...more.map(complete), ...items]; },
    clear: () => { items = []; },
    answer: (how) => { special = how; },
    asked: (times = 1) => new Promise((resolve) => waiting.push({ left: times, resolve })),
  };
}

/** A feed's site on the loopback, whose feeds a test writes. Knows conditional requests: an unchanged feed answers 304. */
export async function createFeedServer(): Promise<FeedServer> {
  const feeds = new Map<string, Served>();
  const server = createServer((request, response) => {
    const feed = feeds.get(request.url ?? '');
    if (feed) feed.serve(request.headers, response);
    else response.writeHead(404).end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const hostPort = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    hostPort,
    feed(path, channel = {}) {
      const url = `http://${hostPort}${path}`;
      const feed = createFeed(url, { title: path, link: url, description: path, lang: null, ...channel });
      feeds.set(path, feed);
      return feed;
    },
    async writeList(file, listed) {
      const rows = listed.map(({ url }, index) => ({
        publisher: { slug: `test-${index + 1}`, name: `صحيفة الاختبار ${index + 1}`, country: null },
        url, title: `خلاصة ${index + 1}`, language: 'ar', country: null,
      }));
      await writeFile(file, JSON.stringify(rows));
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
