import type { Parsed, ParseFailure } from './raw-feed';
import { readJsonFeed } from './read-json-feed';
import { readXmlFeed } from './read-xml-feed';
import { escapeStrayAmpersands } from './stray-ampersands';

const FEED_ROOTS = new Set(['rss', 'feed', 'rdf']);
// XML 1.0 forbids them; one stray form feed would cost the whole document
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;
const BEFORE_ROOT = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE(?:[^[>]|\[[\s\S]*?\]\s*(?=>))*>)+/iu;

/**
 * The text of a feed -> what is in it. A page, an empty answer or another format is `not-a-feed`; a feed that can't be
 * read is `unreadable`, and says where. The only module that knows which reader read.
 */
export async function parse(text: string): Promise<Parsed> {
  const clean = text.replace(FORBIDDEN, '');
  const document = clean.trim();
  if (document === '') return failure('not-a-feed', 'the answer is empty');
  if (/^[[{]/u.test(document)) return parseJson(document);
  const root = rootElement(document);
  if (root === null) return failure('not-a-feed', `neither XML nor JSON: it begins with ${JSON.stringify(document.slice(0, 40))}`);
  const name = root.toLowerCase();
  if (name === 'html') return failure('not-a-feed', 'an HTML page, not a feed');
  if (!FEED_ROOTS.has(name.replace(/^.*:/u, ''))) return failure('not-a-feed', `the root element is <${root}>, not a feed's`);
  return parseXml(document, clean.slice(0, clean.indexOf('<')).split('\n').length);
}

/** Once as it is; where that fails and its ampersands can be put right, once more. The error told is the first one's. */
async function parseXml(xml: string, firstLine: number): Promise<Parsed> {
  const first = await attempt(xml, firstLine);
  if (first.ok) return first;
  const repaired = escapeStrayAmpersands(xml);
  if (repaired === xml) return first;
  const second = await attempt(repaired, firstLine);
  return second.ok ? second : first;
}

async function attempt(xml: string, firstLine: number): Promise<Parsed> {
  try {
    return { ok: true, feed: await readXmlFeed(xml) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return failure('unreadable', inWords(error, firstLine));
  }
}

function parseJson(text: string): Parsed {
  try {
    const feed = readJsonFeed(JSON.parse(text));
    return feed ? { ok: true, feed } : failure('not-a-feed', 'JSON, but no JSON Feed: version, title and items are asked for');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return failure('unreadable', `broken JSON: ${error.message}`);
  }
}

/** The name of the first element, after declarations, comments and the doctype; null where there is none. */
function rootElement(document: string): string | null {
  const start = BEFORE_ROOT.exec(document)?.[0].length ?? 0;
  if (/<!DOCTYPE\s+html/iu.test(document.slice(0, start))) return 'html';
  return /^<([^\s/>]+)/u.exec(document.slice(start, start + 200))?.[1] ?? null;
}

/** sax says "Unexpected close tag\nLine: 11\nColumn: 6\nChar: >", lines from 0. */
function inWords(error: Error, firstLine: number): string {
  const [what = error.message, ...where] = error.message.split('\n');
  const place = new Map(where.map((part) => part.split(': ') as [string, string]));
  const line = place.get('Line');
  if (line !== undefined) return `broken XML at line ${Number(line) + firstLine}, column ${place.get('Column') ?? '?'}: ${what}`;
  if (error instanceof RangeError) return 'nested deeper than can be read';
  // rss-parser takes the channel's presence for granted
  if (error instanceof TypeError && what.includes("reading '0'")) return 'a feed without its channel';
  return what;
}

function failure(outcome: ParseFailure['outcome'], detail: string): ParseFailure {
  return { ok: false, outcome, detail };
}
