import { absoluteUrl } from './canonical-url';
import { attributeOf, textOf, type XmlNode } from './xml-node';

interface Link {
  href: string;
  rel: string;
  type: string;
}

const RELATION = 'http://www.iana.org/assignments/relation/';

/** Relation in lower case; one that says nothing is `alternate`. The address is relative to its own xml:base, if it has one. */
function linksIn(nodes: readonly XmlNode[]): Link[] {
  return nodes.flatMap((node) => {
    const written = mended(attributeOf(node, 'href') ?? textOf(node).trim());
    const base = attributeOf(node, 'xml:base');
    const href = base === null ? written : absoluteUrl(written, base) ?? '';
    const rel = (attributeOf(node, 'rel') ?? 'alternate').toLowerCase().replace(RELATION, '');
    return href === '' ? [] : [{ href, rel, type: attributeOf(node, 'type')?.toLowerCase() ?? '' }];
  });
}

/** An address that was escaped twice, and one with a slash too many, are meant as they would be without. */
function mended(address: string): string {
  return address.replaceAll('&amp;', '&').replace(/^(https?:\/\/)\/+/iu, '$1');
}

/** RSS has the address as text, Atom as `href` of the link that is `alternate`: a page before other things, and of several the last. */
export function alternateOf(nodes: readonly XmlNode[]): string | null {
  const alternates = linksIn(nodes).filter(({ rel }) => rel.split(/\s+/u).includes('alternate'));
  const pages = alternates.filter(({ type }) => type === '' || type.includes('html'));
  return (pages.at(-1) ?? alternates.at(-1))?.href ?? null;
}

/** The first link of a relation. */
export function relatedOf(nodes: readonly XmlNode[], relation: string): string | null {
  return linksIn(nodes).find(({ rel }) => rel.split(/\s+/u).includes(relation))?.href ?? null;
}
