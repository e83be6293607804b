import { fold } from './fold';

/**
 * What parts words where a phrase is looked for: spaces, controls and signs, as ranges of code points. The same list stands in the SQL function
 * `marsad_words`, which has to cut alike: Unicode's classes differ between versions, and between Postgres' libraries.
 */
const SEPARATORS = new RegExp(
  '[\\u0000-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u00d7\\u00f7\\u055a-\\u055f\\u0589-\\u058a\\u05be\\u05c0\\u05c3\\u05c6\\u05f3-\\u05f4' +
  '\\u0600-\\u060f\\u061b-\\u061f\\u066a-\\u066d\\u06d4\\u06dd-\\u06de\\u06e9\\u06fd-\\u06fe\\u0700-\\u070d\\u0964-\\u0965\\u0970\\u0e3f\\u0e4f\\u0e5a-\\u0e5b' +
  '\\u1680\\u2000-\\u206f\\u20a0-\\u20cf\\u2190-\\u245f\\u2500-\\u2bff\\u2e00-\\u2e7f\\u3000-\\u3004\\u3008-\\u3020\\u3030\\u303d-\\u303f\\u30fb\\ufd3e-\\ufd3f\\ufdfc-\\ufdff' +
  '\\ufe10-\\ufe6f\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65\\uffe0-\\uffff\\u{1f000}-\\u{1faff}]+', 'gu');

/** The text's words, folded, a space between any two and at both ends. Says the same as `marsad_words` of the database: golden vectors hold them together. */
export function phraseText(text: string): string {
  return ` ${fold(text).replace(SEPARATORS, ' ').trim()} `;
}
