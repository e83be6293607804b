export type Attributes = Readonly<Record<string, string>>;

/** What the scanner comes upon. Positions are in UTF-16 units of the source; names and texts are as written. */
export interface XmlEvents {
  /** false: enough */
  opened(tag: { name: string; attributes: Attributes; empty: boolean; start: number; end: number }): boolean;
  closed(tag: { name: string; start: number; end: number }): void;
  text(text: string): void;
  cdata(text: string): void;
  doctype(text: string): void;
}

const NAME = /[\p{L}_][^\s<>/="']*/uy;
// quotes and signs that belong to nothing are passed over
const ATTRIBUTE = /[\s/"'=]*([^\s<>/="']+)(?:\s*=\s*)?/uy;
const UNQUOTED = /[^\s<>"']*/uy;
const TAG_END = /[\s/"'=]*>/uy;
const SPECIAL = /<(?:!(?:[a-z-]|\[)|\?[a-z])/iuy;

/**
 * Tags, texts and CDATA of a document that may be broken in any way. What looks like no tag ("5 < 6", "I <3 you") is text. Linear in
 * the source: a mark that was looked for to the end and not found is not looked for again.
 * @returns whether the source ends in the middle of a tag, a comment or CDATA
 */
export function scanXml(source: string, events: XmlEvents): { cut: boolean } {
  const find = createFinder(source);
  let at = 0;
  while (at < source.length) {
    const tag = source.indexOf('<', at);
    if (tag < 0) {
      events.text(source.slice(at));
      break;
    }
    if (tag > at) events.text(source.slice(at, tag));
    const end = special(source, tag, find, events) ?? (source[tag + 1] === '/' ? closing(source, tag, events) : opening(source, tag, find, events));
    if (end === 'enough') return { cut: false };
    if (end === 'cut') return { cut: true };
    if (end === 'text') events.text('<');
    at = end === 'text' ? tag + 1 : end;
  }
  return { cut: false };
}

type End = number | 'text' | 'cut' | 'enough';
type Find = (mark: string, from: number) => number;

/** `indexOf` that remembers: -1 for a mark is final, and a place found ahead of us still holds. */
function createFinder(source: string): Find {
  const places = new Map<string, number>();
  return (mark, from) => {
    const known = places.get(mark);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const place = source.indexOf(mark, from);
    places.set(mark, place);
    return place;
  };
}

/** CDATA, comments, declarations, instructions; null: none of these. */
function special(source: string, tag: number, find: Find, events: XmlEvents): End | null {
  if (source.startsWith('<![CDATA[', tag)) {
    const end = find(']]>', tag);
    events.cdata(source.slice(tag + 9, end < 0 ? undefined : end));
    return end < 0 ? 'cut' : end + 3;
  }
  SPECIAL.lastIndex = tag;
  if (!SPECIAL.test(source)) return null;
  if (source.startsWith('<!DOCTYPE', tag)) return doctype(source, tag, find, events);
  const mark = source.startsWith('<!--', tag) ? '-->' : source[tag + 1] === '?' ? '?>' : '>';
  const end = find(mark, tag);
  if (end >= 0) return end + mark.length;
  // a comment that nobody closed hides nothing
  if (mark === '-->') return tag + '<!--'.length;
  const nearest = find('>', tag);
  return nearest < 0 ? 'cut' : nearest + 1;
}

function doctype(source: string, tag: number, find: Find, events: XmlEvents): End {
  const plain = find('>', tag);
  const subset = find('[', tag);
  const end = subset >= 0 && subset < plain ? find(']', subset) : plain;
  const last = end < 0 ? -1 : find('>', end);
  if (last < 0) return plain < 0 ? 'cut' : plain + 1;
  events.doctype(source.slice(tag, last + 1));
  return last + 1;
}

function closing(source: string, tag: number, events: XmlEvents): End {
  NAME.lastIndex = tag + 2;
  const name = NAME.exec(source)?.[0];
  if (name === undefined) return 'text';
  TAG_END.lastIndex = NAME.lastIndex;
  const end = TAG_END.test(source) ? TAG_END.lastIndex : NAME.lastIndex;
  events.closed({ name, start: tag, end });
  return end;
}

function opening(source: string, tag: number, find: Find, events: XmlEvents): End {
  NAME.lastIndex = tag + 1;
  const name = NAME.exec(source)?.[0];
  if (name === undefined) return 'text';
  const { attributes, end } = attributesFrom(source, NAME.lastIndex, find);
  TAG_END.lastIndex = end;
  const ended = TAG_END.exec(source);
  if (ended === null && end >= source.length) return 'cut';
  const after = ended === null ? end : TAG_END.lastIndex;
  const more = events.opened({ name, attributes, empty: ended?.[0].includes('/') ?? false, start: tag, end: after });
  return more ? after : 'enough';
}

/** The first of two attributes of one name holds, as in HTML. */
function attributesFrom(source: string, from: number, find: Find): { attributes: Attributes; end: number } {
  const attributes: Record<string, string> = {};
  let at = from;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(source);
    if (found === null) return { attributes, end: at };
    const [written, name = ''] = found;
    at = ATTRIBUTE.lastIndex;
    let value = '';
    if (written.trimEnd().endsWith('=')) ({ value, at } = valueFrom(source, at, find));
    if (!Object.hasOwn(attributes, name)) attributes[name] = value;
  }
}

function valueFrom(source: string, from: number, find: Find): { value: string; at: number } {
  const quote = source[from];
  const quoted = quote === '"' || quote === '\'';
  const end = quoted ? find(quote, from + 1) : -1;
  if (end >= 0 && isEndOfValue(source, from, end)) return { value: source.slice(from + 1, end), at: end + 1 };
  UNQUOTED.lastIndex = quoted ? from + 1 : from;
  const value = UNQUOTED.exec(source)?.[0] ?? '';
  return { value, at: UNQUOTED.lastIndex };
}

/** A quote that nobody closed ends at the next tag's: what stands between gives it away. */
function isEndOfValue(source: string, from: number, end: number): boolean {
  const next = source[end + 1] ?? '>';
  return /[\s/>?]/u.test(next) || !source.slice(from, end).includes('<');
}
