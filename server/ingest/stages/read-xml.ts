import { MOST_ITEMS } from './bounds';
import { readLeniently } from './lenient-reader';
import { knownPrefix } from './namespaces';
import type { RawDocument } from './raw-document';
import { readByRssParser } from './rss-parser';
import { hasChildren } from './xml-node';

export interface ReadXml extends RawDocument {
  /** what was wrong with the document and how it was read all the same, in words for people */
  notes: string[];
}

const ROOTS = new Set(['rss', 'feed', 'rdf:RDF']);
/** Nodes whose order of text and tags rss-parser doesn't keep. */
const TEXTS = ['title', 'description', 'summary', 'content', 'content:encoded', 'dc:title', 'dc:description', 'link', 'guid', 'pubDate'];
const NAMESPACE = /\sxmlns(?::([^\s=<>]+))?\s*=\s*["']([^"'<>]*)["']/gu;
/** XHTML mixes text and elements, an xml:base may hold for any of them, and Atom 0.3 calls XML what is no text. */
const BEYOND_RSS_PARSER = /\stype\s*=\s*["'](?:xhtml|[a-z]+\/(?:[a-z]+\+)?xml)["']|\smode\s*=\s*["']xml["']|\sxml:base\s*=/iu;
/** What rss-parser takes more than half a second for. */
const MOST_TAGS = 200_000;
const ITEM = /<(?:item|entry)[\s/>]/giu;

/**
 * XML -> raw nodes. rss-parser reads first; where it gives up, or is known to read wrong, the lenient reader does, and nobody after
 * this knows which. `root` is the first element's name as written, `firstLine` the line that the XML begins in.
 */
export async function readXml(xml: string, root: string, firstLine: number): Promise<ReadXml> {
  if (!ROOTS.has(root) || hasManyTags(xml) || BEYOND_RSS_PARSER.test(xml) || hasOddNamespaces(xml)) return lenient(xml, null);
  const first = await attempt(xml, firstLine);
  if (typeof first === 'string') return lenient(xml, first);
  const listed = countItems(xml);
  return listed <= MOST_ITEMS && first.items.length === listed && !isMixed(first) ? { ...first, notes: [] } : lenient(xml, null);
}

function lenient(xml: string, problem: string | null): ReadXml {
  const { feed, items, cut, capped } = readLeniently(xml);
  const cutOff = `cut off: only its complete items were kept${problem === null ? '' : ` (${problem})`}`;
  if (capped) return { feed, items, notes: [`only the first ${MOST_ITEMS} items were read`] };
  if (cut) return { feed, items, notes: [cutOff] };
  return { feed, items, notes: problem === null ? [] : [`read leniently: ${problem}`] };
}

/** The document, or what is wrong with it. */
async function attempt(xml: string, firstLine: number): Promise<RawDocument | string> {
  try {
    return await readByRssParser(xml);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return inWords(error, firstLine);
  }
}

/** A known namespace under another prefix than its usual one, or a second default one: rss-parser goes by prefixes alone. */
function hasOddNamespaces(xml: string): boolean {
  const rootEnds = xml.indexOf('>', xml.search(/<[a-z]/iu));
  for (const { 1: prefix = '', 2: address = '', index } of xml.matchAll(NAMESPACE)) {
    const known = knownPrefix(address);
    const fits = known === undefined || known === prefix || (prefix === '' && (known === 'atom' || known === 'rdf') && index < rootEnds);
    if (!fits) return true;
  }
  return false;
}

function countItems(xml: string): number {
  let found = 0;
  ITEM.lastIndex = 0;
  while (ITEM.test(xml)) found++;
  return found;
}

function hasManyTags(xml: string): boolean {
  let at = xml.indexOf('<');
  for (let found = 0; found < MOST_TAGS && at >= 0; found++) at = xml.indexOf('<', at + 1);
  return at >= 0;
}

/** Tags stood where text belongs, and rss-parser has put the one apart from the other. */
function isMixed({ feed, items }: RawDocument): boolean {
  return [feed, ...items].some((nodes) => TEXTS.some((name) => nodes(name).some(hasChildren)));
}

/** sax says "Unexpected close tag\nLine: 11\nColumn: 6\nChar: >", lines from 0. */
function inWords(error: Error, firstLine: number): string {
  const [what = error.message, ...where] = error.message.split('\n');
  const place = new Map(where.map((part) => part.split(': ') as [string, string]));
  const line = place.get('Line');
  if (line !== undefined) return `broken XML at line ${Number(line) + firstLine}, column ${place.get('Column') ?? '?'}: ${what}`;
  if (error instanceof RangeError) return 'nested deeper than any feed';
  // rss-parser takes the channel's presence for granted
  if (error instanceof TypeError && what.includes("reading '0'")) return 'without a channel';
  return `no plain feed (${what})`;
}
