import type { XmlNode } from './xml-node';

/** What both readers of XML yield. */
export interface RawDocument {
  feed: Nodes;
  items: Nodes[];
}

/** The raw nodes of a feed or an item by element name (node-names); `$` are its own attributes. */
export type Nodes = (name: string) => readonly XmlNode[];
