/** JSON.stringify writes both as escapes. That an escaped backslash can look like one costs time, nothing else. */
const SUSPECT = /\\u(?:0000|d[89a-f])/;

const clean = (text: string) => text.toWellFormed().replaceAll('\u0000', '');

/**
 * JSON that Postgres takes as jsonb. It knows neither U+0000 nor half a surrogate pair, and one such character in one
 * article must not keep the others out.
 */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value);
  return SUSPECT.test(json) ? JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? clean(part) : part)) : json;
}
