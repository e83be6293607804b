import type { Markup, RawEntry, RawFeed } from './raw-feed';
import { readXml, type Nodes } from './rss-parser';
import { attributeOf, childrenOf, firstText, innerHtml, textOf, type XmlNode } from './xml-node';

/**
 * RSS 0.9x to 2.0, RDF and Atom -> RawFeed.
 * @throws Error in the reader's words where the XML is broken or its root is no feed's
 */
export async function readXmlFeed(xml: string): Promise<RawFeed> {
  const { feed, items } = await readXml(xml);
  return {
    title: firstText(feed('title')),
    link: linkOf([...feed('link'), ...feed('atom:link')]),
    description: firstText([...feed('description'), ...feed('subtitle'), ...feed('tagline')]),
    language: firstText([...feed('language'), ...feed('dc:language')]) ?? own(feed, 'xml:lang'),
    base: own(feed, 'xml:base'),
    entries: items.map(readItem),
  };
}

function readItem(item: Nodes): RawEntry {
  const first = (...names: string[]) => firstText(names.flatMap(item));
  const guid = first('guid', 'id') ?? own(item, 'rdf:about');
  return {
    guid,
    link: linkOf(item('link')) ?? permalink(item('guid')[0]),
    originalLink: first('feedburner:origLink'),
    title: markupOf([...item('title'), ...item('dc:title')]),
    body: bodyOf(item),
    author: authorOf([...item('dc:creator'), ...item('author'), ...item('itunes:author')]),
    categories: categoriesOf([...item('category'), ...item('dc:subject')]),
    published: first('pubDate', 'date:published', 'atom:published', 'issued', 'dc:date', 'dcterms:issued', 'created', 'dcterms:created'),
    updated: first('date:updated', 'atom:updated', 'modified', 'dcterms:modified'),
    base: own(item, 'xml:base'),
  };
}

function own(nodes: Nodes, name: string): string | null {
  const [attributes] = nodes('$');
  const value = attributes && typeof attributes !== 'string' ? attributes[name] : null;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** RSS has the address as text, Atom as `href` of the link that is `alternate` (or names no relation). */
function linkOf(links: readonly XmlNode[]): string | null {
  const hrefOf = (link: XmlNode) => attributeOf(link, 'href') ?? textOf(link).trim();
  const written = links.map((link) => ({ href: hrefOf(link), rel: attributeOf(link, 'rel') ?? 'alternate' }));
  const usable = written.filter(({ href }) => href !== '');
  return usable.find(({ rel }) => rel === 'alternate')?.href ?? null;
}

/** A guid is an address unless it says that it isn't; only one that looks like it is taken. */
function permalink(guid: XmlNode | undefined): string | null {
  if (guid === undefined || attributeOf(guid, 'isPermaLink') === 'false') return null;
  const text = textOf(guid).trim();
  return /^https?:\/\//iu.test(text) ? text : null;
}

/** The first with any text. Atom's `type="text"` (its default) says that `<` is just that; RSS never says, and means HTML. */
function markupOf(nodes: readonly XmlNode[]): Markup | null {
  for (const node of nodes) {
    const type = attributeOf(node, 'type');
    const value = type?.includes('xhtml') ? innerHtml(node) ?? textOf(node) : textOf(node);
    if (value.trim() !== '') return { value: value.trim(), html: type !== 'text' && type !== 'text/plain' };
  }
  return null;
}

/** The fullest that there is: the content; else the longer of what calls itself a summary. */
function bodyOf(item: Nodes): Markup | null {
  const content = markupOf([...item('content:encoded'), ...item('content')]);
  const summaries = ['description', 'summary', 'itunes:summary'].map((name) => markupOf(item(name))).filter((markup) => markup !== null);
  const longest = summaries.reduce<Markup | null>((best, markup) => (best && best.value.length >= markup.value.length ? best : markup), null);
  if (!content) return longest;
  return longest && longest.value.length > content.value.length ? longest : content;
}

function authorOf(nodes: readonly XmlNode[]): string | null {
  const names = nodes.flatMap((node) => firstText(childrenOf(node, 'name')) ?? firstText([node]) ?? []);
  return names.length === 0 ? null : [...new Set(names)].join(', ');
}

function categoriesOf(nodes: readonly XmlNode[]): string[] {
  const named = nodes.map((node) => attributeOf(node, 'label') ?? (textOf(node).trim() || attributeOf(node, 'term') || ''));
  return [...new Set(named.filter((name) => name !== ''))];
}
