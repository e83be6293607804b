import RssParser from 'rss-parser';
import utils from 'rss-parser/lib/utils.js';
import type { XmlNode } from './xml-node';

// rss-parser's own reading of an item's text and links is quadratic (stripHtml) or throws at what it didn't expect (getContent, getLink).
// The raw nodes are taken instead, so that these are not to do anything.
utils.stripHtml = () => '';
utils.getSnippet = () => '';
utils.getContent = () => '';
utils.getLink = () => undefined;

/** Prefix under which the raw nodes are handed through. */
const RAW = 'raw:';
const FEED_NODES = ['title', 'subtitle', 'tagline', 'description', 'language', 'dc:language', 'link', 'atom:link', '$'];
const ITEM_NODES = [
  'title', 'dc:title', 'link', 'feedburner:origLink', 'guid', 'id', 'description', 'summary', 'content', 'content:encoded', 'itunes:summary',
  'author', 'dc:creator', 'itunes:author', 'category', 'dc:subject', 'pubDate', 'dc:date', 'dcterms:issued', 'dcterms:created',
  'dcterms:modified', 'atom:updated', 'atom:published', 'issued', 'created', 'modified', 'date:published', 'date:updated', '$',
];

/** rss-parser turns an Atom entry's dates into ISO at once and throws at an odd one: under another name it leaves them alone. */
const RENAMED = new Map([['published', 'date:published'], ['updated', 'date:updated']]);
const DEFAULT_RSS = 2;

export interface RawDocument {
  feed: Nodes;
  items: Nodes[];
}
/** The raw nodes of a feed or an item by element name; `$` are its own attributes. */
export type Nodes = (name: string) => XmlNode[];

/**
 * XML -> the raw nodes of its feed and items, by rss-parser.
 * @throws what rss-parser and sax throw: broken XML, or a root element that is no feed's
 */
export async function readXml(xml: string): Promise<RawDocument> {
  const parsed: unknown = await parserFor(xml).parseString(xml);
  if (typeof parsed !== 'object' || parsed === null) throw new Error('the reader found nothing');
  const items: unknown = Reflect.get(parsed, 'items');
  return { feed: nodesUnder(parsed), items: Array.isArray(items) ? items.map(nodesUnder) : [] };
}

function parserFor(xml: string): RssParser {
  const keep = (name: string): (string | { keepArray: boolean })[] => [name, RAW + name, { keepArray: true }];
  return new RssParser({
    defaultRSS: DEFAULT_RSS,
    xml2js: { tagNameProcessors: [(name: string) => RENAMED.get(name) ?? name], ...(isXhtml(xml) ? IN_ORDER : {}) },
    // the typings know only names in `feed`
    customFields: { feed: FEED_NODES.map(keep) as never[], item: ITEM_NODES.map(keep) },
  });
}

/** XHTML inside a feed mixes text and elements, whose order xml2js keeps only if told to; it costs twice the time. */
const isXhtml = (xml: string) => /\stype\s*=\s*["'](?:xhtml|application\/xhtml\+xml)["']/u.test(xml);
const IN_ORDER = { explicitChildren: true, preserveChildrenOrder: true, charsAsChildren: true, includeWhiteChars: true };

function nodesUnder(parsed: unknown): Nodes {
  return (name) => {
    if (typeof parsed !== 'object' || parsed === null) return [];
    const nodes: unknown = Reflect.get(parsed, RAW + name);
    return nodes === undefined ? [] : ((Array.isArray(nodes) ? nodes : [nodes]) as XmlNode[]);
  };
}
