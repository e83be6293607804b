import { languageSchema, countrySchema, timezoneSchema } from '../../lib/starting-feeds';
import { MOST_ADDED } from '../../lib/source-input';
import type { NewSource, RefusalReason } from '../../lib/source';
import { plainTitle } from '../ingest/stages/plain-text';
import { decodeAddress, scanTags, type Tag } from '../ingest/stages/scan-tags';
import { webAddress } from './address';
import type { OpmlContent } from './content';
import { createEndOfValue } from './end-of-value';
import { createLines } from './lines';
import { readPlainList } from './plain-list';

const MOST_LEVELS = 10;
const MOST_TITLE = 200;
const FEED_TYPES = new Set(['rss', 'atom', 'feed', 'rdf', 'json']);

/**
 * The feeds of an OPML outline, however broken its XML, each in its folder; or of a plain list of addresses. What names no feed is
 * listed with its line. Never throws.
 */
export function readOpml(text: string): OpmlContent {
  const reader = createReader(text);
  for (const tag of scanTags(text, createEndOfValue(text))) if (tag.name === 'outline') reader.take(tag);
  return capped(reader.outlines() > 0 ? reader.content : readPlainList(text));
}

function createReader(text: string) {
  const content: OpmlContent = { feeds: [], refused: [] };
  const lineOf = createLines(text);
  /** for each open outline the levels down to it */
  const open: string[][] = [];
  let outlines = 0;

  function take(tag: Tag): void {
    outlines += 1;
    if (tag.kind === 'close') {
      open.pop();
      return;
    }
    const levels = open.at(-1) ?? [];
    const line = lineOf(tag.offset);
    const title = titleOf(tag);
    const url = addressOf(tag);
    if (tag.cutOff) content.refused.push({ url, title, line, reasons: [{ code: 'cut-off' }] });
    else if (url !== null) content.feeds.push({ ...feedOf(tag, url, title), folder: folderOf(tag, levels), line });
    else if (tag.kind === 'empty' || isFeed(tag)) content.refused.push({ url: null, title, line, reasons: [{ code: 'no-xml-url' }] });
    if (tag.kind === 'open') open.push(url === null && title !== null && levels.length < MOST_LEVELS ? [...levels, title.replaceAll('/', '\u2215')] : levels);
  }
  return { content, take, outlines: () => outlines };
}

const isFeed = ({ attributes }: Tag) => FEED_TYPES.has((attributes.get('type') ?? '').toLowerCase());

function titleOf({ attributes }: Tag): string | null {
  const named = plainTitle(attributes.get('text') ?? '') || plainTitle(attributes.get('title') ?? '');
  return named === '' ? null : [...named].slice(0, MOST_TITLE).join('').trim();
}

function addressOf(tag: Tag): string | null {
  const { attributes } = tag;
  const written = attributes.get('xmlurl') ?? (isFeed(tag) ? attributes.get('url') : undefined);
  return written === undefined || written.trim() === '' ? null : webAddress(decodeAddress(written));
}

function feedOf({ attributes }: Tag, url: string, title: string | null): NewSource {
  const own = (name: string) => plainTitle(attributes.get(`marsad:${name}`) ?? '') || null;
  const site = webAddress(decodeAddress(attributes.get('htmlurl') ?? ''));
  const { data: language = null } = languageSchema.safeParse((attributes.get('language') ?? '').trim().toLowerCase().split(/[-_]/u)[0]);
  return {
    url,
    title: title ?? (URL.canParse(url) ? new URL(url).hostname : url),
    siteUrl: URL.canParse(site) ? site : null,
    publisherName: own('publisher'),
    language,
    country: countrySchema.safeParse(own('country')).data ?? null,
    timezone: timezoneSchema.safeParse(own('timezone')).data ?? null,
    fullArticles: own('fullarticles') === 'true',
  };
}

/** Where it lies in the outline; else where its category says. A "/" within a name is no level. */
function folderOf({ attributes }: Tag, levels: readonly string[]): string | null {
  if (levels.length > 0) return levels.join('/');
  const category = plainTitle(attributes.get('category') ?? '').split(',')[0] ?? '';
  return category.startsWith('/') ? category.slice(1) || null : null;
}

/** A report is read by a person. What is left out is counted. */
function capped({ feeds, refused }: OpmlContent): OpmlContent {
  const more = (reason: RefusalReason) => ({ url: null, title: null, line: null, reasons: [reason] });
  const listed = refused.slice(0, 1000);
  if (refused.length > listed.length) listed.push(more({ code: 'more-unnamed', n: refused.length - listed.length }));
  if (feeds.length > MOST_ADDED) listed.push(more({ code: 'more-feeds', n: feeds.length - MOST_ADDED, most: MOST_ADDED }));
  return { feeds: feeds.slice(0, MOST_ADDED), refused: listed };
}
