import type { Entry } from '../../../lib/entry';
import { datelineEnd, ownNames } from '../../../lib/text/dateline';
import { boundedUrl, cut, cutText, MOST } from './bounds';
import { absoluteUrl, canonicalUrl } from './canonical-url';
import { cleanText, oneLine } from './clean-text';
import { figureOrder, readDate, type DateContext, type ReadDate } from './dates/dates';
import { withoutFooters } from './footers';
import { withoutFurniture } from './furniture';
import { contentHash, identify } from './identity';
import { plainText, plainTitle } from './plain-text';
import { linkKindOf } from './redirectors';
import type { Markup, RawEntry, RawFeed } from './raw-feed';

/** An entry but for its language, which only a detector can tell. */
export type Draft = Omit<Entry, 'lang' | 'dir'>;

/** `url` is where the feed was fetched: what relative links are relative to, if the feed says nothing else. */
export interface NormaliseContext extends DateContext {
  url: string | null;
}

/**
 * What the feed says -> what is meant: addresses, plain text, dates, identity, none of it longer than MOST says but the guid.
 * Entries without any content are left out.
 */
export function normalise(feed: RawFeed, context: NormaliseContext): Draft[] {
  const feedBase = baseOf(feed, context.url);
  const entries = feed.entries.filter(isSomething);
  const order = figureOrder(entries.flatMap(({ published, updated }) => [published, updated]));
  const drafts = entries.map((entry) => draft(entry, feedBase, { ...context, order }));
  const site = [feed.link === null ? null : absoluteUrl(feed.link, context.url), context.url];
  const siteUrls = new Set(site.flatMap((address) => (address === null ? null : canonicalUrl(address)) ?? []));
  // what is told from when the feed was asked is another time at the next poll
  const identities = identify(drafts.map((entry) => (entry.dateFlag === 'approximate' ? { ...entry, publishedAt: null } : entry)), siteUrls);
  const own = ownNames(feed.title === null ? null : plainTitle(feed.title));
  // what tells edits and articles apart are the texts with their footers: only several items together show what is one
  return withoutFooters(drafts.map((entry, i) => ({ ...entry, identity: identities[i] ?? entry.identity })))
    .map((entry) => ({ ...entry, datelineEnd: datelineEnd(entry.text, own) }));
}

const isSomething = (entry: RawEntry) => (entry.title ?? entry.body ?? entry.guid ?? entry.link) !== null;

function draft(entry: RawEntry, feedBase: string | null, context: DateContext): Draft {
  const base = entry.base === null ? feedBase : absoluteUrl(entry.base, feedBase) ?? feedBase;
  const link = entry.link === null ? null : absoluteUrl(cleanText(entry.link), base);
  const original = entry.originalLink ?? link;
  const canonical = original === null ? null : boundedUrl(canonicalUrl(original));
  const title = entry.title === null ? '' : cutText(titleOf(entry.title), MOST.title);
  const text = entry.body === null ? '' : cutText(withoutFurniture(textOf(entry.body), title), MOST.text);
  const hash = contentHash(title, text);
  const updated = readDate(entry.updated, context);
  const { raw: publishedRaw, ...published } = publication(entry, updated, context);
  return {
    guid: entry.guid === null ? null : cleanText(entry.guid),
    link: boundedUrl(link),
    canonicalUrl: canonical,
    linkKind: canonical === null ? null : linkKindOf(canonical),
    identity: hash,
    contentHash: hash,
    title,
    text,
    datelineEnd: null,
    points: entry.points,
    html: entry.body?.html ? cut(cleanText(entry.body.value), MOST.html) : null,
    author: entry.author === null ? null : cutText(plainTitle(entry.author), MOST.author) || null,
    categories: categoriesOf(entry.categories),
    publishedAt: published.at,
    publishedRaw: publishedRaw === null ? null : cut(cleanText(publishedRaw), MOST.date),
    dateFlag: published.flag,
    updatedAt: updated.at,
  };
}

/** An entry that doesn't say, or not in words that can be read, when it was published was so at the latest when it was changed. */
function publication(entry: RawEntry, updated: ReadDate, context: DateContext): ReadDate & { raw: string | null } {
  const published = readDate(entry.published, context);
  const unknown = published.flag === 'missing' || (published.flag === 'unreadable' && updated.at !== null);
  return unknown ? { ...updated, raw: entry.updated } : { ...published, raw: entry.published };
}

function categoriesOf(names: readonly string[]): string[] {
  return names.map((name) => cutText(plainTitle(name), MOST.category)).filter((name) => name !== '').slice(0, MOST.categories);
}

/** xml:base, else the site's own address, else the feed's. Where nobody knows whence the feed came, relative links stay as written. */
function baseOf(feed: RawFeed, url: string | null): string | null {
  const site = feed.link === null || url === null ? null : absoluteUrl(feed.link, url);
  const own = feed.base === null ? null : absoluteUrl(feed.base, url);
  return own ?? site ?? url;
}

const titleOf = ({ value, html }: Markup) => (html ? plainTitle(value) : oneLine(cleanText(value)));
const textOf = ({ value, html }: Markup) => (html ? plainText(value) : cleanText(value).trim());
