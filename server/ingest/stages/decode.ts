import { sniffEncoding } from './sniff-encoding';

export interface Decoded {
  text: string;
  /** the WHATWG name of the encoding that was used */
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
 * Bytes of a feed or a page -> text. In this order: byte order mark, UTF-16 without one, UTF-8 if the bytes are valid UTF-8 beyond
 * ASCII (which no other encoding's text is by chance, so a wrong declaration is found out), the HTTP charset, the XML
 * declaration or a page's <meta>, a guess from the bytes. Never throws: bytes that fit nowhere become U+FFFD.
 */
export function decode(bytes: Uint8Array, contentType: string | null): Decoded {
  const marked = byMark(bytes) ?? byZeroBytes(bytes);
  if (marked) return decodeAs(marked, bytes);
  const utf8 = isUtf8(bytes);
  if (utf8 && !isAscii(bytes)) return decodeAs('utf-8', bytes);
  for (const label of [httpCharset(contentType), declaredEncoding(bytes)]) {
    const declared = label === null ? null : fittingEncoding(label, bytes, utf8);
    if (declared) return decodeAs(declared, bytes);
  }
  return decodeAs(utf8 ? 'utf-8' : sniffEncoding(bytes), bytes);
}

/** The declared encoding, unless it is unknown or the bytes give it the lie. */
function fittingEncoding(label: string, bytes: Uint8Array, utf8: boolean): string | null {
  const encoding = encodingOf(label);
  if (encoding === null || encoding.startsWith('utf-16')) return null;
  if (encoding === 'utf-8') return utf8 ? encoding : null;
  // "iso-8859-1" is what servers say when nobody told them: read so, an Arabic feed is noise
  if (encoding === 'windows-1252' && !utf8) return sniffEncoding(bytes);
  return decodesFatally(encoding, bytes) ? encoding : null;
}

function decodeAs(encoding: string, bytes: Uint8Array): Decoded {
  return { encoding, text: new TextDecoder(encoding).decode(bytes) };
}

function byMark(bytes: Uint8Array): string | null {
  return BOMS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0] ?? null;
}

function byZeroBytes(bytes: Uint8Array): string | null {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  return bytes[0] === 0 && bytes[1] === 0x3c ? 'utf-16be' : null;
}

function encodingOf(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function decodesFatally(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

const isUtf8 = (bytes: Uint8Array) => decodesFatally('utf-8', bytes);
// all seven-bit text is valid UTF-8, ISO-2022-JP too: there the declaration is heeded
const isAscii = (bytes: Uint8Array) => bytes.every((byte) => byte < 0x80);

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
