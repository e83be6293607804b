import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClaimedFeed, PollRecord } from '../../lib/feed';
import { createDatabase, type Database } from '../../server/db/client';
import { knownEntries } from '../../server/db/known';
import { storeEntries } from '../../server/db/store';
import { createFetcher } from '../../server/ingest/fetch';
import { createPoller } from '../../server/ingest/poll';
import { createFeedReader } from '../../server/ingest/read';
import { tags, testFeed } from '../support/articles';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { createEdition, type DayItem } from '../support/hostile-day/edition';
import { createFaults } from '../support/hostile-day/faults';
import { judgeDay } from '../support/hostile-day/verdict';
import { createHostileServer } from '../support/hostile-server';
import { madeUpReport } from '../support/made-up-news';
import { seeded } from '../support/random';

let test_: TestDatabase;
let db: Database;

beforeAll(async () => {
  test_ = await createTestDatabase();
  db = createDatabase(test_.connectionString, (error) => { throw error; });
});
afterAll(async () => {
  await db.close();
  await test_.drop();
});

const DAY = 86_400_000;
const STEPS = 24;
const SILENT = { debug: () => undefined, warn: () => undefined, error: () => undefined };
const fetcherOf = (hostPort: string) => createFetcher({
  allowPrivate: new Set([hostPort]), userAgent: 'Marsad (test)', connectTimeoutMs: 300, totalTimeoutMs: 300, maxBytes: 1_000_000,
});

/** Four publishers of sixty reports each, one a moment over the day; every tenth is edited later, every fifteenth is shown under two addresses. */
function reports(): DayItem[] {
  return ['أ', 'ب', 'ج', 'د'].flatMap((source, s) => Array.from({ length: 60 }, (_, n): DayItem => {
    const again = n % 15 === 14;
    return {
      ...madeUpReport(s * 1000 + (again ? n - 1 : n)), id: `item-${s}-${5000 + n}`, source, at: (n / 60) * DAY,
      url: `http://news-${s}.example/2017/${5000 + n}`, editedAt: n % 10 === 7 ? (n / 60) * DAY + DAY / 12 : null,
    };
  }));
}

/** What a feed's row remembers of a poll. */
const remembered = (feed: ClaimedFeed, { etag, lastModified, bodyHash, failures }: PollRecord & { failures: number }): ClaimedFeed =>
  ({ ...feed, etag, lastModified, bodyHash, failures, first: false });

test('a day of feeds that fail in every way: each id is on one article, nothing is doubled, swallowed or lost', async () => {
  const random = seeded(2017);
  const edition = createEdition(reports(), { began: new Date(Date.now() - DAY), window: 12, sections: 2, random });
  const faults = createFaults({ share: 0.5, slowShare: 0.05, random });
  let elapsed = 0;
  let honest = false;
  const server = await createHostileServer({
    items: (name) => edition.document(name, elapsed), fault: () => (honest ? 'feed' : faults.next()), onServed: edition.served, dripMs: 20,
  });
  const fetcher = fetcherOf(server.hostPort);
  const read = createFeedReader({ detectLanguage: () => ({ lang: 'ar', score: 1 }) });
  const poller = createPoller({
    fetch: fetcher.fetch,
    parse: read,
    tag: (inputs) => Promise.resolve(inputs.map(() => tags([], [], ''))),
    known: (feed, entries) => knownEntries(db, feed, entries),
    // a process may die before it stores, and after it has stored but before it says so
    async store(feed, fetchedAt, batch) {
      if (!honest && random() < 0.05) throw new Error('killed before');
      const result = await storeEntries(db, feed, fetchedAt, batch);
      if (!honest && random() < 0.05) throw new Error('killed after');
      return result;
    },
    now: () => new Date(), minSeconds: 60, log: SILENT,
  });
  const feeds = new Map<string, ClaimedFeed>();
  for (const { name, source } of edition.feeds) {
    const feed = await testFeed(db, server.url(name), `publisher-${source.codePointAt(0)}`);
    await db.pool.query('update feed set title = $1 where id = $2', [name, feed.id]);
    feeds.set(name, feed);
  }
  const outcomes = new Map<string, number>();
  const pollAll = () => Promise.all([...feeds].map(async ([name, feed]) => {
    const began = Date.now();
    const record = await poller.poll(feed);
    // died before it could store, or gave up before the last byte: nobody has that document
    if (record.outcome === 'store-error' || record.outcome === 'timeout') edition.takeBack(name, began);
    outcomes.set(record.outcome, (outcomes.get(record.outcome) ?? 0) + 1);
    feeds.set(name, remembered(feed, { ...record, failures: 0 }));
  }));
  try {
    for (let step = 0; step <= STEPS; step += 1) {
      elapsed = (step / STEPS) * DAY;
      await pollAll();
    }
    honest = true;
    await pollAll();
  } finally {
    await fetcher.close();
    await server.close();
  }
  const verdict = await judgeDay(db.pool, edition);
  expect(verdict).toMatchObject({ lost: [], torn: [], doubled: [], swallowed: [], falseEdits: [], once: verdict.served, counted: verdict.articles });
  expect(verdict.merged).toBeGreaterThan(0);
  expect(verdict.edited).toBeGreaterThan(0);
  expect(verdict.served).toBeGreaterThan(350);
  expect(faults.seen.size).toBeGreaterThan(40);
  expect(outcomes.size).toBeGreaterThan(8);
}, 120_000);
