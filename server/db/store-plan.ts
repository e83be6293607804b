import { createHash } from 'node:crypto';
import type { Entry, TaggedEntry } from '../../lib/entry';
import { BASE_BUCKET_MINUTES, bucketStart } from '../../lib/window';

const unique = (values: Iterable<string>) => [...new Set(values)];

const DAY_MS = 86_400_000;

/**
 * Where an article stands in every list, and when it counts: when it was published; when it was first seen, where that isn't known, or
 * only the day is and it was first seen on that day (its midnight would put it below what is older, and all of them into one bucket).
 */
export function sortAtOf({ publishedAt, dateFlag }: Pick<Entry, 'publishedAt' | 'dateFlag'>, firstSeenAt: Date): Date {
  if (publishedAt === null) return firstSeenAt;
  const published = new Date(publishedAt);
  const sinceMidnight = firstSeenAt.getTime() - published.getTime();
  return dateFlag === 'day-only' && sinceMidnight >= 0 && sinceMidnight < DAY_MS ? firstSeenAt : published;
}

/** Stored so long after it was published that it says nothing about now. */
const LATE_AFTER_MS = 3_600_000;
/** A feed that nobody had read for so long may bring undated items of any hour. */
const UNREAD_FOR_MS = 3 * 3_600_000;

/**
 * Whether an article is backfill: it came with its feed's first poll, was first seen an hour and more after it was published, or doesn't say when that
 * was and its feed hadn't been read for hours. It counts where it belongs, but is no sign that something happens now.
 * @param feed as it was before the poll that brought it
 */
export function isLate(sortAt: Date, firstSeenAt: Date, feed: { first: boolean; lastSuccessAt: Date | null }): boolean {
  if (feed.first) return true;
  if (sortAt.getTime() !== firstSeenAt.getTime()) return firstSeenAt.getTime() - sortAt.getTime() > LATE_AFTER_MS;
  return feed.lastSuccessAt === null || firstSeenAt.getTime() - feed.lastSuccessAt.getTime() > UNREAD_FOR_MS;
}

/** What the feed calls the entry: its own id, else what makes it one article. Overlong ids are hashed to fit an index. */
export function entryKeyOf(entry: Pick<Entry, 'guid' | 'identity'>): string {
  return boundedKey(entry.guid ?? entry.identity);
}

/**
 * What an entry's article may be known by, best first. The later ones are for where another article has the earlier: the last is made
 * of all that the entry says.
 */
export function identitiesOf({ identity, guid, canonicalUrl, contentHash, publishedAt, dateFlag }: Entry): string[] {
  // told as so long ago, it is another time at every poll
  const at = dateFlag === 'approximate' ? null : publishedAt;
  const all = createHash('sha256').update(JSON.stringify([contentHash, guid, canonicalUrl, at])).digest('hex');
  return unique([identity, ...(guid === null ? [] : [`guid:${guid}`]), `sha256:${contentHash}`, `sha256:${all}`].map(boundedKey));
}

/** As columns and their indexes hold a hash of content: 96 bits (hex) tell a publisher's articles apart, at a third of the room. */
export const storedHash = (contentHash: string): string => contentHash.slice(0, 24);

const MAX_KEY = 500;

/** A B-tree entry ends at a third of a page: what is longer keeps its head and gets a hash for the rest. */
export function boundedKey(key: string): string {
  return key.length <= MAX_KEY ? key : `${key.slice(0, MAX_KEY - 65)}#${createHash('sha256').update(key).digest('hex')}`;
}

export function baseBucket(at: Date): string {
  return bucketStart(at, BASE_BUCKET_MINUTES).toISOString();
}

/** One entry an identity, the document's first, in identity order; what else claims the same identity is only seen. */
export function dedupe(tagged: readonly TaggedEntry[]): TaggedEntry[] {
  const kept = new Map<string, TaggedEntry>();
  for (const one of tagged) if (!kept.has(one.entry.identity)) kept.set(one.entry.identity, one);
  return [...kept.values()].sort((a, b) => (a.entry.identity < b.entry.identity ? -1 : 1));
}
