import type { FeedStatus } from '../../lib/dashboard';
import type { Database } from './client';
import { newestCursor } from './changes';
import type { Health } from './handle';
import { ALL_KEY, EXPIRED_KEY } from './reindex';

interface FeedRow {
  feeds: number;
  healthy: number;
  failing: number;
  waiting: number;
  lastPollAt: Date | null;
  sample: boolean;
}

const FEEDS = `
  select (count(*) filter (where not sample))::int as feeds,
    (count(*) filter (where asked and last_poll_at is not null and failures = 0))::int as healthy,
    (count(*) filter (where asked and failures > 0))::int as failing,
    (count(*) filter (where asked and last_poll_at is null))::int as waiting,
    max(last_poll_at) as "lastPollAt", coalesce(bool_or(sample), false) as sample
  from (select *, not sample and status <> 'paused' as asked from feed) as each_feed`;

/** From the counters, less what expired, since counting the articles themselves takes longer with every one of them. */
async function countArticles(db: Database, hasSample: boolean): Promise<{ articles: number; samples: number | null }> {
  const { rows: [sums] } = await db.pool.query<{ articles: string; samples: string }>(
    `select coalesce(sum(case key when ${ALL_KEY} then count else -count end), 0) as articles,
       (select count(*) from article where publisher_id in (select id from publisher where sample)) as samples
     from mention where key in (${ALL_KEY}, ${EXPIRED_KEY})`);
  return { articles: Number(sums?.articles ?? 0), samples: hasSample ? Number(sums?.samples ?? 0) : null };
}

/** How the real feeds are, as the page's footer tells it: paused ones are counted, as the page Sources does, but nothing is said of them; the sample wire is told apart. */
export async function readStatus(db: Database): Promise<FeedStatus> {
  const { rows: [feeds] } = await db.pool.query<FeedRow>(FEEDS);
  const { articles, samples } = await countArticles(db, feeds?.sample ?? false);
  return {
    feeds: feeds?.feeds ?? 0,
    healthy: feeds?.healthy ?? 0,
    failing: feeds?.failing ?? 0,
    waiting: feeds?.waiting ?? 0,
    lastPollAt: feeds?.lastPollAt?.toISOString() ?? null,
    articles,
    sample: samples === null ? null : { articles: samples },
  };
}

const DOWN: Health = { status: 'down', database: 'unreachable', cursor: null, articles: null, feeds: null, lastPollAt: null };

/** @param onError told why, where the database can't be asked: the answer itself says only that it can't */
export async function readHealth(db: Database, onError: (error: unknown) => void): Promise<Health> {
  try {
    const [status, cursor] = await Promise.all([readStatus(db), newestCursor(db)]);
    return {
      status: 'ok', database: 'ok', cursor, articles: status.articles, lastPollAt: status.lastPollAt,
      feeds: { total: status.feeds, healthy: status.healthy, failing: status.failing, waiting: status.waiting },
    };
  } catch (error) {
    onError(error);
    return DOWN;
  }
}
