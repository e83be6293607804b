import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { createFeedServer, type FeedServer, type Item, type TestFeed } from './feed-server';
import { temporaryFolder } from './folders';
import { startMarsad, type MarsadProcess } from './marsad';
import { copyTemplate } from './newsroom-template';
import { freePort } from './ports';

export interface NewsroomOptions {
  /** how many feeds Marsad begins with, all on one site; they begin empty */
  feeds: number;
  /** instead of the site's feeds, addresses (on the loopback) where nobody answers */
  silent?: boolean;
  /** the feeds are there and fail (503) until answer(null) */
  failing?: boolean;
  env?: Record<string, string>;
}

/** A site with feeds and a Marsad that asks them, with a folder and a port of their own: what an end-to-end test looks at. */
export interface Newsroom {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** stops Marsad in order and starts it again on the same data and port, its list longer by one feed for each list of items */
  restart(...added: Item[][]): Promise<void>;
  /** where a browser reaches it, without a slash at the end */
  address(): string;
  port(): number;
  /** the n-th feed, from 0 */
  feed(n?: number): TestFeed;
  /** something else on the feeds' site, at that path, that the list does not name: another feed, or a page */
  offer(path: string): TestFeed;
  health(): Promise<Health>;
  /** until so many articles are stored */
  stored(articles: number): Promise<void>;
}

export interface Health {
  status: string;
  articles: number;
  feeds: { total: number; healthy: number; failing: number; waiting: number };
}

interface Running {
  site: FeedServer;
  folder: { path: string; remove(): Promise<void> };
  port: number;
  marsad: MarsadProcess | null;
}

/** Milliseconds between two looks at what has no event to wait for. */
const OFTEN = [50];

/** @throws where it is used before start() */
function must<T>(value: T | null | undefined, what: string): T {
  if (value == null) throw new Error(`${what}: the newsroom has not been started`);
  return value;
}

export function createNewsroom({ feeds: count, silent = false, failing = false, env = {} }: NewsroomOptions): Newsroom {
  let running: Running | null = null;
  const feeds: TestFeed[] = [];
  const silentPorts: number[] = [];
  const address = () => `http://127.0.0.1:${must(running, 'address').port}`;

  async function addFeeds(more: number): Promise<void> {
    const { site } = must(running, 'feeds');
    for (let added = 0; added < more; added += 1) {
      const feed = site.feed(`/feed-${feeds.length + 1}.xml`, { lang: 'ar' });
      if (failing) feed.answer({ status: 503 });
      feeds.push(feed);
      if (silent) silentPorts.push(await freePort());
    }
  }

  /** What the list names: the feeds, or in their place ports where nobody listens. */
  const listed = () => feeds.map((feed, n) => (silent ? { ...feed, url: `http://127.0.0.1:${silentPorts[n]}/feed.xml` } : feed));

  async function health(): Promise<Health> {
    const response = await fetch(`${address()}/api/health`);
    return (await response.json()) as Health;
  }

  /** Marsad is up once it serves, and begins in earnest when every feed's first answer is recorded: what they hold then is backfill. */
  async function bringUp(): Promise<void> {
    const now = must(running, 'start');
    const list = path.join(now.folder.path, 'feeds.json');
    await now.site.writeList(list, listed());
    const allowed = [now.site.hostPort, ...silentPorts.map((port) => `127.0.0.1:${port}`)].join(',');
    now.marsad = await startMarsad({
      dataDir: path.join(now.folder.path, 'data'),
      env: { PORT: String(now.port), FEEDS: list, ALLOW_PRIVATE_FEEDS: allowed, ...env },
    });
    if (!silent && !failing) await expect.poll(async () => (await health()).feeds.healthy, { intervals: OFTEN }).toBe(feeds.length);
  }

  async function stopMarsad(): Promise<void> {
    const marsad = running?.marsad;
    if (!running || !marsad) return;
    running.marsad = null;
    const { code } = await marsad.stop();
    if (code !== 0) throw new Error(`Marsad did not stop cleanly (${code}):\n${marsad.output()}`);
  }

  return {
    address,
    port: () => must(running, 'port').port,
    feed: (n = 0) => must(feeds[n], `feed ${n}`),
    offer: (path) => must(running, 'offer').site.feed(path, { lang: 'ar' }),
    health,
    stored: (articles) => expect.poll(async () => (await health()).articles, { intervals: OFTEN }).toBe(articles),
    async start() {
      running = { site: await createFeedServer(), folder: await temporaryFolder(), port: await freePort(), marsad: null };
      await mkdir(path.join(running.folder.path, 'data'));
      await copyTemplate(path.join(running.folder.path, 'data'));
      await addFeeds(count);
      await bringUp();
    },
    async restart(...added) {
      await stopMarsad();
      const first = feeds.length;
      await addFeeds(added.length);
      added.forEach((items, n) => feeds[first + n]?.publish(...items));
      await bringUp();
    },
    async stop() {
      const ending = running;
      if (!ending) return;
      await stopMarsad();
      running = null;
      await ending.site.close();
      await ending.folder.remove();
    },
  };
}
