import { domainToUnicode } from 'node:url';
import { newSourceSchema, reasonsOf } from '../../../lib/source-input';
import { publishingSite } from '../../../lib/site-name';
import type { AddReport, NewSource } from '../../../lib/source';

export interface PublisherRow {
  id: number;
  slug: string;
  name: string;
}

/** What is there already. */
export interface Present {
  publishers: readonly PublisherRow[];
  feeds: readonly { url: string; listedUrl: string | null; siteUrl: string | null; title: string; publisherId: number }[];
}

/** A feed to be inserted, under a publisher that is there (by slug) or comes with it. */
export interface FeedRow {
  slug: string;
  publisherName: string;
  url: string;
  origin: string;
  title: string;
  siteUrl: string | null;
  language: string | null;
  country: string | null;
  timezone: string | null;
  folder: string | null;
  fullArticles: boolean;
}

export interface AddPlan {
  rows: FeedRow[];
  report: Pick<AddReport, 'known' | 'refused'>;
}

/** One address over http and https is one feed. */
export function addressKey(url: string): string {
  return new URL(url).href.replace(/^https?:\/\//u, '').replace(/#.*$/u, '');
}

export const nameKey = (name: string) => name.normalize('NFKC').trim().toLocaleLowerCase();

/** Small Latin letters and digits, of the host where the name has none: an Arabic name's slug is that of its site. */
function slugFor(name: string, site: string | null, taken: ReadonlySet<string>): string {
  const slug = (text: string) => text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, '').slice(0, 80);
  const latin = /^[\p{ASCII}\p{Script=Latin}\p{M}]+$/u.test(name) ? slug(name) : '';
  const first = latin || slug(site ?? '') || 'publisher';
  for (let n = 1; ; n += 1) {
    const tried = n === 1 ? first : `${first}-${n}`;
    if (!taken.has(tried)) return tried;
  }
}

/** Finds each feed's publisher: the one that is named, else the one that has feeds of the same site, else a new one. */
export function createPublisherFinder({ publishers, feeds }: Present) {
  const byName = new Map(publishers.flatMap((one) => [[nameKey(one.slug), one], [nameKey(one.name), one]] as const));
  const byId = new Map(publishers.map((one) => [one.id, one]));
  const bySite = new Map<string, { slug: string; name: string }>();
  const taken = new Set(publishers.map(({ slug }) => slug));
  for (const feed of feeds) {
    const [site, publisher] = [publishingSite(feed), byId.get(feed.publisherId)];
    if (site && publisher && !bySite.has(site)) bySite.set(site, publisher);
  }
  const made = new Map<string, { slug: string; name: string }>();
  return (feed: Pick<NewSource, 'url' | 'siteUrl' | 'publisherName' | 'title'>): { slug: string; name: string } => {
    const site = publishingSite(feed);
    const ofSite = site && !feed.publisherName ? bySite.get(site) : undefined;
    if (ofSite) return ofSite;
    const name = feed.publisherName?.trim() || (site ? domainToUnicode(site) || site : feed.title);
    const known = byName.get(nameKey(name)) ?? made.get(nameKey(name));
    if (known) return known;
    const fresh = { name, slug: slugFor(name, site, taken) };
    taken.add(fresh.slug);
    made.set(nameKey(name), fresh);
    if (site && !bySite.has(site)) bySite.set(site, fresh);
    return fresh;
  };
}

/** A feed to be added, with the line of its list. */
export type Wanted = NewSource & { line?: number | null };

/** What is to be inserted of what is wanted, and what is not: known already, twice in the list, or not to be taken. */
export function planAdding(wanted: readonly Wanted[], present: Present): AddPlan {
  const plan: AddPlan = { rows: [], report: { known: [], refused: [] } };
  const publisherOf = createPublisherFinder(present);
  const there = new Map(present.feeds.flatMap(({ url, listedUrl, title }) => [url, ...(listedUrl ? [listedUrl] : [])].map((one) => [addressKey(one), { url, title }] as const)));
  for (const { line = null, ...feed } of wanted) {
    const checked = newSourceSchema.safeParse(feed);
    if (!checked.success) {
      plan.report.refused.push({ url: feed.url, title: feed.title, line, reasons: reasonsOf(checked.error) });
      continue;
    }
    const { data } = checked;
    const url = new URL(data.url).href;
    const known = there.get(addressKey(url));
    if (known) {
      plan.report.known.push(known);
      continue;
    }
    there.set(addressKey(url), { url, title: data.title });
    plan.rows.push(rowOf(data, url, publisherOf(data)));
  }
  return plan;
}

function rowOf(feed: NewSource, url: string, publisher: { slug: string; name: string }): FeedRow {
  const { title, siteUrl = null, language = null, country = null, timezone = null, folder = null, fullArticles = false } = feed;
  return { slug: publisher.slug, publisherName: publisher.name, url, origin: new URL(url).origin, title, siteUrl, language, country, timezone, folder, fullArticles };
}
