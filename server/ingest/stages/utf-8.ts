/** By this many whole characters to a broken byte, a text is UTF-8 that was damaged or cut. By chance not one in fifty of another's is. */
const WHOLE_TO_BROKEN = 10;

/** Whether bytes that are no valid UTF-8 are it nevertheless, but for a few: somebody cut the text, or put another into it. */
export function isMostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length;) {
    const length = lengthAt(bytes, at);
    if (length > 1) whole++;
    else if (length === 0) broken++;
    at += length || 1;
  }
  return whole > 0 && whole >= broken * WHOLE_TO_BROKEN;
}

/** How many bytes the character takes; 0: there is none. Overlong forms and surrogates are none (Unicode, table 3-7). */
function lengthAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  const second = bytes[at + 1] ?? 0;
  const odd = (lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f) || (lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f);
  if (length === 0 || odd) return 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
