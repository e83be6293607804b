import { alternateOf, relatedOf } from './links';
import { markupOf } from './markup';
import { pointsOf } from './points';
import type { Nodes } from './raw-document';
import type { Markup, RawEntry, RawFeed } from './raw-feed';
import { timeToLive } from './time-to-live';
import { attributeOf, childrenOf, firstText, textOf, type XmlNode } from './xml-node';

/** RSS 0.9x to 2.0, RDF, Atom and CDF, by their raw nodes -> RawFeed. */
export function mapFeed(feed: Nodes, items: readonly Nodes[]): RawFeed {
  const links = [...feed('link'), ...feed('atom:link')];
  return {
    title: plainly([...feed('title'), ...feed('dc:title')]),
    link: alternateOf(links) ?? own(feed, 'href'),
    description: plainly([...feed('description'), ...feed('subtitle'), ...feed('tagline'), ...feed('itunes:summary')]),
    language: firstText([...feed('language'), ...feed('dc:language')]) ?? own(feed, 'xml:lang'),
    base: own(feed, 'xml:base'),
    hub: relatedOf(links, 'hub'),
    self: relatedOf(links, 'self'),
    ttlSeconds: timeToLive(feed),
    entries: items.map((item) => mapItem(item, own(feed, 'xml:base'))),
  };
}

const plainly = (nodes: readonly XmlNode[]) => markupOf(nodes)?.value ?? null;

function mapItem(item: Nodes, feedBase: string | null): RawEntry {
  const base = own(item, 'xml:base');
  const id = [...item('guid'), ...item('id'), ...item('atom:id')];
  return {
    guid: firstText(id) ?? own(item, 'rdf:about'),
    link: alternateOf([...item('atom:link'), ...item('link')]) ?? own(item, 'href') ?? permalink(id[0], base ?? feedBase),
    originalLink: firstText(item('feedburner:origLink')),
    title: titleOf(item),
    body: bodyOf(item),
    author: authorOf([...item('dc:creator'), ...item('author'), ...item('atom:author'), ...item('dc:author'), ...item('itunes:author')]),
    categories: categoriesOf([...item('category'), ...item('atom:category'), ...item('dc:subject')]),
    published: dateOf(item, PUBLISHED),
    updated: dateOf(item, UPDATED) ?? own(item, 'lastmod'),
    base,
    points: pointsOf(item),
  };
}

const PUBLISHED = [
  'pubDate', 'date:published', 'atom:published', 'issued', 'dc:date', 'dcterms:issued', 'created', 'dcterms:created', 'date', 'prism:publicationDate',
];
const UPDATED = ['date:updated', 'atom:updated', 'modified', 'dcterms:modified', 'lastBuildDate'];

/** The first that has a figure in it, so that a "today" doesn't hide the date that stands beside it; else the first. */
function dateOf(item: Nodes, names: readonly string[]): string | null {
  const written = names.flatMap(item).map((node) => textOf(node).trim()).filter((text) => text !== '');
  return written.find((text) => /\p{N}/u.test(text)) ?? written[0] ?? null;
}

function own(nodes: Nodes, name: string): string | null {
  const [attributes] = nodes('$');
  const value = attributes && typeof attributes !== 'string' ? attributes[name] : null;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A guid is an address unless it says that it isn't; only one that looks like it is taken, or like a path from the root, or from xml:base. */
function permalink(guid: XmlNode | undefined, base: string | null): string | null {
  if (guid === undefined || attributeOf(guid, 'isPermaLink')?.toLowerCase() === 'false') return null;
  const text = textOf(guid).trim();
  const isPath = /^\/[^\s:]*$/u.test(text) || (base !== null && /^[^\s:]*\/[^\s:]*$/u.test(text));
  return isPath || /^https?:\/\//iu.test(text) ? text : null;
}

/** A media item's own title is better than none. */
function titleOf(item: Nodes): Markup | null {
  return markupOf([...item('title'), ...item('dc:title')]) ?? markupOf([...inMedia(item, 'media:title'), ...item('itunes:title')]);
}

/** The nodes of a name, in the item itself and in the media that it carries. */
function inMedia(item: Nodes, name: string): XmlNode[] {
  const groups = item('media:group');
  const media = [...groups, ...item('media:content'), ...groups.flatMap((group) => childrenOf(group, 'media:content')), ...item('enclosure')];
  return [...item(name), ...media.flatMap((node) => childrenOf(node, name))];
}

const CONTENTS = ['content:encoded', 'content', 'atom:content', 'xhtml:body', 'body', 'fullitem'];
const SUMMARIES = ['description', 'summary', 'atom:summary', 'abstract', 'dc:description', 'dcterms:abstract', 'itunes:summary'];

/** The fullest that there is: the content; else the longest of what calls itself a summary; else what is said about its media. */
function bodyOf(item: Nodes): Markup | null {
  const content = markupOf(CONTENTS.flatMap(item));
  const summaries = SUMMARIES.flatMap((name) => markupOf(item(name)) ?? []);
  const longest = summaries.reduce<Markup | null>((best, markup) => (best && best.value.length >= markup.value.length ? best : markup), null);
  if (content && longest) return longest.value.length > content.value.length ? longest : content;
  return content ?? longest ?? markupOf([...inMedia(item, 'media:description'), ...inMedia(item, 'media:text'), ...item('itunes:subtitle')]);
}

function authorOf(nodes: readonly XmlNode[]): string | null {
  const nameIn = (node: XmlNode) => firstText(childrenOf(node, 'name')) ?? firstText(childrenOf(node, 'email')) ?? firstText([node]);
  const names = nodes.flatMap((node) => nameIn(node) ?? []);
  return names.length === 0 ? null : [...new Set(names)].join(', ');
}

function categoriesOf(nodes: readonly XmlNode[]): string[] {
  const named = nodes.map((node) => attributeOf(node, 'label') ?? (textOf(node).trim() || attributeOf(node, 'term') || ''));
  return [...new Set(named.filter((name) => name !== ''))];
}
