import * as jschardet from 'jschardet';

const SAMPLE_BYTES = 64 * 1024;
/** Below this many words with the article, the letters alone can't be trusted. */
const LEAST_ARTICLES = 3;
const ALEF = 0xc7;
const LAM = { 'windows-1256': 0xe1, 'iso-8859-6': 0xe4 } as const;

/**
 * What bytes that are no UTF-8 most likely are, by the WHATWG name. Arabic is told first, by how many words begin with the
 * article (alef, lam), whose bytes differ between the two Arabic encodings; the rest is jschardet's. `windows-1252` if nothing fits.
 */
export function sniffEncoding(bytes: Uint8Array): string {
  return arabicEncoding(bytes) ?? guessed(bytes.subarray(0, SAMPLE_BYTES)) ?? 'windows-1252';
}

/** Which of the two Arabic encodings the bytes are in; null: in neither, or too little to tell. */
export function arabicEncoding(all: Uint8Array): string | null {
  const bytes = all.subarray(0, SAMPLE_BYTES);
  const windows = wordsBeginningWith(bytes, ALEF, LAM['windows-1256']);
  const iso = wordsBeginningWith(bytes, ALEF, LAM['iso-8859-6']);
  const articles = Math.max(windows, iso);
  const high = bytes.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0);
  // one letter in a hundred: in Arabic prose it is three to five; in French or Russian this pair begins next to no word
  if (articles < LEAST_ARTICLES || articles < high / 100) return null;
  return windows >= iso ? 'windows-1256' : 'iso-8859-6';
}

function wordsBeginningWith(bytes: Uint8Array, first: number, second: number): number {
  let count = 0;
  for (let i = 0; i + 1 < bytes.length; i++) {
    if (bytes[i] === first && bytes[i + 1] === second && (bytes[i - 1] ?? 0) < 0x80) count++;
  }
  return count;
}

/** Encodings of other scripts, whose letters can't be taken for those of western Europe; among its like a guess from a few letters is none. */
const OTHER_SCRIPTS = new Set(['windows-1251', 'koi8-r', 'iso-8859-5', 'x-mac-cyrillic', 'ibm866', 'windows-1253', 'iso-8859-7', 'windows-1255', 'iso-8859-8', 'windows-874', 'big5', 'gbk', 'gb18030', 'euc-kr', 'euc-jp', 'shift_jis', 'iso-2022-jp']);
const SURE = 0.8;

/** For bytes that are said to be ISO-8859-1 or windows-1252, which is what servers say when nobody told them: the other script that they are in. */
export function otherScript(bytes: Uint8Array): string | null {
  const { encoding, confidence } = jschardet.detect(bytes.subarray(0, SAMPLE_BYTES));
  const name = encoding === null ? null : known(encoding);
  return arabicEncoding(bytes) ?? (name !== null && confidence >= SURE && OTHER_SCRIPTS.has(name) ? name : null);
}

function guessed(bytes: Uint8Array): string | null {
  const { encoding } = jschardet.detect(bytes);
  const name = encoding === null ? null : known(encoding);
  return name === 'utf-8' ? null : name;
}

/** The WHATWG name; null where it has none. */
function known(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
