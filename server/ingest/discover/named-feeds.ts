import { decodeAddress, scanTags, type Tag } from '../stages/scan-tags';

/** A page longer than this names its feeds in its head, which comes first. */
const MOST_CHARACTERS = 2_000_000;
const FEED_TYPE = /^(?:application|text)\/(?:(?:rss|atom|rdf)\+xml|(?:feed\+)?json|xml)(?:\s*;|$)/iu;
/** That page's comments, or its own data, are no feed of the site's. */
const NOT_MEANT = /\/comments\/feed|\/wp-json\/|oembed|\/manifest\.json|opensearch/iu;
/** How addresses of feeds end, or what they pass. */
const FEED_PATH = /(?:^|[/._-])(?:rss|rss2|atom|feed|feeds|rdf)(?:\.(?:xml|php|aspx?|html?))?\/?$|\.(?:rss|atom|rdf)$|\/(?:rss|feeds?)\/|(?:rss|feed)s?\.xml$/iu;
const FEED_QUERY = /[?&](?:feed=(?:rss2?|atom|rdf)|format=(?:rss|feed|atom)|type=rss|alt=rss)(?:&|$)/iu;

export interface NamedFeeds {
  /** by <link rel="alternate">, as pages do for feed readers */
  links: string[];
  /** by links for people that look like a feed's */
  anchors: string[];
}

/** The feeds that a page names: absolute http(s) addresses, in its order, each once. */
export function namedFeeds(html: string, pageUrl: string): NamedFeeds {
  const links = new Set<string>();
  const anchors = new Set<string>();
  let base = pageUrl;
  for (const tag of scanTags(html.slice(0, MOST_CHARACTERS))) {
    if (tag.kind === 'close') continue;
    if (tag.name === 'base') base = absolute(tag, pageUrl) ?? base;
    else if (tag.name === 'link' && isFeedLink(tag)) add(links, absolute(tag, base));
    else if (tag.name === 'a' || tag.name === 'area') add(anchors, feedAnchor(absolute(tag, base)));
  }
  return { links: [...links], anchors: [...anchors].filter((url) => !links.has(url)) };
}

function add(urls: Set<string>, url: string | null): void {
  if (url !== null && !NOT_MEANT.test(url)) urls.add(url);
}

function isFeedLink({ attributes }: Tag): boolean {
  const rel = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/u);
  return (rel.includes('alternate') || rel.includes('feed')) && FEED_TYPE.test((attributes.get('type') ?? '').trim());
}

function absolute({ attributes }: Tag, base: string): string | null {
  const href = decodeAddress(attributes.get('href') ?? '').replace(/^feed:(?:\/\/)?(?=https?:)/iu, '').replace(/^feed:\/\//iu, 'http://');
  if (href === '' || !URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  url.hash = '';
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

function feedAnchor(url: string | null): string | null {
  if (url === null) return null;
  const { pathname, search } = new URL(url);
  return FEED_PATH.test(pathname) || FEED_QUERY.test(search) ? url : null;
}
