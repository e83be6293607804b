import type pg from 'pg';
import { isSuccess, type ClaimedFeed, type PollRecord } from '../../lib/feed';
import { appendChanges } from './changes';
import { transaction, type Database } from './client';
import { recordOutage } from './outages';
import { ADDING_LOCK } from './sources/add';

// All of it in one statement, parsed once a connection: this is what an unchanged feed costs. Where the feed's address was changed
// while it was asked, what is remembered would be of the old one; where the feed was deleted, there is nothing to remember.
const RECORD = `
  with logged as (
    insert into poll (feed_id, started_at, finished_at, outcome, detail, http_status, bytes, entries, new_articles, edited)
    select $1, $3, $4, $5, $6, $7, $8, $9, $10, $11 where exists (select 1 from feed where id = $1)
  ), remembered as (
    update feed set
      last_poll_at = $4, last_outcome = $5, last_error = $6, failures = $12, interval_seconds = $13, next_poll_at = $14,
      next_poll_reason = $15, etag = $16, last_modified = $17, body_hash = $18, items_per_day = $19, ttl_seconds = $20,
      last_success_at = case when $21 then $4 else last_success_at end,
      first_success_at = case when $21 then coalesce(first_success_at, last_success_at, $4) else first_success_at end,
      last_failure_at = case when $21 then last_failure_at else $4 end,
      status = case when $5 = 'gone' and status = 'active' then 'gone'::feed_status else status end
    where id = $1 and url = $2
  )
  update origin set lease_owner = null, lease_until = null where origin = $22 and lease_owner = $23`;

/**
 * Stores what a poll came to, sets the feed's next one and gives its origin's lease back, all or nothing. A change of
 * its health, or of what is known to be missing, goes into the log.
 */
export async function recordPoll(db: Database, owner: string, feed: ClaimedFeed, record: PollRecord): Promise<void> {
  const success = isSuccess(record.outcome);
  const wasHealthy = !feed.first && feed.failures === 0;
  const statement = statementOf(owner, feed, record, success);
  const { movedTo, outage } = record;
  if (success === wasHealthy && movedTo === null && outage === null) return void (await db.pool.query(statement));
  await transaction(db.pool, async (client) => {
    // two feeds that move to one address at once would both find it free; taken before any feed's row, as whoever edits feeds does
    if (movedTo !== null) await client.query(ADDING_LOCK);
    await client.query(statement);
    const holes = outage !== null && await recordOutage(client, feed, outage);
    if (movedTo !== null) await moveFeed(client, feed, movedTo);
    if (success !== wasHealthy || holes) await appendChanges(client, [{ kind: 'feed:changed', articleId: null, version: null }]);
  });
}

function statementOf(owner: string, feed: ClaimedFeed, record: PollRecord, success: boolean): pg.QueryConfig {
  const values = [
    feed.id, feed.url, record.startedAt, record.finishedAt, record.outcome, record.detail, record.httpStatus, record.bytes,
    record.entries, record.newArticles, record.edited, success ? 0 : feed.failures + 1, record.intervalSeconds, record.nextPollAt,
    JSON.stringify(record.nextPollReason), record.etag, record.lastModified, record.bodyHash, record.itemsPerDay, record.ttlSeconds, success,
    feed.origin, owner,
  ];
  return { name: 'record-poll', text: RECORD, values };
}

/** A permanent redirect is the feed's new address, unless another feed has it already. */
async function moveFeed(client: pg.PoolClient, feed: ClaimedFeed, url: string): Promise<void> {
  const { origin } = new URL(url);
  await client.query('insert into origin (origin) values ($1) on conflict do nothing', [origin]);
  await client.query(
    'update feed set url = $2, origin = $3 where id = $1 and url = $4 and not exists (select 1 from feed where url = $2)', [feed.id, url, origin, feed.url],
  );
}
