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
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  return arabicEncoding(sample) ?? guessed(sample) ?? 'windows-1252';
}

function arabicEncoding(bytes: Uint8Array): string | null {
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

function guessed(bytes: Uint8Array): string | null {
  const { encoding } = jschardet.detect(bytes);
  if (encoding === null) return null;
  try {
    const name = new TextDecoder(encoding).encoding;
    return name === 'utf-8' ? null : name;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
