import { asWindows1252 } from './windows-1252';

// C0 and C1 controls but tab, line feed and carriage return: no text has them, XML forbids them, Postgres refuses NUL
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu;
const LONE_SURROGATES = /\p{Cs}/gu;

/** Text without the characters that no database or XML reader takes. C1 controls are what a writer of windows-1252 meant by them, as HTML has it. */
export function cleanText(text: string): string {
  return asWindows1252(text).replace(CONTROLS, '').replace(LONE_SURROGATES, '\ufffd');
}

/** One line: runs of white space become one space. Zero-width joiners stay: Persian and Arabic spelling needs them. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/gu, ' ').trim();
}
