import { arabicEncoding, otherScript, sniffEncoding } from './sniff-encoding';
import { utf32Of, type Utf32 } from './utf-32';
import { isMostlyUtf8 } from './utf-8';
import { asWindows1252 } from './windows-1252';

export interface Decoded {
  text: string;
  /** the WHATWG name of the encoding that was used; UTF-32 by its own, which WHATWG has not */
  encoding: string;
}

/** Where pages declare their encoding; the standard says within 1024 bytes, pages don't always. */
const HEAD_BYTES = 8192;

const BOMS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Bytes of a feed or a page -> text. In this order: byte order mark, UTF-16 and UTF-32 without one, UTF-8 if the bytes are UTF-8 beyond
 * ASCII (which no other encoding's text is by chance, so a wrong declaration is found out; a few broken bytes make it no other either), the
 * HTTP charset, the XML declaration or a page's <meta>, a guess from the bytes. Never throws: bytes that fit nowhere become U+FFFD.
 */
export function decode(bytes: Uint8Array, contentType: string | null): Decoded {
  const wide = utf32Of(bytes);
  if (wide) return decodeUtf32(wide, bytes);
  const marked = byMark(bytes) ?? byZeroBytes(bytes);
  if (marked) return decodeAs(marked, bytes);
  const utf8 = fatallyDecoded('utf-8', bytes);
  const ascii = utf8 !== null && utf8.length === bytes.length;
  if (utf8 !== null && !ascii) return { encoding: 'utf-8', text: utf8 };
  if (utf8 === null && isMostlyUtf8(bytes)) return decodeAs('utf-8', bytes);
  for (const label of [httpCharset(contentType), declaredEncoding(bytes)]) {
    const declared = label === null ? null : fittingEncoding(label, bytes, ascii);
    if (declared) return decodeAs(declared, bytes);
  }
  return decodeAs(ascii ? 'utf-8' : sniffEncoding(bytes), bytes);
}

/** The declared encoding, unless it is unknown or the bytes give it the lie. All seven-bit text is UTF-8, ISO-2022-JP too: there it is heeded. */
function fittingEncoding(label: string, bytes: Uint8Array, ascii: boolean): string | null {
  const encoding = encodingOf(label);
  if (encoding === null || encoding.startsWith('utf-16')) return null;
  if (encoding === 'utf-8') return ascii ? encoding : null;
  if (encoding === 'windows-1252') return ascii ? encoding : otherScript(bytes) ?? encoding;
  // any bytes are windows-1256, also those of the other Arabic encoding
  if (encoding === 'windows-1256') return arabicEncoding(bytes) ?? encoding;
  return fatallyDecoded(encoding, bytes) === null ? null : encoding;
}

function decodeAs(encoding: string, bytes: Uint8Array): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return { encoding, text: encoding === 'windows-1252' ? asWindows1252(text) : text };
}

/** There is no decoder for it: each four bytes are a code point. */
function decodeUtf32(encoding: Utf32, bytes: Uint8Array): Decoded {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = new Uint16Array((bytes.length >> 2) * 2);
  let length = 0;
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, encoding === 'utf-32le');
    const real = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? code : 0xfffd;
    if (real > 0xffff) units[length++] = 0xd800 + ((real - 0x10000) >> 10);
    if (at > 0 || real !== 0xfeff) units[length++] = real > 0xffff ? 0xdc00 + ((real - 0x10000) & 0x3ff) : real;
  }
  return { encoding, text: new TextDecoder('utf-16le').decode(units.subarray(0, length)) };
}

function byMark(bytes: Uint8Array): string | null {
  return BOMS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0] ?? null;
}

/** What a feed begins with, blanks or a "<", is a zero byte and another in UTF-16. */
function byZeroBytes([first = 0, second = 0]: Uint8Array): string | null {
  const begins = (byte: number) => byte === 0x3c || byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x7b;
  if (begins(first) && second === 0) return 'utf-16le';
  return first === 0 && begins(second) ? 'utf-16be' : null;
}

/** Names that are used and that WHATWG has not. */
const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/^utf-?_?8.*$/u, 'utf-8'],
  [/^(?:x-)?(?:windows|win|cp|ms)?[-_ ]?(125[0-8]|874)$/u, 'windows-$1'],
  [/^(?:latin|iso)[-_ ]?arabic$|^8859[-_]6$/u, 'iso-8859-6'],
];

function encodingOf(label: string): string | null {
  const plain = label.trim().toLowerCase();
  const [pattern, name] = ALIASES.find(([known]) => known.test(plain)) ?? [];
  try {
    return new TextDecoder(pattern && name ? plain.replace(pattern, name) : plain).encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The text, without its mark; null where the bytes are no text in that encoding. */
function fatallyDecoded(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function httpCharset(contentType: string | null): string | null {
  return /charset\s*=\s*["']?([^\s"';]+)/iu.exec(contentType ?? '')?.[1] ?? null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD_BYTES));
  const declared = /<\?xml[^>]{0,200}\sencoding\s*=\s*["']([^"'>]+)["']/iu.exec(head.slice(0, 1024))?.[1];
  if (declared !== undefined) return declared;
  // a feed's items may quote a page's <meta>: it speaks for a page only
  const isPage = /<(?:!doctype\s+html|html|head)[\s>]/iu.test(head.slice(0, 1024));
  return isPage ? /<meta\s[^>]{0,500}charset\s*=\s*["']?\s*([^\s"'/>;]+)/iu.exec(head)?.[1] ?? null : null;
}
