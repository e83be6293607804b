import { isSuccess, type ClaimedFeed, type PollRecord } from '../../lib/feed';
import { appendChanges } from './changes';
import { transaction, type Database } from './client';

const REMEMBER = `
  update feed set
    last_poll_at = $2, last_outcome = $3, last_error = $4, failures = $5, interval_seconds = $6, next_poll_at = $7,
    next_poll_reason = $8, etag = $9, last_modified = $10, body_hash = $11,
    last_success_at = case when $12 then $2 else last_success_at end,
    first_success_at = case when $12 then coalesce(first_success_at, last_success_at, $2) else first_success_at end,
    last_failure_at = case when $12 then last_failure_at else $2 end,
    items_per_day = $13, ttl_seconds = $14,
    status = case when $3 = 'gone' then 'gone'::feed_status else status end
  where id = $1`;

const LOG = `
  insert into poll (feed_id, started_at, finished_at, outcome, detail, http_status, bytes, entries, new_articles, edited)
  select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 where exists (select 1 from feed where id = $1)`;

/**
 * Stores what a poll came to, sets the feed's next one and gives its origin's lease back, all or nothing. A change of
 * its health goes into the log. A feed that was deleted meanwhile is let go silently: there is nothing to remember.
 */
export async function recordPoll(db: Database, owner: string, feed: ClaimedFeed, record: PollRecord): Promise<void> {
  const success = isSuccess(record.outcome);
  const wasHealthy = !feed.first && feed.failures === 0;
  await transaction(db.pool, async (client) => {
    await client.query(LOG, [
      feed.id, record.startedAt, record.finishedAt, record.outcome, record.detail, record.httpStatus, record.bytes,
      record.entries, record.newArticles, record.edited,
    ]);
    await client.query(REMEMBER, [
      feed.id, record.finishedAt, record.outcome, record.detail, success ? 0 : feed.failures + 1,
      record.intervalSeconds, record.nextPollAt, JSON.stringify(record.nextPollReason), record.etag, record.lastModified, record.bodyHash, success,
      record.itemsPerDay, record.ttlSeconds,
    ]);
    if (record.movedTo) await moveFeed(client, feed, record.movedTo);
    await client.query(
      'update origin set lease_owner = null, lease_until = null where origin = $1 and lease_owner = $2', [feed.origin, owner],
    );
    if (success !== wasHealthy) await appendChanges(client, [{ kind: 'feed:changed', articleId: null, version: null }]);
  });
}

/** A permanent redirect is the feed's new address, unless another feed has it already. */
async function moveFeed(client: { query: (sql: string, values: unknown[]) => Promise<unknown> }, feed: ClaimedFeed, url: string): Promise<void> {
  const { origin } = new URL(url);
  await client.query('insert into origin (origin) values ($1) on conflict do nothing', [origin]);
  await client.query(
    'update feed set url = $2, origin = $3 where id = $1 and not exists (select 1 from feed where url = $2)', [feed.id, url, origin],
  );
}
