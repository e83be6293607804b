/** A tag as it stands in the text. Names are in lower case; values are as written, entities and all. */
export interface Tag {
  name: string;
  kind: 'open' | 'close' | 'empty';
  attributes: Map<string, string>;
  /** where its "<" stands */
  offset: number;
  /** the text ends within it */
  cutOff: boolean;
}

/** Where a quoted value that begins at `from` ends, and where to read on. */
export type EndOfValue = (text: string, from: number, quote: string) => { end: number; next: number };

const SPACE = /\s/u;
const NAME_END = /[\s/>=]/u;
const MOST_ATTRIBUTES = 200;

/** As the specifications have it: a value ends at the first quote of its kind. */
export const atFirstQuote: EndOfValue = (text, from, quote) => {
  const end = text.indexOf(quote, from);
  return end < 0 ? { end: text.length, next: text.length } : { end, next: end + 1 };
};

/**
 * The tags of HTML or of XML that may be broken, in order, each once: unlike a parser it has no opinion on nesting and never gives up.
 * Comments, CDATA and declarations are passed over. Linear in the text.
 */
export function* scanTags(text: string, endOfValue: EndOfValue = atFirstQuote): Generator<Tag> {
  const skip = createSkipping(text);
  for (let at = text.indexOf('<'); at >= 0;) {
    const after = skip(at);
    if (after === null) {
      const { tag, next } = readTag(text, at, endOfValue);
      if (tag) yield tag;
      at = text.indexOf('<', next);
    } else at = text.indexOf('<', after);
  }
}

const SKIPPED: readonly (readonly [open: string, close: string])[] = [['<!--', '-->'], ['<![CDATA[', ']]>'], ['<!', '>'], ['<?', '>']];

/** One that is never closed is no such thing; that there is no end any more is found out once only. */
function createSkipping(text: string) {
  const endless = new Set<string>();
  return (at: number): number | null => {
    for (const [open, close] of SKIPPED) {
      if (endless.has(close) || !text.startsWith(open, at)) continue;
      const end = text.indexOf(close, at + open.length);
      if (end >= 0) return end + close.length;
      endless.add(close);
    }
    return null;
  };
}

function readTag(text: string, offset: number, endOfValue: EndOfValue): { tag: Tag | null; next: number } {
  const closing = text[offset + 1] === '/';
  const from = offset + (closing ? 2 : 1);
  let at = from;
  while (at < text.length && !/[\s/><]/u.test(text.charAt(at))) at += 1;
  const name = text.slice(from, at).toLowerCase();
  if (!/^[a-z]/u.test(name)) return { tag: null, next: offset + 1 };
  const { attributes, next, end } = readAttributes(text, at, endOfValue);
  return { tag: { name, kind: closing ? 'close' : end === '/' ? 'empty' : 'open', attributes, offset, cutOff: end === null }, next };
}

interface Attributes {
  attributes: Map<string, string>;
  next: number;
  /** "/" where it closes itself; null where the text ends first */
  end: '/' | '>' | null;
}

function readAttributes(text: string, from: number, endOfValue: EndOfValue): Attributes {
  const attributes = new Map<string, string>();
  let end: '/' | '>' = '>';
  for (let at = from; at < text.length;) {
    const char = text.charAt(at);
    if (char === '>') return { attributes, next: at + 1, end };
    // the ">" is missing: another tag begins
    if (char === '<') return { attributes, next: at, end };
    end = char === '/' ? '/' : SPACE.test(char) ? end : '>';
    if (SPACE.test(char) || '/"\'='.includes(char)) {
      at += 1;
      continue;
    }
    const one = readAttribute(text, at, endOfValue);
    if (attributes.size < MOST_ATTRIBUTES && !attributes.has(one.name)) attributes.set(one.name, one.value);
    if (one.closes) end = '/';
    at = one.next;
  }
  return { attributes, next: text.length, end: null };
}

function readAttribute(text: string, from: number, endOfValue: EndOfValue): { name: string; value: string; next: number; closes?: boolean } {
  let at = from + 1;
  while (at < text.length && !NAME_END.test(text.charAt(at)) && text[at] !== '<') at += 1;
  const name = text.slice(from, at).toLowerCase();
  while (SPACE.test(text.charAt(at))) at += 1;
  if (text[at] !== '=') return { name, value: '', next: at };
  at += 1;
  while (SPACE.test(text.charAt(at))) at += 1;
  const quote = text.charAt(at);
  if (quote === '"' || quote === '\'') {
    const { end, next } = endOfValue(text, at + 1, quote);
    return { name, value: text.slice(at + 1, end), next };
  }
  const begin = at;
  while (at < text.length && !/[\s><]/u.test(text.charAt(at))) at += 1;
  const closes = text[at] === '>' && text[at - 1] === '/';
  return { name, value: text.slice(begin, closes ? at - 1 : at), next: at, closes };
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' };

/** The entities that addresses are written with; a bare "&" stays one. */
export function decodeAddress(value: string): string {
  return value.trim().replace(/&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9a-f]{1,6}));/giu, (whole, named?: string, decimal?: string, hex?: string) => {
    if (named) return NAMED[named.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
