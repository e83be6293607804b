import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { TaggedEntry } from '../../../lib/entry';
import type { ClaimedFeed } from '../../../lib/feed';
import { termsOf } from '../../../lib/text/terms';
import { createDatabase, transaction, type Database } from '../../../server/db/client';
import { deleteWithCounts, DOOMED, type Doomed } from '../../../server/db/doomed';
import { startEmbeddedPostgres } from '../../../server/db/embedded-postgres';
import { applyMigrations } from '../../../server/db/migrate';
import { syncTopics } from '../../../server/db/places';
import { storeEntries } from '../../../server/db/store';
import { temporaryFolder } from '../../support/folders';
import type { Row } from '../figures';
import { publishersAndFeeds } from './fill';
import { hashOf, type World } from './generate';
import { END, type History } from './history';

const BATCHES = 230;
const BATCH = 20;
/** Not counted, on either database: as a Marsad that has run for a while. */
const WARM = 100;

/** News comes one by one: 3,000 at one instant would be looked through for twins as no news ever is. */
const APART_MS = 2_000;
const timeOf = (nth: number): Date => new Date(END.getTime() + 3_600_000 + nth * APART_MS);

/** An article of after the history, as the tagger hands it over. @param nth of the new ones */
function taggedEntry(world: World, n: number, nth: number): TaggedEntry & { publisher: number } {
  const { title, text, lang, places, topics, publisher } = world.article(n);
  const link = `https://news.example/new/${n}`;
  return {
    publisher,
    entry: {
      guid: link, link, canonicalUrl: link, linkKind: null, identity: link, contentHash: hashOf(`${title}\n${text}`), title, text, datelineEnd: null, points: [], html: null, author: null,
      categories: [], publishedAt: timeOf(nth).toISOString(), publishedRaw: null, dateFlag: null, updatedAt: null, lang, dir: 'rtl',
    },
    tags: { places, topics, focusCountries: [], terms: termsOf(`${title}\n${text}`, lang) },
  };
}

async function feedOf(db: Database, publisher: number): Promise<ClaimedFeed> {
  const row = await db.prisma.feed.findFirstOrThrow({ where: { publisherId: publisher + 1 } });
  return {
    id: row.id, url: row.url, publisherId: row.publisherId, origin: row.originKey, language: 'ar', country: null, timezone: null, etag: null, lastModified: null, bodyHash: null,
    intervalSeconds: 60, itemsPerDay: null, ttlSeconds: null, addedAt: row.addedAt, askedSince: row.askedSince, lastSuccessAt: END, failures: 0, first: false, sample: false, fullArticles: false, pushed: false,
  };
}

/** Articles stored a second, one batch of one feed after the other, the first ones not counted. */
async function storeSome(db: Database, world: World, from: number): Promise<number> {
  const articles = Array.from({ length: BATCHES * BATCH }, (_, k) => taggedEntry(world, from + k, k));
  let began = 0;
  for (let n = 0; n < BATCHES; n += 1) {
    if (n === WARM) began = performance.now();
    const tagged = articles.slice(n * BATCH, (n + 1) * BATCH);
    await storeEntries(db, await feedOf(db, tagged[0]?.publisher ?? 0), timeOf(n * BATCH), { tagged, seen: [] });
  }
  return ((BATCHES - WARM) * BATCH) / ((performance.now() - began) / 1000);
}

async function removeNew(db: Database): Promise<void> {
  await transaction(db.pool, async (client) => {
    const { rows } = await client.query<Doomed>(`${DOOMED} where identity like 'https://news.example/new/%' for update`);
    await deleteWithCounts(client, rows);
  });
}

async function onEmpty(world: World, from: number, say: (line: string) => void): Promise<number> {
  const folder = await temporaryFolder();
  const server = await startEmbeddedPostgres({ dataDir: path.join(folder.path, 'empty'), log: say });
  try {
    await applyMigrations({ connectionString: server.connectionString });
    const db = createDatabase(server.connectionString, (error) => { throw error; });
    await publishersAndFeeds(db, world.publishers);
    await syncTopics(db, world.topics);
    const rate = await storeSome(db, world, from);
    await db.close();
    return rate;
  } finally {
    await server.stop();
    await folder.remove();
  }
}

/** How fast articles are stored beside a long history, against an empty database. The history is left as it was. */
export async function measureStoring({ db, world, total }: History, say: (line: string) => void): Promise<Row[]> {
  const empty = await onEmpty(world, total, say);
  const full = await storeSome(db, world, total);
  await removeNew(db);
  const percent = Math.round((100 * full) / empty);
  return [{ what: 'storing beside it, against an empty database', figure: `${percent} % (${Math.round(full)} against ${Math.round(empty)} articles a second)`, aim: '>= 80 %', how: `${BATCHES - WARM} batches of ${BATCH} articles of one feed, one after the other, published ${APART_MS / 1000} s apart, after ${WARM} that aren't counted` }];
}
