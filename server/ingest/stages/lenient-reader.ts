import { MOST_ITEMS } from './bounds';
import { createTree } from './lenient-tree';
import type { RawDocument } from './raw-document';
import { scanXml } from './xml-scanner';

export interface LenientDocument extends RawDocument {
  /** it ends within an item or a tag: that item is left out */
  cut: boolean;
  /** it has more items than are taken */
  capped: boolean;
}

/**
 * XML, however broken -> the raw nodes of its feed and of its complete items. Knows namespaces by their address, names in any case,
 * wrong nesting, attributes and entities as they come. Linear in the input; never throws.
 */
export function readLeniently(xml: string): LenientDocument {
  const tree = createTree(xml, MOST_ITEMS);
  const { cut } = scanXml(xml, tree.events);
  const { feed, items, open } = tree.finish();
  return { feed, items, cut: cut || open, capped: items.length >= MOST_ITEMS };
}
