export type Utf32 = 'utf-32le' | 'utf-32be';

/** UTF-32 by its mark, or by the three zeros about a "<"; null: something else. */
export function utf32Of([first, second, third, fourth]: Uint8Array): Utf32 | null {
  const isLittle = third === 0 && fourth === 0 && ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0));
  const isBig = first === 0 && second === 0 && ((third === 0xfe && fourth === 0xff) || (third === 0 && fourth === 0x3c));
  return isLittle ? 'utf-32le' : isBig ? 'utf-32be' : null;
}
