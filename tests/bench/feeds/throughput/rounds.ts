import type { Database } from '../../../../server/db/client';
import { addFeeds } from '../../../../server/db/feeds';
import type { Child } from './child';
import { createDocuments, etagOf, hashOf, hostOf } from './documents';
import type { Usage } from './messages';

/** What asking all feeds once came to. */
export interface Round {
  feeds: number;
  outcomes: Record<string, number>;
  ms: number;
  /** of the ingest process, milliseconds */
  cpuMs: number;
  /** resident set at the end, bytes */
  rss: number;
}

const LOOK_MS = 100;
const GIVE_UP_MS = 600_000;

const addressOf = (feed: number, port: number) => `http://${hostOf(feed)}:${port}/feed`;
export const hostPortOf = (feed: number, port: number) => `${hostOf(feed)}:${port}`;

/**
 * Adds feeds `from` to `to`, due in a day.
 * @param known as if they had been read before, and stood as they stand now
 */
export async function addBenchFeeds(db: Database, projectDir: string, port: number, from: number, to: number, known: boolean): Promise<void> {
  const numbers = Array.from({ length: to - from }, (_, i) => from + i);
  for (let start = 0; start < numbers.length; start += 1000) {
    await addFeeds(db, numbers.slice(start, start + 1000).map((n) => ({
      publisher: { slug: `paper-${n}`, name: `صحيفة ${n}`, country: null }, url: addressOf(n, port), title: `صحيفة ${n}`, language: null, country: null,
    })));
  }
  await db.pool.query(`update feed set next_poll_at = clock_timestamp() + interval '1 day'`);
  if (!known) return;
  const document = createDocuments(projectDir);
  const hashes = numbers.map((n) => hashOf(document(n)));
  await db.pool.query(
    `update feed set last_success_at = clock_timestamp(), body_hash = k.hash, etag = k.etag
     from unnest($1::text[], $2::text[], $3::text[]) as k(url, hash, etag) where feed.url = k.url`,
    [numbers.map((n) => addressOf(n, port)), hashes, hashes.map(etagOf)],
  );
  await db.pool.query('analyze feed; analyze origin');
}

/** All feeds at once become due; until each has been asked. @throws where that takes too long */
export async function askAll(db: Database, ingest: Child): Promise<Round> {
  const { rows: [count] } = await db.pool.query<{ feeds: number; poll: string }>('select count(*)::int as feeds, (select coalesce(max(id), 0) from poll) as poll from feed');
  const [feeds, last] = [count?.feeds ?? 0, count?.poll ?? '0'];
  const before = await ingest.ask<Usage>('usage');
  const began = performance.now();
  await db.pool.query('update feed set next_poll_at = clock_timestamp()');
  for (;;) {
    const { rows } = await db.pool.query<{ outcome: string; count: number }>('select outcome, count(*)::int as count from poll where id > $1 group by outcome', [last]);
    if (rows.reduce((sum, row) => sum + row.count, 0) >= feeds) {
      const ms = performance.now() - began;
      const after = await ingest.ask<Usage>('usage');
      return { feeds, ms, cpuMs: (after.cpu - before.cpu) / 1000, rss: after.rss, outcomes: Object.fromEntries(rows.map((row) => [row.outcome, row.count])) };
    }
    if (performance.now() - began > GIVE_UP_MS) throw new Error(`not all of ${feeds} feeds were asked: ${JSON.stringify(rows)}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
