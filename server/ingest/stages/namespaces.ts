/** Namespaces that feeds use -> the prefix by which the mapping calls them; `''` for those of the formats themselves. */
const PREFIXES = new Map([
  ['', ''],
  ['http://www.w3.org/2005/atom', 'atom'],
  ['http://purl.org/atom/ns', 'atom'],
  ['http://purl.org/rss/1.0', ''],
  ['http://my.netscape.com/rdf/simple/0.9', ''],
  ['http://channel.netscape.com/rdf/simple/0.9', ''],
  ['http://my.netscape.com/publish/formats/rss-0.91.dtd', ''],
  ['http://purl.org/rss/1.0/modules/rss091', ''],
  ['http://blogs.law.harvard.edu/tech/rss', ''],
  ['http://cyber.law.harvard.edu/rss', ''],
  ['http://purl.org/dc/elements/1.1', 'dc'],
  ['http://purl.org/dc/elements/1.0', 'dc'],
  ['http://purl.org/dc/terms', 'dcterms'],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://purl.org/rss/1.0/modules/syndication', 'sy'],
  ['http://purl.org/rss/1.0/modules/slash', 'slash'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://www.rssboard.org/media-rss', 'media'],
  ['http://tools.search.yahoo.com/mrss', 'media'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://www.georss.org/georss', 'georss'],
  ['http://www.georss.org/georss/10', 'georss'],
  ['http://www.opengis.net/gml', 'gml'],
  ['http://www.opengis.net/gml/3.2', 'gml'],
  ['http://www.w3.org/2003/01/geo/wgs84_pos', 'geo'],
  ['http://rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['http://prismstandard.org/namespaces/1.2/basic', 'prism'],
  ['http://prismstandard.org/namespaces/basic/2.0', 'prism'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://www.w3.org/xml/1998/namespace', 'xml'],
]);

/** The prefix for a namespace's address, which feeds write with and without its last sign, and with https; undefined for one not known. */
export function knownPrefix(address: string): string | undefined {
  const plain = address.trim().toLowerCase().replace(/^https:/u, 'http:').replace(/[/#]$/u, '');
  return plain.startsWith('http://backend.userland.com/rss') ? '' : PREFIXES.get(plain);
}
