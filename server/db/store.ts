import type pg from 'pg';
import { articleKeysOf } from '../../lib/article-keys';
import type { Entry, TaggedEntry } from '../../lib/entry';
import type { ClaimedFeed } from '../../lib/feed';
import { appendChanges, type NewChange } from './changes';
import { transaction, type Database } from './client';
import { keyIds } from './keys';
import { queuePages } from './pages';
import { ensurePartitions } from './partitions';
import { upsertPlaces } from './places';
import { lockPublisher } from './publisher-lock';
import { indexedOf, keyNamesOf, readIndexed, reindex, type Indexed } from './reindex';
import { resolveIdentities } from './resolve-identity';
import { writeArticles, type Written } from './store-articles';
import { baseBucket, dedupe, isLate, sortAtOf } from './store-plan';
import { writeSeenIn } from './store-seen';
import { holdOwnTopics, NO_OWN_TOPICS } from './topics/standing';

export interface StoreBatch {
  tagged: TaggedEntry[];
  /** nothing new in them, but their seen-in rows have to be there */
  seen: Entry[];
}

export interface StoreResult {
  inserted: number;
  edited: number;
  /** were to be only seen, but are no article's any more: they have to be tagged and stored like new ones */
  missed: Entry[];
}

const keysOf = ({ entry, tags }: TaggedEntry, publisherId: number) => articleKeysOf({ tags, publisherId, lang: entry.lang });

/** Numbers for all that these entries are found under, and room for their rows: made before the transaction, so that it waits for nobody's. */
async function prepare(db: Database, feed: ClaimedFeed, fetchedAt: Date, tagged: readonly TaggedEntry[]): Promise<Map<string, number>> {
  await upsertPlaces(db.pool, tagged.flatMap(({ tags }) => tags.places.map(({ place }) => place)));
  // also that of now: should an entry lose its date in a later edit, it stands where it was first seen
  await ensurePartitions(db.pool, [fetchedAt, ...tagged.map(({ entry }) => sortAtOf(entry, fetchedAt))]);
  return keyIds(db.pool, tagged.flatMap((one) => keyNamesOf(keysOf(one, feed.publisherId))));
}

/** Takes out of the index what edited articles were found under, and puts in what new and edited ones are. */
async function index(client: pg.PoolClient, { inserted, edited }: Written, feed: ClaimedFeed, fetchedAt: Date, ids: ReadonlyMap<string, number>): Promise<void> {
  const row = (id: string, one: TaggedEntry, firstSeenAt: Date, late: (sortAt: Date) => boolean): Indexed => {
    const sortAt = sortAtOf(one.entry, firstSeenAt);
    return indexedOf({ articleId: id, sortAt, publisherId: feed.publisherId, late: late(sortAt) }, keysOf(one, feed.publisherId), ids);
  };
  const before = await readIndexed(client, edited.map(({ id }) => id));
  const lateBefore = new Map(before.map(({ articleId, late }) => [articleId, late]));
  await reindex(client, before, [
    ...inserted.map(({ id, one }) => row(id, one, fetchedAt, (sortAt) => isLate(sortAt, fetchedAt, feed))),
    ...edited.map(({ id, one, firstSeenAt }) => row(id, one, firstSeenAt, () => lateBefore.get(id) ?? false)),
  ]);
}

function changesOf({ inserted, edited }: Written): NewChange[] {
  return [
    ...inserted.map(({ id, version }): NewChange => ({ kind: 'article:new', articleId: id, version })),
    ...edited.map(({ id, version, before }): NewChange =>
      ({ kind: 'article:edited', articleId: id, version, buckets: [baseBucket(before.sortAt)] })),
  ].sort((a, b) => Number(BigInt(a.articleId ?? 0) - BigInt(b.articleId ?? 0)));
}

/**
 * One transaction: articles, tags, seen-in rows, mention counts, and last the log. The unique key (publisher, identity)
 * decides what is new; what is there already and reads differently becomes a new version of the same article.
 * @param ownTopics the users' topics that the batch was tagged with
 * @throws OwnTopicsChangedError where they are others by now, and what the database threw; then nothing of the batch is stored
 */
export async function storeEntries(db: Database, feed: ClaimedFeed, fetchedAt: Date, batch: StoreBatch, ownTopics = NO_OWN_TOPICS): Promise<StoreResult> {
  const ids = await prepare(db, feed, fetchedAt, batch.tagged);
  return transaction(db.pool, async (client) => {
    await holdOwnTopics(client, ownTopics);
    await lockPublisher(client, feed.publisherId);
    const context = { client, feed, fetchedAt };
    const resolved = await resolveIdentities(client, feed, [...batch.seen, ...batch.tagged.map(({ entry }) => entry)]);
    const fresh = resolved.slice(batch.seen.length);
    const missed = batch.seen.filter((_, n) => !resolved[n]?.known);
    const kept = dedupe(batch.tagged.map((one, n) => ({ ...one, entry: fresh[n]?.entry ?? one.entry })));
    const written = await writeArticles(context, kept);
    await writeSeenIn(context, resolved);
    await queuePages(client, feed, [...written.inserted, ...written.edited].map(({ id, one }) => ({ id, entry: one.entry })));
    await index(client, written, feed, fetchedAt, ids);
    await appendChanges(client, changesOf(written));
    return { inserted: written.inserted.length, edited: written.edited.length, missed };
  });
}
