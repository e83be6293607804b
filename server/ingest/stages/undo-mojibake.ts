import { asWindows1252 } from './windows-1252';

/** What UTF-8's first bytes of two look like when they are read as one of these, before one of its further bytes. */
const SUSPICIOUS = new Map([
  ['windows-1252', /[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/u],
  ['windows-1256', /[طظ][\u00a0-\u00bf\u0152\u0153\u0192\u02c6\u2013-\u203a\u20ac\u2122\u060c\u061b\u061fپچژڈگکٹڑںھہ]/u],
]);
/** Nearly every letter of such a text gives it away. */
const LOOKED_AT = 300;
const tables = new Map<string, ReadonlyMap<string, number>>();

/**
 * UTF-8 that somebody took for windows-1252 (`Ø£Ø®Ø¨Ø§Ø±`) or windows-1256 (`ط£ط®ط¨ط§ط±`) and wrote down so -> what it was. Only where the
 * whole text goes back to valid UTF-8 does it: by chance no text of some length does.
 */
export function undoMojibake(text: string): string {
  const beginning = text.slice(0, LOOKED_AT);
  for (const [encoding, suspicious] of SUSPICIOUS) {
    if (!suspicious.test(beginning)) continue;
    const original = decoded(text, tableOf(encoding));
    if (original !== null) return original;
  }
  return text;
}

function decoded(text: string, table: ReadonlyMap<string, number>): string | null {
  const bytes: number[] = [];
  for (const character of text) {
    const byte = table.get(character);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Character -> byte, by asking the decoder. C1 controls stand for themselves too: that is how ISO-8859-1 has them. */
function tableOf(encoding: string): ReadonlyMap<string, number> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const inEncoding = (byte: number) => asWindows1252(decoder.decode(Uint8Array.of(byte)));
  const table = new Map([...bytes.slice(0x80, 0xa0).map((byte) => [String.fromCharCode(byte), byte] as const), ...bytes.map((byte) => [inEncoding(byte), byte] as const)]);
  tables.set(encoding, table);
  return table;
}
