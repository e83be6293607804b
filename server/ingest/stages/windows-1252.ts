/** What windows-1252 has at 0x80 to 0x9f, where ISO-8859-1 and Unicode have control characters; five places are empty. */
const AT_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const C1 = /[\u0080-\u009f]/gu;

/**
 * C1 controls as what a writer of windows-1252 meant by them: HTML reads `&#146;` so, and WHATWG "iso-8859-1". Some releases of Node
 * decode windows-1252 without it (https://github.com/nodejs/node/issues/56542).
 */
export function asWindows1252(text: string): string {
  return text.replace(C1, (control) => AT_80[control.charCodeAt(0) - 0x80] ?? control);
}
