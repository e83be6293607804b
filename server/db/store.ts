import type { Entry, TaggedEntry } from '../../lib/entry';
import type { ClaimedFeed } from '../../lib/feed';
import { appendChanges, type NewChange } from './changes';
import { transaction, type Database } from './client';
import { applyCounts } from './counts';
import { queuePages } from './pages';
import { upsertPlaces } from './places';
import { lockPublisher } from './publisher-lock';
import { resolveIdentities } from './resolve-identity';
import { writeArticles, type Written } from './store-articles';
import { baseBucket, countDeltas, dedupe, regionKeysOf, sortAtOf, topicKeysOf, type Countable } from './store-plan';
import { writeSeenIn, writeTags } from './store-tags';
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

function countable({ entry, tags }: TaggedEntry, publisherId: number, firstSeenAt: Date): Countable {
  return {
    sortAt: sortAtOf(entry, firstSeenAt), publisherId, lang: entry.lang,
    placeIds: tags.places.map(({ place }) => place.id), regionKeys: regionKeysOf(tags), topicKeys: topicKeysOf(tags),
  };
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
  await upsertPlaces(db.pool, batch.tagged.flatMap(({ tags }) => tags.places.map(({ place }) => place)));
  return transaction(db.pool, async (client) => {
    await holdOwnTopics(client, ownTopics);
    await lockPublisher(client, feed.publisherId);
    const context = { client, feed, fetchedAt };
    const resolved = await resolveIdentities(client, feed, [...batch.seen, ...batch.tagged.map(({ entry }) => entry)]);
    const fresh = resolved.slice(batch.seen.length);
    const missed = batch.seen.filter((_, n) => !resolved[n]?.known);
    const kept = dedupe(batch.tagged.map((one, n) => ({ ...one, entry: fresh[n]?.entry ?? one.entry })));
    const written = await writeArticles(context, kept);
    await writeTags(client, [...written.inserted, ...written.edited]);
    await writeSeenIn(context, resolved);
    await applyCounts(client, countDeltas(
      [
        ...written.inserted.map(({ one }) => countable(one, feed.publisherId, fetchedAt)),
        ...written.edited.map(({ one, firstSeenAt }) => countable(one, feed.publisherId, firstSeenAt)),
      ],
      written.edited.map(({ before }) => before),
    ));
    await queuePages(client, feed, [...written.inserted, ...written.edited].map(({ id, one }) => ({ id, entry: one.entry })));
    await appendChanges(client, changesOf(written));
    return { inserted: written.inserted.length, edited: written.edited.length, missed };
  });
}
