import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createDatabase } from '../../server/db/client';
import { parseWire, type WireItem } from '../../server/sample/wire';
import { closing } from '../bench/closing';
import { openDesk, untilAllWereAsked } from '../bench/desk';
import { createFeedServer } from '../support/feed-server';
import { startMarsad } from '../support/marsad';
import { feedItem, storePast, toldOver } from './past';

/** Made-up newspapers: no picture puts words into a real one's mouth. */
const PAPERS = ['صحيفة المرصد', 'وكالة الضفتين', 'The Observatory', 'جريدة الساحل', 'Harbour Post', 'أخبار البادية'];
const LOOK_EVERY_MS = 100;

export interface PictureNewsroom {
  address: string;
  stop(): Promise<void>;
}

async function wireOf(projectDir: string): Promise<WireItem[]> {
  return parseWire(JSON.parse(await readFile(path.join(projectDir, 'data/sample-wire.json'), 'utf8')));
}

/** A newspaper's feed has this many of its latest items. */
const IN_A_FEED = 25;

/**
 * Marsad on newspapers that hold the sample wire's texts, our own, over the last days, with one place in all of them since two hours.
 * Resolves once every feed was asked and the detector has spoken.
 */
export async function openNewsroom(projectDir: string, say: (line: string) => void): Promise<PictureNewsroom> {
  const now = Date.now();
  const [site, desk, wire] = await Promise.all([createFeedServer(), openDesk(say), wireOf(projectDir)]);
  let marsad: Awaited<ReturnType<typeof startMarsad>> | null = null;
  const stop = closing(async () => {
    await marsad?.stop();
    await site.close();
    await desk.close();
  });
  try {
    const feeds = PAPERS.map((title, n) => site.feed(`/${n + 1}.xml`, { title }));
    const seeds = feeds.map(({ url }, n) => ({ publisher: { slug: `paper-${n + 1}`, name: PAPERS[n] ?? '', country: null }, url, title: PAPERS[n] ?? '', language: null, country: null }));
    const told = toldOver(wire, PAPERS.length, now);
    feeds.forEach((feed, n) => feed.publish(...told.filter(({ paper }) => paper === n).slice(-IN_A_FEED).map((one) => feedItem(one, now)).reverse()));
    const database = await desk.createDatabase();
    say(`  storing ${told.length} articles of the last days …`);
    const db = createDatabase(database, (error) => { throw error; });
    try {
      await storePast(db, seeds, told, now);
    } finally {
      await db.close();
    }
    const list = path.join(desk.folder, 'feeds.json');
    await writeFile(list, JSON.stringify(seeds));
    const dataDir = path.join(desk.folder, 'data');
    await mkdir(dataDir);
    marsad = await startMarsad({ dataDir, env: { DATABASE_URL: database, FEEDS: list, ALLOW_PRIVATE_FEEDS: site.hostPort } });
    await untilAllWereAsked(marsad.address);
    await spiked(marsad.address);
    return { address: marsad.address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** There is no event to wait for outside of Marsad: it is asked. */
async function spiked(address: string): Promise<void> {
  for (;;) {
    const { spikes } = (await (await fetch(`${address}/api/v1/spikes`)).json()) as { spikes: unknown[] };
    if (spikes.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
