import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createFeedServer, type TestFeed } from '../../support/feed-server';
import { startMarsad } from '../../support/marsad';
import { closing } from '../closing';
import { openDesk, query, untilAllWereAsked } from '../desk';
import { copyBack, loadItems } from './history';

/** A Marsad with articles of real texts, more than fit the list, and newspapers that can go on publishing. */
export interface Stage {
  address: string;
  /** so many items a second appear in the feeds from now on. @returns what ends it, and says how many appeared */
  publish(aSecond: number): () => number;
  /** how many articles are stored */
  stored(): Promise<number>;
  stop(): Promise<void>;
}

const FEEDS = 7;
/** So many are read, tagged and stored as ever; the others are copies of them. */
const INGESTED = 600;
const APART_MS = 20_000;
/** Their numbers begin here: those of what arrives later begin at 0. */
const FIRST = 1_000_000;
/** A feed holds so many at most: what it dropped was polled long since. */
const LONGEST_FEED = 60;
const TICK_MS = 250;
const LOOK_MS = 250;

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}

type ItemOf = Awaited<ReturnType<typeof loadItems>>;

/** Newspapers in turns. */
function createPress(feeds: readonly TestFeed[], itemOf: ItemOf) {
  const held = feeds.map(() => 0);
  let next = 0;
  return (publishedAt: Date) => {
    const n = next % feeds.length;
    if ((held[n] = (held[n] ?? 0) + 1) > LONGEST_FEED) {
      feeds[n]?.clear();
      held[n] = 1;
    }
    feeds[n]?.publish({ ...itemOf(next), publishedAt });
    next += 1;
  };
}

/** Newspapers that have nothing yet, and a Marsad that has asked each of them once. */
async function openNewsroom(database: string, folder: string) {
  const site = await createFeedServer();
  const feeds = Array.from({ length: FEEDS }, (_, n) => site.feed(`/feed-${n + 1}.xml`, { lang: 'ar' }));
  const [dataDir, list] = [path.join(folder, 'data'), path.join(folder, 'feeds.json')];
  await mkdir(dataDir, { recursive: true });
  await site.writeList(list, feeds);
  const marsad = await startMarsad({ dataDir, env: { DATABASE_URL: database, FEEDS: list, ALLOW_PRIVATE_FEEDS: site.hostPort } });
  const stop = closing(async () => {
    await marsad.stop();
    await site.close();
  });
  await untilAllWereAsked(marsad.address);
  return { address: marsad.address, feeds, stop };
}

/** @param total how many articles there are at the beginning */
export async function openStage(projectDir: string, total: number, say: (line: string) => void): Promise<Stage> {
  const itemOf = await loadItems(projectDir);
  const desk = await openDesk(say);
  try {
    const database = await desk.createDatabase();
    const { address, feeds, stop } = await openNewsroom(database, desk.folder);
    const stored = async () => (await query<{ n: number }>(database, 'select count(*)::int as n from article'))[0]?.n ?? 0;
    const began = Date.now();
    for (let n = 0; n < INGESTED; n += 1) feeds[n % FEEDS]?.publish({ ...itemOf(FIRST + n), publishedAt: new Date(began - n * APART_MS) });
    await until(async () => (await stored()) >= INGESTED);
    for (const feed of feeds) feed.clear();
    say(`  ${INGESTED} articles ingested, ${total} wanted …`);
    await copyBack(database, total);
    return {
      address, stored,
      publish: (aSecond) => publishing(createPress(feeds, itemOf), aSecond),
      async stop() {
        await stop();
        await desk.close();
      },
    };
  } catch (error) {
    await desk.close();
    throw error;
  }
}

function publishing(press: (publishedAt: Date) => void, aSecond: number): () => number {
  const began = Date.now();
  let published = 0;
  const timer = setInterval(() => {
    for (; published < ((Date.now() - began) / 1000) * aSecond; published += 1) press(new Date());
  }, TICK_MS);
  return () => {
    clearInterval(timer);
    return published;
  };
}
