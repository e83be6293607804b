import { keyName } from '../../../lib/key';
import type { TopicDefinition } from '../../../lib/topic';
import type { RetagProgress } from '../../../lib/own-topic';
import { appendChanges } from '../changes';
import { transaction, type Database } from '../client';
import { lockOwnTopics } from './standing';

/** A topic's way over the articles, in this process's hands. */
export interface ClaimedRetag {
  topicId: string;
  version: number;
  /** articles of lower ids are still to be looked at */
  cursor: string;
  done: number;
  topic: { name: string; colour: string | null };
  /** null: the topic was deleted, and goes off its articles */
  definition: TopicDefinition | null;
}

export interface RetagArticle {
  id: string;
  /** as it was read: where it is another by the time of writing, the article was stored anew, with the topic as it stands */
  version: number;
  title: string;
  text: string;
  lang: string | null;
}

const CLAIM = `
  update retag r set lease_until = clock_timestamp() + $1::interval, state = 'running'
  from topic t, (select topic_id, state from retag where state in ('waiting', 'running') and (lease_until is null or lease_until < clock_timestamp())
    order by started_at limit 1 for update skip locked) due
  where r.topic_id = due.topic_id and t.id = r.topic_id
  returning r.topic_id as "topicId", r.version, r.cursor, r.done, due.state, t.removed_at as "removedAt", t.definition,
    jsonb_build_object('name', t.label_ar, 'colour', t.colour) as topic`;

const TOTALS = {
  on: 'select count(*) from article where id < r.cursor',
  off: 'select count(*) from article_key where keys && array(select id from key where name = \'topic:\' || r.topic_id)',
};

type ClaimRow = ClaimedRetag & { state: RetagProgress['state']; removedAt: Date | null };

/** The topic that waits longest, or whose process died, for this process alone; null where none waits. */
export async function claimRetag(db: Database, leaseSeconds: number): Promise<ClaimedRetag | null> {
  return transaction(db.pool, async (client) => {
    const { rows: [row] } = await client.query<ClaimRow>(CLAIM, [`${leaseSeconds} seconds`]);
    if (!row) return null;
    const { state, removedAt, ...claim } = row;
    if (state === 'waiting') await client.query(`update retag r set total = (${removedAt ? TOTALS.off : TOTALS.on}) where topic_id = $1`, [claim.topicId]);
    return removedAt ? { ...claim, definition: null } : claim;
  });
}

const NEXT = {
  on: 'select id, version, title, text, lang from article where id < $1 order by id desc limit $2',
  // in no order: those that were looked at have it no more
  off: `select a.id, a.version, '' as title, '' as text, a.lang
    from (select article_id from article_key where keys && array(select id from key where name = $1) limit $2) k join article a on a.id = k.article_id order by a.id desc`,
};

/** The next articles to be looked at, newest first: of a topic that is deleted some that have it. */
export async function nextRetagArticles(db: Database, claim: ClaimedRetag, limit: number): Promise<RetagArticle[]> {
  const { rows } = claim.definition
    ? await db.pool.query<RetagArticle>(NEXT.on, [claim.cursor, limit])
    : await db.pool.query<RetagArticle>(NEXT.off, [keyName('topic', claim.topicId), limit]);
  return rows;
}

/** Whether the claim is still its holder's: not where the topic was saved anew, or another process went on with it. */
export const FENCE = 'topic_id = $1 and version = $2 and cursor = $3';

/**
 * Ends a topic's way. One that was deleted is gone with it, from the counts too. Open dashboards count anew.
 * @param error why the topic can't be put on articles; null: all is done
 */
export async function finishRetag(db: Database, { topicId, version, cursor, definition }: ClaimedRetag, error: string | null): Promise<void> {
  await transaction(db.pool, async (client) => {
    if (definition === null) await lockOwnTopics(client);
    const { rowCount } = await client.query(
      `update retag set state = $4, error = $5, total = greatest(done, case when $4 = 'done' then 0 else total end), lease_until = null,
         finished_at = clock_timestamp() where ${FENCE}`,
      [topicId, version, cursor, error === null ? 'done' : 'failed', error?.replaceAll('\u0000', '') ?? null],
    );
    if (rowCount === 0) return;
    if (definition === null && error === null) {
      await client.query(`delete from correction where kind = 'topic' and target_id = $1`, [topicId]);
      await client.query('delete from topic where id = $1', [topicId]);
      await client.query(
        `delete from mention m using (
           select m.key, m.hour from mention m join key k on k.id = m.key where k.name = $1 order by m.hour for update of m) gone
         where m.key = gone.key and m.hour = gone.hour`, [keyName('topic', topicId)]);
    }
    await appendChanges(client, [{ kind: 'topics:changed', articleId: null, version: null }]);
  });
}

/** Hands the claim back, so that another process need not wait for its lease to end. */
export async function releaseRetag(db: Database, { topicId, version, cursor }: ClaimedRetag): Promise<void> {
  await db.pool.query(`update retag set lease_until = null where ${FENCE} and state = 'running'`, [topicId, version, cursor]);
}
