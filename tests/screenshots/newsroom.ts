import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseWire, type WireItem } from '../../server/sample/wire';
import { createFeedServer } from '../support/feed-server';
import { temporaryFolder } from '../support/folders';
import { startMarsad } from '../support/marsad';

/** Made-up newspapers: no picture puts words into a real one's mouth. */
const PAPERS = ['صحيفة المرصد', 'وكالة الضفتين', 'The Observatory', 'جريدة الساحل', 'Harbour Post', 'أخبار البادية'];
const HOUR = 3_600_000;
const SPAN_HOURS = 22;
const LOOK_EVERY_MS = 100;

export interface PictureNewsroom {
  address: string;
  stop(): Promise<void>;
}

/** A day of news: more of it in the morning and in the afternoon, as days are. */
function timesOf(count: number, now: number): Date[] {
  return Array.from({ length: count }, (_, n) => {
    const share = n / count;
    return new Date(now - Math.round((share + 0.06 * Math.sin(share * 4 * Math.PI)) * SPAN_HOURS * HOUR));
  });
}

async function wireOf(projectDir: string): Promise<WireItem[]> {
  return parseWire(JSON.parse(await readFile(path.join(projectDir, 'data/sample-wire.json'), 'utf8')));
}

/** Marsad on feeds that hold the sample wire's texts, our own, spread over the last day. Resolves once all are stored. */
export async function openNewsroom(projectDir: string): Promise<PictureNewsroom> {
  const [site, folder, wire] = await Promise.all([createFeedServer(), temporaryFolder(), wireOf(projectDir)]);
  const feeds = PAPERS.map((title, n) => site.feed(`/${n + 1}.xml`, { title }));
  const times = timesOf(wire.length, Date.now());
  wire.forEach(({ id, title, text, lang }, n) => feeds[n % feeds.length]?.publish({ id, title, text, lang, publishedAt: times[n] ?? new Date() }));
  const list = path.join(folder.path, 'feeds.json');
  await writeFile(list, JSON.stringify(feeds.map(({ url }, n) => ({
    publisher: { slug: `paper-${n + 1}`, name: PAPERS[n], country: null }, url, title: PAPERS[n], language: null, country: null,
  }))));
  const dataDir = path.join(folder.path, 'data');
  await mkdir(dataDir);
  const marsad = await startMarsad({ dataDir, env: { FEEDS: list, ALLOW_PRIVATE_FEEDS: site.hostPort } });
  await stored(marsad.address, wire.length);
  return {
    address: marsad.address,
    async stop() {
      await marsad.stop();
      await site.close();
      await folder.remove();
    },
  };
}

/** There is no event to wait for outside of Marsad: its health tells. */
async function stored(address: string, articles: number): Promise<void> {
  for (;;) {
    const health = (await (await fetch(`${address}/api/health`)).json()) as { articles: number };
    if (health.articles >= articles) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
