import { Tokenizer } from 'htmlparser2';
import { asWindows1252 } from './windows-1252';

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,31}));/gu;
const OF_XML = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', '\'']]);
/** Longest text that a feed's own entity may stand for. */
const LONGEST = 200;
const ofHtml = new Map<string, string | null>();

/** The entities that a document declares itself, by name. */
export type OwnEntities = ReadonlyMap<string, string>;

/**
 * Text of a document -> what it says, read as leniently as can be: XML's references, the document's own, HTML's. What is none of
 * these, a bare "&" too, stays. One pass: what a reference stands for is not read again.
 */
export function decodeReferences(text: string, own: OwnEntities): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (written, decimal?: string, hex?: string, name = '') => {
    if (decimal !== undefined) return character(Number(decimal));
    if (hex !== undefined) return character(Number.parseInt(hex, 16));
    return OF_XML.get(name) ?? own.get(name) ?? htmlEntity(name) ?? written;
  });
}

/**
 * The entities that a doctype declares. Only texts are taken: one that refers to others could stand for gigabytes, and one that
 * names a file is never opened.
 */
export function ownEntities(doctype: string): OwnEntities {
  const own = new Map<string, string>();
  for (const [, name = '', quoted = ''] of doctype.matchAll(/<!ENTITY\s+([^\s%"'>]+)\s+("[^"<]*"|'[^'<]*')/gu)) {
    const value = quoted.slice(1, -1);
    if (value.length <= LONGEST && !/&(?!#)/u.test(value)) own.set(name, decodeReferences(value, own));
  }
  return own;
}

/** What is no character is nothing. */
function character(code: number): string {
  const none = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return none ? '' : asWindows1252(String.fromCodePoint(code));
}

/** Each name is looked up once: the tables are the tokenizer's. */
function htmlEntity(name: string): string | null {
  const known = ofHtml.get(name);
  if (known !== undefined) return known;
  const found = asHtml(`&${name};`);
  if (ofHtml.size < 5000) ofHtml.set(name, found);
  return found;
}

function asHtml(reference: string): string | null {
  let decoded = '';
  const nothing = () => undefined;
  const tokenizer = new Tokenizer({ decodeEntities: true }, {
    ontext: (start, end) => { decoded += reference.slice(start, end); },
    ontextentity: (codepoint) => { decoded += String.fromCodePoint(codepoint); },
    onattribdata: nothing, onattribentity: nothing, onattribend: nothing, onattribname: nothing, oncdata: nothing, onclosetag: nothing,
    oncomment: nothing, ondeclaration: nothing, onend: nothing, onopentagend: nothing, onopentagname: nothing, onprocessinginstruction: nothing,
    onselfclosingtag: nothing,
  });
  tokenizer.write(reference);
  tokenizer.end();
  return decoded === '' || decoded.includes('&') ? null : decoded;
}
