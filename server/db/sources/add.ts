import type { AddReport } from '../../../lib/source';
import { appendChanges } from '../changes';
import { transaction, type Database } from '../client';
import { toJson } from '../json';
import { addressKey, planAdding, type Present, type Wanted } from './plan';

/** Adding takes turns, so that what is planned from what is there still holds when it is inserted. */
export const ADDING_LOCK = "select pg_advisory_xact_lock(hashtext('marsad:adding-feeds'))";

const ADD = `
  with wanted as (
    select * from jsonb_to_recordset($1::jsonb) as w(slug text, "publisherName" text, url text, origin text, title text, "siteUrl" text,
      language text, country text, timezone text, folder text, "fullArticles" boolean)
  ), publishers as (
    insert into publisher (slug, name) select distinct on (slug) slug, "publisherName" from wanted order by slug
    on conflict (slug) do update set slug = excluded.slug
    returning id, slug
  ), origins as (
    insert into origin (origin) select distinct origin from wanted order by origin on conflict do nothing
  )
  insert into feed (publisher_id, origin, url, listed_url, title, site_url, language, country, timezone, folder, full_articles)
  select p.id, w.origin, w.url, w.url, w.title, w."siteUrl", w.language, w.country, w.timezone, w.folder, w."fullArticles"
  from wanted w join publishers p on p.slug = w.slug
  on conflict (url) do nothing
  returning id, url, title`;

/** What there is, for a plan: a few fields of every feed. */
export async function readPresent(client: Pick<Database['pool'], 'query'>): Promise<Present> {
  const publishers = await client.query<Present['publishers'][number]>('select id, slug, name from publisher where not sample');
  const feeds = await client.query<Present['feeds'][number]>(
    'select url, listed_url as "listedUrl", site_url as "siteUrl", title, publisher_id as "publisherId" from feed where not sample order by id');
  return { publishers: publishers.rows, feeds: feeds.rows };
}

/** Adds those feeds that can be taken and aren't there yet, in one transaction, and says what became of each. */
export async function addSources(db: Database, wanted: readonly Wanted[]): Promise<AddReport> {
  return transaction(db.pool, async (client) => {
    await client.query(ADDING_LOCK);
    const { rows, report } = planAdding(wanted, await readPresent(client));
    const { rows: added } = await client.query<AddReport['added'][number]>(ADD, [toJson(rows)]);
    if (added.length > 0) await appendChanges(client, [{ kind: 'feed:changed', articleId: null, version: null }]);
    return { added: added.sort((a, b) => a.id - b.id), ...report };
  });
}

/** Which of the addresses are among the sources, or were before they moved: address -> id. */
export async function knownSources(db: Database, urls: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await db.pool.query<{ id: number; url: string; listedUrl: string | null }>(
    'select id, url, listed_url as "listedUrl" from feed where not sample order by id desc');
  const ids = new Map(rows.flatMap(({ id, url, listedUrl }) => [...(listedUrl ? [listedUrl] : []), url].map((one) => [addressKey(one), id] as const)));
  return new Map(urls.flatMap((url) => {
    const id = ids.get(addressKey(url));
    return id === undefined ? [] : [[url, id] as const];
  }));
}
