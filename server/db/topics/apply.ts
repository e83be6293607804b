import type pg from 'pg';
import { keyName } from '../../../lib/key';
import type { TopicTag } from '../../../lib/topic';
import { appendChanges, type NewChange } from '../changes';
import { transaction, type Database } from '../client';
import { correctionsOf, withhold } from '../corrections/withhold';
import { keyIdsWithin } from '../keys';
import { toJson } from '../json';
import { lockPublisher } from '../publisher-lock';
import { readIndexed, reindex } from '../reindex';
import { baseBucket } from '../store-plan';
import { FENCE, type ClaimedRetag, type RetagArticle } from './retag';

/** An article that was looked at, and what the topic came to on it. */
export interface Retagged {
  article: Pick<RetagArticle, 'id' | 'version'>;
  tag: TopicTag | null;
}

/** The articles looked at first, the newest, are told to open dashboards one by one; of the others those see the counts. */
export const TOLD_SINGLY = 2_000;

interface Locked {
  id: string;
  version: number;
  sortAt: Date;
  had: boolean;
}

const DIFFERENT = `
  select w.id from jsonb_to_recordset($2::jsonb) as w(id bigint, score float8, evidence jsonb)
  left join article_topic t on t.article_id = w.id and t.topic_id = $1
  where (t.score, t.evidence) is distinct from (w.score, w.evidence)`;

const LOCK = 'select id from article where id = any($1::bigint[]) order by id for update';
const LOCKED = `
  select a.id, a.version, a.sort_at as "sortAt", exists (select 1 from article_topic t where t.article_id = a.id and t.topic_id = $2) as had
  from article a where a.id = any($1::bigint[]) order by a.id`;

const PUT = `
  insert into article_topic (article_id, topic_id, score, evidence)
  select id, $1, score, evidence from jsonb_to_recordset($2::jsonb) as w(id bigint, score float8, evidence jsonb) order by id
  on conflict (article_id, topic_id) do update set score = excluded.score, evidence = excluded.evidence`;

/** Locks of those articles whose tag is another: first their publishers, so that nobody stores them, then their rows, each in order. */
async function lock(client: pg.PoolClient, topicId: string, ids: readonly string[]): Promise<Locked[]> {
  const { rows: publishers } = await client.query<{ id: number }>(
    'select distinct publisher_id as id from article where id = any($1::bigint[]) order by 1', [ids]);
  for (const { id } of publishers) await lockPublisher(client, id);
  await client.query(LOCK, [ids]);
  // a statement of its own: it sees what was committed while the locks were waited for
  return (await client.query<Locked>(LOCKED, [ids, topicId])).rows;
}

/** Articles that gained the topic are found under it and counted by it, those that lost it no more. */
async function index(client: pg.PoolClient, topicId: string, gained: ReadonlySet<string>, lost: readonly Locked[]): Promise<void> {
  const name = keyName('topic', topicId);
  const topic = (await keyIdsWithin(client, [name])).get(name) as number;
  const was = await readIndexed(client, [...gained, ...lost.map(({ id }) => id)]);
  await reindex(client, was, was.map((one) => {
    const others = one.keys.filter((key) => key !== topic);
    return { ...one, keys: gained.has(one.articleId) ? [...others, topic].sort((a, b) => a - b) : others };
  }));
}

/** What is left of the topic on these articles where a reader took it off some; what is withheld from those is kept for an undo. */
async function corrected(client: pg.PoolClient, topicId: string, wanted: ReadonlyMap<string, Retagged>, locked: readonly Locked[]): Promise<Map<string, TopicTag>> {
  const corrections = await correctionsOf(client, locked.map(({ id }) => id));
  const left = new Map<string, TopicTag>();
  for (const { id } of locked) {
    const tag = wanted.get(id)?.tag;
    const its = (corrections.get(id) ?? []).filter(({ kind, targetId }) => kind === 'topic' && targetId === topicId);
    const { topics: [rest] } = await withhold(client, its, { places: [], topics: tag ? [tag] : [], focusCountries: [], terms: [] });
    if (rest) left.set(id, rest);
  }
  return left;
}

async function write(client: pg.PoolClient, topicId: string, wanted: ReadonlyMap<string, Retagged>, locked: readonly Locked[]): Promise<Locked[]> {
  const left = await corrected(client, topicId, wanted, locked);
  const tagOf = ({ id }: Locked) => left.get(id) ?? null;
  const put = locked.flatMap((one) => {
    const tag = tagOf(one);
    return tag ? [{ id: one.id, score: tag.score, evidence: tag.evidence }] : [];
  });
  const gained = locked.filter((one) => !one.had && tagOf(one) !== null);
  const lost = locked.filter((one) => one.had && tagOf(one) === null);
  await client.query('delete from article_topic where topic_id = $1 and article_id = any($2::bigint[])', [topicId, lost.map(({ id }) => id)]);
  await client.query(PUT, [topicId, toJson(put)]);
  await index(client, topicId, new Set(gained.map(({ id }) => id)), lost);
  return [...gained, ...lost];
}

const told = ({ id, version, sortAt }: Locked): NewChange => ({ kind: 'article:tagged', articleId: id, version, buckets: [baseBucket(sortAt)] });

/**
 * One transaction: puts the topic on these articles or takes it off, with counts and log, and moves the claim's cursor below them. An article
 * whose words have changed since it was read is left alone, and so is one that a reader took the topic off.
 * @param looked at least one, newest first
 * @returns the claim as it goes on; null where it is this process's no longer: then nothing is changed
 */
export async function applyRetag(db: Database, claim: ClaimedRetag, looked: readonly Retagged[], leaseSeconds: number): Promise<ClaimedRetag | null> {
  const cursor = looked.at(-1)?.article.id ?? claim.cursor;
  const done = claim.done + looked.length;
  const wanted = new Map(looked.map((one) => [one.article.id, one]));
  return transaction(db.pool, async (client) => {
    const { rowCount } = await client.query(
      `update retag set cursor = $4, done = $5, total = greatest(total, $5), lease_until = clock_timestamp() + $6::interval where ${FENCE} and state = 'running'`,
      [claim.topicId, claim.version, claim.cursor, cursor, done, `${leaseSeconds} seconds`],
    );
    if (rowCount === 0) return null;
    const { rows: different } = await client.query<{ id: string }>(DIFFERENT, [
      claim.topicId, toJson(looked.map(({ article, tag }) => ({ id: article.id, score: tag?.score ?? null, evidence: tag?.evidence ?? null }))),
    ]);
    if (different.length > 0) {
      const locked = await lock(client, claim.topicId, different.map(({ id }) => id));
      const changed = await write(client, claim.topicId, wanted, locked.filter(({ id, version }) => version === wanted.get(id)?.article.version));
      if (claim.done < TOLD_SINGLY) await appendChanges(client, changed.map(told));
    }
    return { ...claim, cursor, done };
  });
}
