import { createHash } from 'node:crypto';
import type { Entry, TaggedEntry, Tags } from '../../lib/entry';
import { BASE_BUCKET_MINUTES, bucketStart } from '../../lib/window';

/** What is counted of an article: which keys of which dimension, in which bucket. */
export interface Countable {
  sortAt: Date;
  publisherId: number;
  lang: string | null;
  placeIds: readonly string[];
  regionKeys: readonly string[];
  topicKeys: readonly string[];
}

export interface CountDelta {
  dimension: string;
  key: string;
  bucket: string;
  delta: number;
}

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

/** Every place of the article and everything those lie within. */
export function regionKeysOf(tags: Tags): string[] {
  return unique(tags.places.flatMap(({ place }) => [place.id, ...place.within])).sort();
}

/** Every topic of the article and all those above it, as far as the article's own tags tell: a branch never stands without them. */
export function topicKeysOf(tags: Tags): string[] {
  const parents = new Map(tags.topics.map(({ topic }) => [topic.id, topic.parent]));
  const keys = new Set<string>();
  for (const { topic } of tags.topics) {
    for (let at: string | null = topic.id; at !== null && !keys.has(at); at = parents.get(at) ?? null) keys.add(at);
  }
  return [...keys].sort();
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

const MAX_KEY = 500;

/** A B-tree entry ends at a third of a page: what is longer keeps its head and gets a hash for the rest. */
export function boundedKey(key: string): string {
  return key.length <= MAX_KEY ? key : `${key.slice(0, MAX_KEY - 65)}#${createHash('sha256').update(key).digest('hex')}`;
}

export function baseBucket(at: Date): string {
  return bucketStart(at, BASE_BUCKET_MINUTES).toISOString();
}

function keysOf(article: Countable): [dimension: string, key: string][] {
  return [
    ['all', ''],
    ['publisher', String(article.publisherId)],
    ...(article.lang ? [['lang', article.lang] as [string, string]] : []),
    ...article.placeIds.map((id): [string, string] => ['place', id]),
    ...article.regionKeys.map((id): [string, string] => ['region', id]),
    ...article.topicKeys.map((id): [string, string] => ['topic', id]),
  ];
}

/**
 * The sum of what these articles add to and take from the counts: a row a counter, none that comes to nothing,
 * in key order, so that two transactions take the same rows in the same order.
 */
export function countDeltas(added: Countable[], removed: Countable[]): CountDelta[] {
  const sums = new Map<string, CountDelta>();
  const add = (article: Countable, step: number) => {
    const bucket = baseBucket(article.sortAt);
    for (const [dimension, key] of keysOf(article)) {
      const name = JSON.stringify([dimension, key, bucket]);
      const sum = sums.get(name) ?? { dimension, key, bucket, delta: 0 };
      sum.delta += step;
      sums.set(name, sum);
    }
  };
  for (const article of added) add(article, 1);
  for (const article of removed) add(article, -1);
  return [...sums].filter(([, sum]) => sum.delta !== 0).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}

/** One entry an identity, the document's first, in identity order; what else claims the same identity is only seen. */
export function dedupe(tagged: readonly TaggedEntry[]): TaggedEntry[] {
  const kept = new Map<string, TaggedEntry>();
  for (const one of tagged) if (!kept.has(one.entry.identity)) kept.set(one.entry.identity, one);
  return [...kept.values()].sort((a, b) => (a.entry.identity < b.entry.identity ? -1 : 1));
}
