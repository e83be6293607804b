import { pageInWords, shown, textInWords } from './look-alikes';
import { parseJson } from './parse-json';
import type { Parsed, ParseFailure } from './raw-feed';
import { readXml } from './read-xml';
import { mapFeed } from './read-xml-feed';

const FEED_ROOTS = new Set(['rss', 'feed', 'rdf', 'channel']);
// XML 1.0 forbids them; one stray form feed would cost the whole document
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;
const BEFORE_ROOT = /(?:\s+|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE(?:[^[>]|\[[^\]]*\]\s*(?=>))*>)*/iuy;
const FEED_ROOT = /<(?:[\p{L}_][\p{L}\p{N}_.-]*:)?(?:rss|feed|rdf)[\s>]/iu;
const ITEM = /<(?:[\p{L}_][\p{L}\p{N}_.-]*:)?(?:item|entry)[\s/>]/iu;

/**
 * The text of a feed -> what is in it. A page, an empty answer or another format is `not-a-feed`, and says what it looks like; a feed
 * that can't be read is `unreadable`, and says where. What could be read of a broken one is read, and `notes` tell of it.
 */
export async function parse(text: string): Promise<Parsed> {
  const clean = text.replace(FORBIDDEN, '');
  const document = clean.trim();
  if (document === '') return failure('not-a-feed', 'the answer is empty');
  if (/^[[{]/u.test(document)) return parseJson(document);
  const at = rootStart(document);
  const root = rootName(document, at);
  const indent = clean.indexOf(document[0] ?? '');
  if (root !== null && isFeedRoot(root)) return parseXml(document, root, linesBefore(clean, indent), []);
  return withinSomethingElse(document, linesBefore(clean, indent)) ?? failure('not-a-feed', whatElse(document, root, at));
}

const isFeedRoot = (name: string) => FEED_ROOTS.has(name.toLowerCase().replace(/^.*:/u, ''));
const linesBefore = (text: string, position: number) => text.slice(0, position).split('\n').length;

async function parseXml(document: string, root: string, firstLine: number, told: readonly string[]): Promise<Parsed> {
  const { feed, items, notes } = await readXml(document, root, firstLine);
  const problems = [...told, ...notes];
  if (items.length === 0 && problems.length > 0 && ITEM.test(document)) return failure('unreadable', `no item could be read; ${problems.join('; ')}`);
  const mapped = mapFeed(feed, items);
  if (items.length === 0 && mapped.title === null && mapped.link === null) return failure('unreadable', emptyInWords(root, problems));
  return { ok: true, feed: mapped, notes: problems };
}

const emptyInWords = (root: string, problems: readonly string[]) => [`<${root.slice(0, 20)}> has neither a title nor items`, ...problems].join('; ');

/** A feed after a warning that a server printed first, or in a page's clothes. */
function withinSomethingElse(document: string, firstLine: number): Promise<Parsed> | null {
  const at = document.search(FEED_ROOT);
  if (at < 0 || !ITEM.test(document)) return null;
  const root = rootName(document, at) ?? '';
  const declaration = document.lastIndexOf('<?xml', at);
  const start = declaration >= 0 && document.indexOf('?>', declaration) < at ? declaration : at;
  const line = firstLine + linesBefore(document, start) - 1;
  return parseXml(document.slice(start), root, line, [`something else stands before <${root}>, it begins with ${shown(document)}`]);
}

/** Where the first element begins, after declarations, comments and the doctype. */
function rootStart(document: string): number {
  BEFORE_ROOT.lastIndex = 0;
  return BEFORE_ROOT.exec(document)?.[0].length ?? 0;
}

const ROOT_NAME = /<([^\s/>]+)/uy;

function rootName(document: string, at: number): string | null {
  ROOT_NAME.lastIndex = at;
  return ROOT_NAME.exec(document)?.[1] ?? null;
}

function whatElse(document: string, root: string | null, at: number): string {
  const isPage = root?.toLowerCase() === 'html' || /<!DOCTYPE\s+html/iu.test(document.slice(0, at)) || /<(?:html|body)[\s>]/iu.test(document.slice(0, 2000));
  if (isPage) return pageInWords(document);
  return root === null ? textInWords(document) : `the root element is ${shown(`<${root}>`)}, not a feed's`;
}

function failure(outcome: ParseFailure['outcome'], detail: string): ParseFailure {
  return { ok: false, outcome, detail };
}
