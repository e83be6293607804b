/** An element as its reader leaves it: a string where it has neither attributes nor children, else an object of arrays. */
export type XmlNode = string | { readonly [name: string]: unknown };

/** Under what an element's own things are kept: attributes, own text, and the source of what is in it. */
export const ATTRIBUTES = '$';
export const TEXT = '_';
export const SOURCE = '#source';
const NO_CHILDREN: ReadonlySet<string> = new Set([ATTRIBUTES, TEXT, SOURCE]);

/** The nodes under a key of a reader's output, whatever its shape. */
export function nodesOf(value: unknown): readonly XmlNode[] {
  if (Array.isArray(value)) return value.every(isNode) ? value : value.filter(isNode);
  return isNode(value) ? [value] : [];
}

const isNode = (value: unknown): value is XmlNode => typeof value === 'string' || (typeof value === 'object' && value !== null);

export function attributeOf(node: XmlNode, name: string): string | null {
  if (typeof node === 'string') return null;
  const attributes = node[ATTRIBUTES];
  if (typeof attributes !== 'object' || attributes === null) return null;
  const value: unknown = Reflect.get(attributes, name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** The children of a node under one name. */
export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  return typeof node === 'string' ? [] : nodesOf(node[name]);
}

export function hasChildren(node: XmlNode): boolean {
  if (typeof node === 'string') return false;
  for (const name in node) if (!NO_CHILDREN.has(name)) return true;
  return false;
}

/** The text of a node and of all in it. */
export function textOf(node: XmlNode): string {
  if (typeof node === 'string') return node;
  const own = node[TEXT];
  const inner = Object.keys(node).filter((name) => !NO_CHILDREN.has(name)).flatMap((name) => nodesOf(node[name]).map(textOf));
  return [typeof own === 'string' ? own : '', ...inner].filter(Boolean).join(' ');
}

/** The source of all that is in a node that has children; null for one without, or where the reader didn't keep it. */
export function sourceOf(node: XmlNode): string | null {
  const source = typeof node === 'string' ? null : node[SOURCE];
  return typeof source === 'string' ? source : null;
}

/** The first of the nodes that has any text, trimmed. */
export function firstText(nodes: readonly XmlNode[]): string | null {
  for (const node of nodes) {
    const text = textOf(node).trim();
    if (text !== '') return text;
  }
  return null;
}
