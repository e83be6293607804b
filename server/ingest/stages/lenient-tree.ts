import { absoluteUrl } from './canonical-url';
import { attributeName } from './node-names';
import { nameWithin, scopeWithin, type Scope } from './namespace-scope';
import type { Nodes } from './raw-document';
import { decodeReferences, ownEntities, type OwnEntities } from './xml-entities';
import { ATTRIBUTES, nodesOf, SOURCE, TEXT, type XmlNode } from './xml-node';
import type { Attributes, XmlEvents } from './xml-scanner';

interface Element {
  /** as written, in lower case */
  tag: string;
  /** as the mapping calls it; null beyond the depth that is kept: only its text is, as the text of what is around it */
  name: string | null;
  attributes: Attributes;
  /** xml:base in force, joined with those around it */
  base: string | null;
  scope: Scope | null;
  text: string[];
  children: Map<string, XmlNode[]>;
  /** where its content begins */
  from: number;
}

/** Deeper than any feed; what is nested deeper is text of the last. */
const DEEPEST = 100;
const ITEMS = new Set(['item', 'entry']);
const FEEDS = new Set(['channel', 'feed']);
/** Elements of plain text, and what can't be within them: whoever begins one of these there forgot to close. */
const LEAVES = new Set(['title', 'link', 'guid', 'pubDate', 'category', 'language', 'ttl']);
const NEIGHBOURS = new Set([...LEAVES, 'description', 'item', 'channel', 'enclosure', 'content:encoded', 'dc:creator', 'dc:date']);

/** Builds the raw nodes from what the scanner comes upon. An item is done when it is closed, or when the next one begins. */
export function createTree(source: string, mostItems: number) {
  const stack: Element[] = [];
  /** how many elements of a name are open: a tag that closes none is passed over without a search */
  const openTags = new Map<string, number>();
  const items: Nodes[] = [];
  let feed: Element | null = null;
  let root: Element | null = null;
  let entities: OwnEntities = new Map();
  let atom = false;

  const count = (tag: string, by: number) => openTags.set(tag, (openTags.get(tag) ?? 0) + by);
  const top = () => stack[stack.length - 1];

  function elementFor(written: string, attributes: Attributes, from: number): Element {
    const around = top();
    const tag = written.toLowerCase();
    const kept = stack.length < DEEPEST;
    const scope = kept ? scopeWithin(attributes, around?.scope ?? null) : null;
    if (!atom && feed === null && /^(?:[^:]*:)?feed$/u.test(tag)) atom = true;
    const read = kept ? readAttributes(attributes, scope, around?.base ?? null, entities) : { attributes: {}, base: null };
    const name = kept ? nameWithin(written, scope, atom) : null;
    return { tag, name, ...read, scope, text: kept ? [] : around?.text ?? [], children: new Map(), from };
  }

  /** Takes the topmost element off and puts it where it belongs. */
  function close(end: number, complete: boolean): void {
    const element = stack.pop();
    if (element === undefined) return;
    count(element.tag, -1);
    const around = top();
    if (element.name === null || around === undefined) return;
    if (ITEMS.has(element.name)) {
      if (complete) items.push(nodesIn(element));
    } else {
      const alike = around.children.get(element.name) ?? [];
      around.children.set(element.name, alike);
      alike.push(nodeOf(element, source, end));
    }
  }

  /** An item within an item, and a neighbour within a leaf, are what follows on one that nobody closed. */
  function closeForgotten(name: string, empty: boolean, at: number): void {
    const inLeaf = top()?.name ?? '';
    if (LEAVES.has(inLeaf) && NEIGHBOURS.has(name)) close(at, true);
    if (!ITEMS.has(name) || empty || !stack.some((element) => element.name !== null && ITEMS.has(element.name))) return;
    while (!ITEMS.has(top()?.name ?? '')) close(at, true);
    close(at, true);
  }

  const events: XmlEvents = {
    opened({ name: written, attributes, empty, start, end }) {
      if (stack.length < DEEPEST) closeForgotten(nameWithin(written, scopeWithin(attributes, top()?.scope ?? null), atom), empty, start);
      const element = elementFor(written, attributes, end);
      stack.push(element);
      count(element.tag, 1);
      root ??= element;
      if (feed === null && FEEDS.has(element.name ?? '')) feed = element;
      if (empty) close(end, true);
      return items.length < mostItems;
    },
    closed({ name, start }) {
      const tag = name.toLowerCase();
      if ((openTags.get(tag) ?? 0) === 0) return;
      while (top()?.tag !== tag) close(start, true);
      close(start, true);
    },
    text: (text) => top()?.text.push(decodeReferences(text, entities)),
    cdata: (text) => top()?.text.push(text),
    doctype: (text) => { entities = ownEntities(text); },
  };

  /** Closes what is open. `open`: an item was, and is left out */
  function finish(): { feed: Nodes; items: Nodes[]; open: boolean } {
    const open = stack.some(({ name }) => name !== null && ITEMS.has(name));
    while (stack.length > 0) close(source.length, false);
    return { feed: feedNodes(feed ?? root, root), items, open };
  }
  return { events, finish };
}

/** Values decoded, names as the mapping calls them, xml:base joined with the one around it; without the namespaces. */
function readAttributes(written: Attributes, scope: Scope | null, outerBase: string | null, entities: OwnEntities) {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(written)) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    const called = name.includes(':') ? nameWithin(name, scope, false) : attributeName(name);
    if (!Object.hasOwn(attributes, called)) attributes[called] = decodeReferences(value, entities);
  }
  const own = attributes['xml:base']?.trim();
  const base = own ? absoluteUrl(own, outerBase) : outerBase;
  if (own && base !== null) attributes['xml:base'] = base;
  return { attributes, base };
}

function nodeOf(element: Element, source: string, end: number): XmlNode {
  const text = element.text.join('');
  const hasAttributes = Object.keys(element.attributes).length > 0;
  if (!hasAttributes && element.children.size === 0) return text;
  const node: Record<string, unknown> = Object.assign(Object.create(null), Object.fromEntries(element.children));
  if (text !== '') node[TEXT] = text;
  if (hasAttributes) node[ATTRIBUTES] = element.attributes;
  if (element.children.size > 0) node[SOURCE] = source.slice(element.from, end);
  return node;
}

function nodesIn({ children, attributes }: Pick<Element, 'children' | 'attributes'>): Nodes {
  return (name) => (name === ATTRIBUTES ? nodesOf(attributes) : children.get(name) ?? []);
}

/** A channel's own attributes, then those of the root around it. */
function feedNodes(feed: Element | null, root: Element | null): Nodes {
  if (feed === null) return () => [];
  return nodesIn({ children: feed.children, attributes: { ...root?.attributes, ...feed.attributes } });
}
