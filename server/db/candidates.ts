import type pg from 'pg';
import type { Entry } from '../../lib/entry';
import type { ClaimedFeed } from '../../lib/feed';
import { toJson } from './json';
import { isVague, type Candidate } from './same-article';
import { boundedKey, identitiesOf, storedHash } from './store-plan';

// By what makes it one article, by the id or address under which any feed of the publisher showed it, by its words, by what a feed said
// of it (its own words may have been edited since), by the moment of publishing. A feed whose ids start from 1 at every poll has thousands
// under one, or dates all of them to one second: the newest will do.
const CANDIDATES = `
  with asked as materialized (
    select * from jsonb_to_recordset($1::jsonb) as q(n int, identities jsonb, guid text, own text, hash text, instant timestamptz)
  ), found as (
    select n, a.id, false as "sameGuid", false as "sameAddress" from asked, jsonb_array_elements_text(identities) as one
      join article a on a.publisher_id = $2 and a.identity = one
    union all
    select n, shown.article_id, key = guid, key = own from asked
      cross join lateral (select distinct key from unnest(array[guid, own]) as key where key is not null) keys
      join feed on feed.publisher_id = $2
      cross join lateral (
        select article_id from article_feed f where f.feed_id = feed.id and f.entry_key = key order by article_id desc limit 10
      ) shown
    union all
    select n, alike.id, false, false from asked cross join lateral (
      select id from article a where a.publisher_id = $2 and a.content_hash = asked.hash order by id desc limit 10
    ) alike
    union all
    select n, said.article_id, false, false from asked
      join feed on feed.publisher_id = $2
      cross join lateral (
        select article_id from article_feed f where f.feed_id = feed.id and f.content_hash = asked.hash order by article_id desc limit 10
      ) said
    union all
    select n, twin.id, false, false from asked cross join lateral (
      select id from article a where a.sort_at = asked.instant and a.publisher_id = $2 and a.published_at is not null order by id desc limit 10
    ) twin
  ), each as (select n, id, bool_or(coalesce("sameGuid", false)) as "sameGuid", bool_or("sameAddress") as "sameAddress" from found group by n, id)
  select each.n, a.id, a.identity, a.canonical_url as "canonicalUrl", a.title, left(a.text, 2000) as text, a.published_at as "publishedAt", a.date_flag as "dateFlag",
    a.first_seen_at as "firstSeenAt", each."sameGuid", each."sameAddress", a.content_hash = asked.hash or coalesce(said.somewhere, false) as "sameContent", said.here as said
  from each join asked using (n) join article a on a.id = each.id
  cross join lateral (
    select bool_or(f.content_hash = asked.hash) as somewhere, array_agg(f.content_hash) filter (where f.feed_id = $3) as here
    from article_feed f where f.article_id = a.id
  ) said
  order by each.n, a.id`;

/** For each entry, in order, the articles of its publisher that it may be. */
export async function findCandidates(client: pg.Pool | pg.PoolClient, feed: ClaimedFeed, entries: readonly Entry[]): Promise<Candidate[][]> {
  if (entries.length === 0) return [];
  const asked = entries.map((entry, n) => ({
    n, identities: identitiesOf(entry), guid: entry.guid === null ? null : boundedKey(entry.guid), own: boundedKey(entry.identity), hash: storedHash(entry.contentHash),
    instant: isVague(entry.dateFlag) ? null : entry.publishedAt,
  }));
  const { rows } = await client.query<Candidate & { n: number }>(CANDIDATES, [toJson(asked), feed.publisherId, feed.id]);
  const found: Candidate[][] = entries.map(() => []);
  for (const { n, ...candidate } of rows) found[n]?.push(candidate);
  return found;
}
