import { toJson } from './json';
import type { Resolved } from './resolve-identity';
import type { StoreContext } from './store-articles';
import { boundedKey, storedHash } from './store-plan';

/** Ties what this feed showed to its articles, and remembers what it said of each. */
export async function writeSeenIn({ client, feed, fetchedAt }: StoreContext, resolved: readonly Pick<Resolved, 'entry' | 'keys'>[]): Promise<void> {
  const rows = new Map(resolved.flatMap(({ entry, keys }) => keys.map((key) => [
    JSON.stringify([key, entry.identity]),
    { key, identity: boundedKey(entry.identity), link: entry.link, hash: storedHash(entry.contentHash) },
  ] as const)));
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, seen]) => seen);
  await client.query(
    `insert into article_feed (feed_id, entry_key, article_id, link, content_hash, apart, seen_at)
     select $2, key, article.id, s.link, hash, hash <> article.content_hash, $4
     from jsonb_to_recordset($1::jsonb) as s(key text, identity text, link text, hash text)
     join article on article.publisher_id = $3 and article.identity = s.identity
     on conflict (feed_id, entry_key, article_id) do update set content_hash = excluded.content_hash, link = excluded.link, apart = excluded.apart
     where (article_feed.content_hash, article_feed.link) is distinct from (excluded.content_hash, excluded.link)`,
    [toJson(sorted), feed.id, feed.publisherId, fetchedAt],
  );
}
