import type { Database } from './client';
import { LEFT_OUT } from './left-out';

/** A feed as a list of feeds names it. */
export interface FeedSeed {
  publisher: { slug: string; name: string; country: string | null };
  url: string;
  title: string;
  language: string | null;
  country: string | null;
  timezone?: string | null;
}

const ADD = `
  with seeds as (
    select * from jsonb_to_recordset($1::jsonb) as s(
      slug text, name text, "publisherCountry" text, url text, origin text, title text, language text, country text, timezone text)
    where not exists (select 1 from feed where s.url in (feed.url, feed.listed_url))
      and not exists (select 1 from setting where key = '${LEFT_OUT}' and value ? s.url)
  ), publishers as (
    insert into publisher (slug, name, country, sample)
    select distinct on (slug) slug, name, "publisherCountry", $2 from seeds order by slug
    on conflict (slug) do update set slug = excluded.slug
    returning id, slug
  ), origins as (
    insert into origin (origin) select distinct origin from seeds order by origin on conflict do nothing
  )
  insert into feed (publisher_id, origin, url, listed_url, title, language, country, timezone, sample)
  select p.id, s.origin, s.url, s.url, s.title, s.language, s.country, s.timezone, $2
  from seeds s join publishers p on p.slug = s.slug
  on conflict (url) do nothing`;

const row = ({ publisher, ...seed }: FeedSeed) => ({
  ...seed, slug: publisher.slug, name: publisher.name, publisherCountry: publisher.country, origin: new URL(seed.url).origin,
});

/**
 * Adds the feeds that aren't there yet, by the address they have or were added under; what is there stays as its user left it, and
 * what its user deleted stays away. Two processes may do it at once.
 * @returns how many were added
 */
export async function addFeeds(db: Database, seeds: readonly FeedSeed[], options: { sample: boolean } = { sample: false }): Promise<number> {
  const { rowCount } = await db.pool.query(ADD, [JSON.stringify(seeds.map(row)), options.sample]);
  return rowCount ?? 0;
}

/** How the real feeds fare, for the decision whether a newcomer needs the sample wire. */
export async function realFeedHealth(db: Database): Promise<{ total: number; asked: number; answered: number }> {
  const where = { sample: false, status: { not: 'paused' as const } };
  const [total, asked, answered] = await Promise.all([
    db.prisma.feed.count({ where }),
    db.prisma.feed.count({ where: { ...where, lastPollAt: { not: null } } }),
    db.prisma.feed.count({ where: { sample: false, lastSuccessAt: { not: null } } }),
  ]);
  return { total, asked, answered };
}
