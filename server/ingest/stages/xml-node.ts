/** What xml2js makes of an element: a string where it has neither attributes nor children, else an object of arrays. */
export type XmlNode = string | { readonly [name: string]: unknown };

/** `$` attributes, `_` own text, and what keeps the order of an XHTML element's children: `#name` and `$$`. */
const NO_CHILDREN = new Set(['$', '_', '#name', '$$']);

/** The nodes under a key of xml2js's output, whatever its shape. */
export function nodesOf(value: unknown): XmlNode[] {
  if (value === undefined || value === null) return [];
  const isNode = (node: unknown): node is XmlNode => typeof node === 'string' || (typeof node === 'object' && node !== null);
  return (Array.isArray(value) ? value : [value]).filter(isNode);
}

export function attributeOf(node: XmlNode, name: string): string | null {
  if (typeof node === 'string') return null;
  const attributes = node.$;
  if (typeof attributes !== 'object' || attributes === null) return null;
  const value: unknown = Reflect.get(attributes, name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** The children of a node under one name. */
export function childrenOf(node: XmlNode, name: string): XmlNode[] {
  return typeof node === 'string' ? [] : nodesOf(node[name]);
}

/** The text of a node and of all in it, in so far as xml2js kept it. */
export function textOf(node: XmlNode): string {
  if (typeof node === 'string') return node;
  const own = typeof node._ === 'string' ? node._ : '';
  const inner = Object.keys(node).filter((name) => !NO_CHILDREN.has(name)).flatMap((name) => nodesOf(node[name]).map(textOf));
  return [own, ...inner].filter(Boolean).join(' ');
}

/** The first of the nodes that has any text, trimmed. */
export function firstText(nodes: readonly XmlNode[]): string | null {
  for (const node of nodes) {
    const text = textOf(node).trim();
    if (text !== '') return text;
  }
  return null;
}

/** The inside of a node whose children were kept in order, as HTML again; null where they weren't. */
export function innerHtml(node: XmlNode): string | null {
  if (typeof node === 'string' || !Array.isArray(node.$$)) return null;
  return nodesOf(node.$$).map(outerHtml).join('');
}

function outerHtml(node: XmlNode): string {
  const name = typeof node === 'string' ? null : node['#name'];
  if (name === '__text__' || name === '__cdata' || typeof name !== 'string') return escapeHtml(textOf(node));
  const attributes = ['href', 'src', 'alt', 'dir', 'lang'].flatMap((key) => {
    const value = attributeOf(node, key);
    return value === null ? [] : ` ${key}="${escapeHtml(value)}"`;
  });
  return `<${name}${attributes.join('')}>${innerHtml(node) ?? escapeHtml(textOf(node))}</${name}>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => ESCAPES[character] ?? character);
}
