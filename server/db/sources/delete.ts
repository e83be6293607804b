import type pg from 'pg';
import { BadSourceError } from '../../../lib/source';
import { appendChanges, type NewChange } from '../changes';
import { transaction, type Database } from '../client';
import { leaveOut } from '../left-out';
import { DOOMED, deleteWithCounts, type Doomed } from '../doomed';

/** Articles deleted in one transaction, so that a poll never waits long for their counts. */
const BATCH = 500;

// One that another feed shows too stays with that.
const ITS_OWN = `${DOOMED}
  where id in (
    select f.article_id from article_feed f
    where f.feed_id = $1 and not exists (select 1 from article_feed other where other.article_id = f.article_id and other.feed_id <> $1)
    limit ${BATCH})
  order by id for update`;

const FEED_CHANGED: NewChange = { kind: 'feed:changed', articleId: null, version: null };

async function deleteBatch(client: pg.PoolClient, id: number): Promise<{ count: number; changes: NewChange[] }> {
  const { rows } = await client.query<Doomed>(ITS_OWN, [id]);
  return { count: rows.length, changes: await deleteWithCounts(client, rows) };
}

/** Keeps new polls out; what one that is running stores meanwhile is found by the next batch. */
async function pause(db: Database, id: number): Promise<boolean> {
  const { rows: [feed] } = await db.pool.query<{ sample: boolean }>(`update feed set status = 'paused' where id = $1 and not sample returning sample`, [id]);
  if (feed) return true;
  const { rowCount } = await db.pool.query('select 1 from feed where id = $1', [id]);
  if (rowCount) throw new BadSourceError('the sample is not to be deleted here: remove it from the dashboard', 'sample-fixed');
  return false;
}

/** Locks the feed, which keeps a running poll from storing more, deletes what is left and the feed itself. */
async function finish(db: Database, id: number, withArticles: boolean): Promise<number> {
  return transaction(db.pool, async (client) => {
    await client.query('select 1 from feed where id = $1 for update', [id]);
    let removed = 0;
    const changes: NewChange[] = [];
    for (let more = withArticles; more;) {
      const batch = await deleteBatch(client, id);
      removed += batch.count;
      changes.push(...batch.changes);
      more = batch.count === BATCH;
    }
    const { rows: [gone] } = await client.query<{ publisherId: number; origin: string; url: string; listedUrl: string | null }>(
      'delete from feed where id = $1 returning publisher_id as "publisherId", origin, url, listed_url as "listedUrl"', [id]);
    if (gone) {
      await deleteBereaved(client, gone);
      await leaveOut(client, [gone.url, gone.listedUrl]);
    }
    await appendChanges(client, [...changes, FEED_CHANGED]);
    return removed;
  });
}

/** A publisher without feeds and articles is nobody any more, and an origin without feeds and pages is asked no more. */
async function deleteBereaved(client: pg.PoolClient, { publisherId, origin }: { publisherId: number; origin: string }): Promise<void> {
  await client.query(
    `delete from publisher p where id = $1 and not exists (select 1 from feed where publisher_id = p.id)
       and not exists (select 1 from article where publisher_id = p.id)`, [publisherId]);
  await client.query(
    `delete from origin o where origin = $1 and not exists (select 1 from feed where feed.origin = o.origin)
       and not exists (select 1 from page_fetch where page_fetch.origin = o.origin) and (lease_until is null or lease_until < clock_timestamp())`, [origin]);
}

/**
 * Deletes a feed; with its articles in batches, newest counts included. Should it be cut off, the feed stays, paused, with what is left.
 * @returns how many articles went with it; null where there is none of that id
 * @throws BadSourceError for the sample
 */
export async function deleteSource(db: Database, id: number, articles: 'keep' | 'delete'): Promise<{ removed: number } | null> {
  if (!(await pause(db, id))) return null;
  let removed = 0;
  for (let count = articles === 'delete' ? BATCH : 0; count === BATCH;) {
    count = await transaction(db.pool, async (client) => {
      const batch = await deleteBatch(client, id);
      await appendChanges(client, batch.changes);
      return batch.count;
    });
    removed += count;
  }
  return { removed: removed + (await finish(db, id, articles === 'delete')) };
}
