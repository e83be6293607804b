import { httpDate } from './http-date';

/** Retry-After (RFC 9110, 10.2.3): seconds or a date -> whole seconds from now, at least 0; null where there is none to be understood. */
export function retryAfterSeconds(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/u.test(text)) return Number(text);
  const at = httpDate(text, now);
  return at === null ? null : Math.max(0, Math.ceil((at - now.getTime()) / 1000));
}
