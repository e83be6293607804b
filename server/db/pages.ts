import type pg from 'pg';
import type { Entry } from '../../lib/entry';
import type { ClaimedFeed } from '../../lib/feed';
import type { ClaimedPage, PageRecord } from '../../lib/page';
import { isSummary } from '../../lib/summary';
import { transaction, type Database } from './client';
import { toJson } from './json';

const QUEUE = `
  insert into page_fetch (article_id, feed_id, origin, url)
  select "articleId", $2, origin, url from jsonb_to_recordset($1::jsonb) as p("articleId" bigint, origin text, url text)
  on conflict (article_id) do update set
    feed_id = excluded.feed_id, origin = excluded.origin, url = excluded.url, state = 'waiting', attempts = 0, next_at = clock_timestamp(), outcome = null, detail = null`;

/** The page of an entry that is only a summary; null where there is none to be asked for. */
function pageOf({ canonicalUrl, link, linkKind, text }: Entry): { url: string; origin: string } | null {
  const url = linkKind === null ? canonicalUrl ?? link : link;
  if (url === null || !isSummary(text) || !URL.canParse(url) || !/^https?:$/u.test(new URL(url).protocol)) return null;
  return { url, origin: new URL(url).origin };
}

/**
 * Within the store's transaction: the pages of these articles, new or edited, are to be fetched, if their feed wants it so. What was fetched
 * for an article before its feed edited it is fetched again.
 */
export async function queuePages(client: pg.PoolClient, feed: ClaimedFeed, articles: readonly { id: string; entry: Entry }[]): Promise<void> {
  if (!feed.fullArticles) return;
  const pages = articles.flatMap(({ id, entry }) => {
    const page = pageOf(entry);
    return page ? [{ articleId: id, ...page }] : [];
  });
  if (pages.length === 0) return;
  await addOrigins(client, pages.map(({ origin }) => origin));
  await client.query(QUEUE, [toJson(pages), feed.id]);
}

async function addOrigins(client: pg.PoolClient, origins: readonly string[]): Promise<void> {
  const sorted = [...new Set(origins)].sort();
  await client.query('insert into origin (origin) select unnest($1::text[]) on conflict do nothing', [sorted]);
}

// Only servers of which a page waits are looked at. The lease is the one that feeds' polls take too. The newest article first: what has waited long is news no more.
const CLAIM = `
  with picked as (
    select o.origin, due.article_id
    from origin o
    cross join lateral (
      select p.article_id, p.next_at from page_fetch p join feed f on f.id = p.feed_id
      where p.origin = o.origin and p.state = 'waiting' and p.next_at <= clock_timestamp() and f.full_articles and f.status <> 'paused'
      order by p.article_id desc limit 1
    ) due
    where o.origin in (select origin from page_fetch where state = 'waiting' and next_at <= clock_timestamp())
      and (o.lease_until is null or o.lease_until < clock_timestamp())
      and (o.next_page_at is null or o.next_page_at <= clock_timestamp())
      and $3 > 0 and (o.pages_day is distinct from (clock_timestamp() at time zone 'utc')::date or o.pages_today < $3)
    order by due.next_at, due.article_id
    limit 1
    for update of o skip locked
  ), leased as (
    update origin set lease_owner = $1, lease_until = clock_timestamp() + make_interval(secs => $2)
    from picked where origin.origin = picked.origin
  )
  select p.article_id as "articleId", a.version, a.content_hash as "contentHash", a.publisher_id as "publisherId", a.title, a.text, a.lang, p.url, p.origin,
    p.attempts, o.robots, o.robots_at as "robotsAt", f.title as "feedTitle", f.country, f.timezone
  from picked
  join page_fetch p on p.article_id = picked.article_id
  join article a on a.id = p.article_id
  join feed f on f.id = p.feed_id
  join origin o on o.origin = p.origin`;

/**
 * Takes a page that is due, with its server's lease, until recordPage gives it back or the lease ends.
 * @param perDay the most pages that are asked of one server on one day (UTC)
 */
export async function claimPage(db: Database, owner: string, leaseSeconds: number, perDay: number): Promise<ClaimedPage | null> {
  const { rows } = await db.pool.query<ClaimedPage>(CLAIM, [owner, leaseSeconds, perDay]);
  return rows[0] ?? null;
}

// Edited meanwhile, the row waits for the page of the new wording: that is not to be lost.
const REMEMBER = `
  update page_fetch set state = $2, outcome = $3, detail = $4, attempts = attempts + $5, next_at = $6, fetched_at = $7, url = $8, origin = $9
  where article_id = $1 and exists (select 1 from article a where a.id = $1 and a.content_hash = $10)`;

const RELEASE = `
  update origin set
    lease_owner = null, lease_until = null, next_page_at = $3,
    robots = case when $4 then $5 else robots end,
    robots_at = case when $4 then $6 else robots_at end,
    pages_today = case when pages_day = today then pages_today else 0 end + $7,
    pages_day = today
  from (select (clock_timestamp() at time zone 'utc')::date as today) as clock
  where origin = $1 and lease_owner = $2`;

/** Stores what asking for a page came to, counts it, and gives its server's lease back. */
export async function recordPage(db: Database, owner: string, page: ClaimedPage, record: PageRecord): Promise<void> {
  const { origin } = new URL(record.url);
  await transaction(db.pool, async (client) => {
    await addOrigins(client, [origin]);
    await client.query(REMEMBER, [
      page.articleId, record.state, record.outcome, record.detail, record.counts ? 1 : 0, record.nextAt, record.asked ? record.at : null,
      record.url, origin, page.contentHash,
    ]);
    await client.query(RELEASE, [
      page.origin, owner, record.originNextAt, record.robots !== null, record.robots?.text ?? null, record.at, record.asked ? 1 : 0,
    ]);
  });
}

const WAIT_DAYS = 3;
const TOO_LATE = `
  update page_fetch p set state = 'failed', outcome = 'too-late', detail = $2
  from feed f
  where f.id = p.feed_id and f.full_articles and f.status <> 'paused' and p.state = 'waiting' and p.next_at < $1`;

/** Ends the waiting of pages that were due for days: the newest of a server go first, so that beyond its cap the old ones would wait for ever. */
export async function giveUpOldPages(db: Database, now: Date): Promise<number> {
  const detail = `not fetched in ${WAIT_DAYS} days: a server's newest pages go first, and no more than PAGES_PER_HOST_DAY of them a day`;
  const { rowCount } = await db.pool.query(TOO_LATE, [new Date(now.getTime() - WAIT_DAYS * 86_400_000), detail]);
  return rowCount ?? 0;
}
