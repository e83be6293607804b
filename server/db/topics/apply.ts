import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { keyName } from '../../../lib/key';
import type { TopicTag } from '../../../lib/topic';
import { appendChanges, type NewChange } from '../changes';
import { transaction, type Database } from '../client';
import { correctionsOf, withhold } from '../corrections/withhold';
import { keyIdsWithin } from '../keys';
import { lockPublisher } from '../publisher-lock';
import { readIndexed, reindex } from '../reindex';
import { baseBucket } from '../store-plan';
import { readTags, toStoredTopic, withTopic, writeTags, type StoredTags, type StoredTopic } from '../tags/form';
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
  tags: StoredTags;
}

const TAGS = 'select id, tags from article where id = any($1::bigint[])';

const LOCK = 'select id from article where id = any($1::bigint[]) order by id for update';
const LOCKED = 'select id, version, sort_at as "sortAt", tags from article where id = any($1::bigint[]) order by id';

const PUT = `
  update article set tags = w.tags from unnest($1::bigint[], $2::text[]) as w(id, tags) where article.id = w.id`;

const topicOf = ({ topics }: StoredTags, topicId: string): StoredTopic | null => topics.find(([id]) => id === topicId) ?? null;

/** Those of the articles looked at on which the topic stands otherwise than it came to. */
async function different(client: pg.PoolClient, topicId: string, looked: readonly Retagged[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string; tags: string }>(TAGS, [looked.map(({ article }) => article.id)]);
  const stands = new Map(rows.map(({ id, tags }) => [id, topicOf(readTags(tags), topicId)]));
  return looked.flatMap(({ article: { id }, tag }) => (isDeepStrictEqual(stands.get(id) ?? null, tag ? toStoredTopic(tag) : null) ? [] : [id]));
}

/** Locks of those articles whose tag is another: first their publishers, so that nobody stores them, then their rows, each in order. */
async function lock(client: pg.PoolClient, ids: readonly string[]): Promise<Locked[]> {
  const { rows: publishers } = await client.query<{ id: number }>(
    'select distinct publisher_id as id from article where id = any($1::bigint[]) order by 1', [ids]);
  for (const { id } of publishers) await lockPublisher(client, id);
  await client.query(LOCK, [ids]);
  // a statement of its own: it sees what was committed while the locks were waited for
  const { rows } = await client.query<Omit<Locked, 'tags'> & { tags: string }>(LOCKED, [ids]);
  return rows.map((row) => ({ ...row, tags: readTags(row.tags) }));
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
  const had = ({ tags }: Locked) => topicOf(tags, topicId) !== null;
  const gained = locked.filter((one) => !had(one) && left.has(one.id));
  const lost = locked.filter((one) => had(one) && !left.has(one.id));
  await client.query(PUT, [locked.map(({ id }) => id), locked.map(({ id, tags }) => {
    const tag = left.get(id);
    return writeTags(withTopic(tags, topicId, tag ? toStoredTopic(tag) : null));
  })]);
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
    const ids = await different(client, claim.topicId, looked);
    if (ids.length > 0) {
      const locked = await lock(client, ids);
      const changed = await write(client, claim.topicId, wanted, locked.filter(({ id, version }) => version === wanted.get(id)?.article.version));
      if (claim.done < TOLD_SINGLY) await appendChanges(client, changed.map(told));
    }
    return { ...claim, cursor, done };
  });
}
