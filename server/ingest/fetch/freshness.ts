import { httpDate } from './http-date';

const MAX_AGE = /(?:^|,)\s*max-age\s*=\s*"?(\d{1,9})"?\s*(?=,|$)/iu;
const UNCACHED = /(?:^|,)\s*no-(?:store|cache)\s*(?=,|=|$)/iu;

/**
 * For how long an answer says that it holds (RFC 9111, 4.2): max-age, else Expires, less the time that it has lain in caches.
 * s-maxage is the caches' own affair. @returns seconds, more than 0; null where it says nothing, or that it holds for no time
 */
export function freshSeconds(header: (name: string) => string | null, now: Date): number | null {
  const control = header('cache-control') ?? '';
  if (UNCACHED.test(control)) return null;
  const maxAge = MAX_AGE.exec(control)?.[1];
  const lifetime = maxAge === undefined ? untilExpiry(header, now) : Number(maxAge);
  const age = /^\d{1,9}$/u.exec(header('age')?.trim() ?? '');
  const left = (lifetime ?? 0) - (age ? Number(age[0]) : 0);
  return left > 0 ? left : null;
}

/** By the server's own clock, where it tells it. */
function untilExpiry(header: (name: string) => string | null, now: Date): number | null {
  const expires = httpDate(header('expires') ?? '', now);
  const date = httpDate(header('date') ?? '', now) ?? now.getTime();
  return expires === null ? null : Math.floor((expires - date) / 1000);
}
