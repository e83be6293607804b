import type { Database } from './client';
import { giveUpOldPages } from './pages';
import { expireArticles } from './retention';

/** How long what only tells of the past is kept. Counts are not touched, articles only where a retention is set. */
const KEEP_POLLS_DAYS = 30;
const KEEP_CHANGES_DAYS = 7;
const KEEP_TASKS_DAYS = 7;
/** Since a feed listed it last: a feed that never changes is not read either, so this is long. */
const KEEP_TOMBSTONES_DAYS = 180;
/** as long as a browser keeps their cookie at most */
const KEEP_READERS_DAYS = 400;
const BATCH = 10_000;

const DELETIONS: [statement: string, days: number][] = [
  ['delete from poll where id in (select id from poll where started_at < $1 order by started_at limit $2)', KEEP_POLLS_DAYS],
  // The newest row stays: it is where the log stands.
  ['delete from change where seq in (select seq from change where at < $1 and seq < (select max(seq) from change) order by seq limit $2)', KEEP_CHANGES_DAYS],
  [`delete from task where id in (select id from task where finished_at < $1 and state in ('done', 'failed') order by id limit $2)`, KEEP_TASKS_DAYS],
  ['delete from tombstone where ctid in (select ctid from tombstone where seen_at < $1 order by seen_at limit $2)', KEEP_TOMBSTONES_DAYS],
  ['delete from reader where id in (select id from reader where seen_at < $1 order by seen_at limit $2)', KEEP_READERS_DAYS],
];

/**
 * Deletes old polls, changes, tasks and tombstones, readers who stay away, and the articles that are older than they are to be kept, a batch of each; gives up pages whose turn never came.
 * @returns whether there may be more
 */
export async function tidy(db: Database, now: Date): Promise<boolean> {
  let { more } = await expireArticles(db, now);
  await giveUpOldPages(db, now);
  for (const [statement, days] of DELETIONS) {
    const { rowCount } = await db.pool.query(statement, [new Date(now.getTime() - days * 86_400_000), BATCH]);
    if (rowCount === BATCH) more = true;
  }
  return more;
}
