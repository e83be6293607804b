/**
 * JSON that Postgres takes as jsonb. It knows neither U+0000 nor half a surrogate pair, and one such character in one
 * article must not keep the others out.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\u0000', '') : part);
}
