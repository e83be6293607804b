/** Spans of time that end now, which a filter can ask for by name; in minutes. A view that is kept or sent goes on meaning "the last day". */
export const LASTS = { '1h': 60, '24h': 24 * 60, '7d': 7 * 24 * 60, '30d': 30 * 24 * 60 } as const;
export type LastName = keyof typeof LASTS;
export const LAST_NAMES = Object.keys(LASTS) as LastName[];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Where the span begins: at a whole minute for an hour, else at a whole hour, so that hourly counts add up to it and readers share one question. */
export function lastBegins(last: LastName, now: number): string {
  const step = last === '1h' ? MINUTE_MS : HOUR_MS;
  return new Date(Math.floor((now - LASTS[last] * MINUTE_MS) / step) * step).toISOString();
}
