import RssParser from 'rss-parser';
import utils from 'rss-parser/lib/utils.js';
import { FEED_NODES, ITEM_NODES, attributeName, nodeName } from './node-names';
import type { Nodes, RawDocument } from './raw-document';
import { nodesOf, type XmlNode } from './xml-node';

// rss-parser's own reading of an item's text and links is quadratic (stripHtml) or throws at what it didn't expect (getContent, getLink).
// The raw nodes are taken instead, so that these are not to do anything.
utils.stripHtml = () => '';
utils.getSnippet = () => '';
utils.getContent = () => '';
utils.getLink = () => undefined;

/** Prefix under which the raw nodes are handed through. */
const RAW = 'raw:';
const DEFAULT_RSS = 2;
/** The root that rss-parser asks for is the one name that it wants in capitals. */
const tagName = (name: string) => (name === 'rdf:RDF' ? name : nodeName(name));
/** name -> the name under which its raw nodes are; made once, since a string made for each look-up costs more than the look-up */
const RAW_NAMES = new Map([...FEED_NODES, ...ITEM_NODES].map((name) => [name as string, RAW + name]));
const keep = (name: string): (string | { keepArray: boolean })[] => [name, RAW + name, { keepArray: true }];

/**
 * XML -> the raw nodes of its feed and items, by rss-parser.
 * @throws what rss-parser and sax throw: broken XML, or a root element that is no feed's
 */
export async function readByRssParser(xml: string): Promise<RawDocument> {
  const parser = new RssParser({
    defaultRSS: DEFAULT_RSS,
    xml2js: { tagNameProcessors: [tagName], attrNameProcessors: [attributeName] },
    // the typings know only names in `feed`
    customFields: { feed: FEED_NODES.map(keep) as never[], item: ITEM_NODES.map(keep) },
  });
  const parsed: unknown = await parser.parseString(xml);
  if (typeof parsed !== 'object' || parsed === null) throw new Error('the reader found nothing');
  const items: unknown = Reflect.get(parsed, 'items');
  return { feed: nodesUnder(parsed), items: Array.isArray(items) ? items.filter(isObject).map(nodesUnder) : [] };
}

const isObject = (item: unknown): item is object => typeof item === 'object' && item !== null;
const NONE: readonly XmlNode[] = [];

/** With `keepArray`, what xml2js has under a name is handed on: an array, always. */
function nodesUnder(parsed: object): Nodes {
  return (name) => {
    const nodes: unknown = Reflect.get(parsed, RAW_NAMES.get(name) ?? '');
    return nodes === undefined ? NONE : nodesOf(nodes);
  };
}
