import type pg from 'pg';
import type { TaggedEntry } from '../../lib/entry';
import { toJson } from './json';
import type { Resolved } from './resolve-identity';
import type { StoreContext } from './store-articles';
import { boundedKey } from './store-plan';

/** Writes the places and topics of articles that have none yet, each with its evidence. */
export async function writeTags(client: pg.PoolClient, articles: { id: string; one: Pick<TaggedEntry, 'tags'> }[]): Promise<void> {
  const places = articles.flatMap(({ id, one }) =>
    one.tags.places.map((tag) => ({ article: id, place: tag.place.id, role: tag.role, score: tag.score, mentions: tag.mentions, alternatives: tag.alternatives })));
  const topics = articles.flatMap(({ id, one }) =>
    one.tags.topics.map((tag) => ({ article: id, topic: tag.topic.id, score: tag.score, evidence: tag.evidence })));
  await client.query(
    `insert into article_place (article_id, place_id, role, score, mentions, alternatives)
     select article, place, role, score, mentions, alternatives
     from jsonb_to_recordset($1::jsonb) as p(article bigint, place text, role text, score float8, mentions jsonb, alternatives jsonb)`,
    [toJson(places)],
  );
  await client.query(
    `insert into article_topic (article_id, topic_id, score, evidence)
     select article, topic, score, evidence
     from jsonb_to_recordset($1::jsonb) as t(article bigint, topic text, score float8, evidence jsonb)`,
    [toJson(topics)],
  );
}

/** Ties what this feed showed to its articles, and remembers what it said of each. */
export async function writeSeenIn({ client, feed, fetchedAt }: StoreContext, resolved: readonly Pick<Resolved, 'entry' | 'keys'>[]): Promise<void> {
  const rows = new Map(resolved.flatMap(({ entry, keys }) => keys.map((key) => [
    JSON.stringify([key, entry.identity]),
    { key, identity: boundedKey(entry.identity), link: entry.link, hash: entry.contentHash },
  ] as const)));
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, seen]) => seen);
  await client.query(
    `insert into article_feed (feed_id, entry_key, article_id, link, content_hash, seen_at)
     select $2, key, article.id, s.link, hash, $4
     from jsonb_to_recordset($1::jsonb) as s(key text, identity text, link text, hash text)
     join article on article.publisher_id = $3 and article.identity = s.identity
     on conflict (feed_id, entry_key, article_id) do update set content_hash = excluded.content_hash, link = excluded.link
     where (article_feed.content_hash, article_feed.link) is distinct from (excluded.content_hash, excluded.link)`,
    [toJson(sorted), feed.id, feed.publisherId, fetchedAt],
  );
}
