import type pg from 'pg';
import type { Entry } from '../../lib/entry';
import type { ClaimedFeed } from '../../lib/feed';
import { toJson } from './json';
import { isVague, type Candidate } from './same-article';
import { boundedKey, identitiesOf, storedHash } from './store-plan';

// The months, since the index of words has them: words prove nothing where a week and more lies between (isSameArticle), unless nobody says when.
// By what makes it one article, by the id or address under which any feed of the publisher showed it, by its words, by what a feed said
// of it (its own words may have been edited since), by the moment of publishing. A feed whose ids start from 1 at every poll has thousands
// under one, or dates all of them to one second: the newest will do.
const CANDIDATES = `
  with asked as materialized (
    select * from jsonb_to_recordset($1::jsonb) as q(n int, identities jsonb, guid text, own text, hash text, months timestamp[], instant timestamptz)
  ), every_month as (
    select array_agg(month) as months
    from (select min(sort_at) at time zone 'UTC' as first, max(sort_at) at time zone 'UTC' as last from article) span, generate_series(date_trunc('month', first), last, '1 month') month
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
      select id from article a
      where a.publisher_id = $2 and date_trunc('month', a.sort_at at time zone 'UTC') = any(coalesce(asked.months, (select months from every_month))) and a.content_hash = asked.hash
      order by id desc limit 10
    ) alike
    union all
    select n, said.article_id, false, false from asked
      join feed on feed.publisher_id = $2
      cross join lateral (
        select article_id from article_feed f where f.feed_id = feed.id and f.apart and f.content_hash = asked.hash order by article_id desc limit 10
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

/** More than words reach (a week), and than an article may stand in the lists apart from its date (a day). */
const AROUND_MS = 8 * 86_400_000;

/** The beginnings of the months, in UTC, that an article with the same words would stand in. */
function monthsAround(at: Date): string[] {
  const months = [at.getTime() - AROUND_MS, at.getTime() + AROUND_MS].map((time) => `${new Date(time).toISOString().slice(0, 7)}-01`);
  return [...new Set(months)];
}

/** For each entry, in order, the articles of its publisher that it may be. */
export async function findCandidates(client: pg.Pool | pg.PoolClient, feed: ClaimedFeed, entries: readonly Entry[]): Promise<Candidate[][]> {
  if (entries.length === 0) return [];
  const asked = entries.map((entry, n) => ({
    n, identities: identitiesOf(entry), guid: entry.guid === null ? null : boundedKey(entry.guid), own: boundedKey(entry.identity), hash: storedHash(entry.contentHash),
    months: entry.publishedAt === null ? null : monthsAround(new Date(entry.publishedAt)), instant: isVague(entry.dateFlag) ? null : entry.publishedAt,
  }));
  const { rows } = await client.query<Candidate & { n: number }>(CANDIDATES, [toJson(asked), feed.publisherId, feed.id]);
  const found: Candidate[][] = entries.map(() => []);
  for (const { n, ...candidate } of rows) found[n]?.push(candidate);
  return found;
}
