/** The elements that the mapping asks for, by the names it calls them. `$` are a node's own attributes. */
export const FEED_NODES = [
  'title', 'dc:title', 'description', 'subtitle', 'tagline', 'itunes:summary', 'language', 'dc:language', 'link', 'atom:link',
  'ttl', 'sy:updatePeriod', 'sy:updateFrequency', '$',
] as const;
export const ITEM_NODES = [
  'title', 'dc:title', 'media:title', 'itunes:title', 'link', 'atom:link', 'feedburner:origLink', 'guid', 'id', 'atom:id',
  'description', 'summary', 'abstract', 'dc:description', 'dcterms:abstract', 'atom:summary', 'content', 'content:encoded', 'atom:content', 'xhtml:body', 'body',
  'fullitem', 'media:description', 'media:text', 'media:group', 'media:content', 'enclosure', 'itunes:summary', 'itunes:subtitle',
  'author', 'dc:creator', 'dc:author', 'atom:author', 'itunes:author', 'category', 'dc:subject', 'atom:category',
  'pubDate', 'dc:date', 'dcterms:issued', 'dcterms:created', 'dcterms:modified', 'atom:updated', 'atom:published', 'issued', 'created', 'modified', 'lastBuildDate',
  'date', 'prism:publicationDate', 'date:published', 'date:updated',
  'georss:point', 'georss:where', 'gml:Point', 'geo:Point', 'geo:lat', 'geo:long', '$',
] as const;

/** Children of these that the mapping asks for in turn. */
const INNER_NODES = ['name', 'email', 'gml:pos', 'gml:coordinates'];
/** rss-parser turns an Atom entry's dates into ISO at once and throws at an odd one: under another name it leaves them alone. */
const RENAMED = new Map([['published', 'date:published'], ['updated', 'date:updated']]);
/** as written in lower case -> as called here */
const CALLED = new Map([...FEED_NODES, ...ITEM_NODES, ...INNER_NODES].map((name) => [name.toLowerCase(), name as string]));

const AS_CALLED: ReadonlySet<string> = new Set(CALLED.values());

/** Element names don't differ by case alone, whatever XML says: `<pubdate>` and `<PUBDATE>` are meant to be `<pubDate>`. */
export function nodeName(written: string): string {
  if (AS_CALLED.has(written)) return written;
  const lower = written.toLowerCase();
  return RENAMED.get(lower) ?? CALLED.get(lower) ?? lower;
}

const ATTRIBUTES_CALLED = new Map([['ispermalink', 'isPermaLink'], ['srsname', 'srsName']]);

/** The same for attributes. */
export function attributeName(written: string): string {
  const lower = written.toLowerCase();
  return ATTRIBUTES_CALLED.get(lower) ?? lower;
}
