import type { DateFlag } from '../../../../lib/article';
import { readCalendar } from './calendar';
import { zoneOffsetMinutes } from './time-zone';

export interface DateContext {
  now: Date;
  /** IANA name of the feed's zone; null: UTC */
  timezone: string | null;
}

export interface ReadDate {
  /** ISO 8601 in UTC; null where there is no date to be believed */
  at: string | null;
  flag: DateFlag | null;
}

const EARLIEST = Date.UTC(1990, 0, 1);
/** Clocks differ; beyond a bucket of the charts a date in the future is none. */
const TOLERANCE_MS = 15 * 60_000;

/** What a feed wrote as a date -> the instant it means, or why there is none. Nothing is invented. */
export function readDate(raw: string | null, context: DateContext): ReadDate {
  if (raw === null || raw.trim() === '') return { at: null, flag: 'missing' };
  const calendar = readCalendar(raw);
  if (!calendar) return { at: null, flag: 'unreadable' };
  const local = calendar.localMs;
  const offset = calendar.offsetMinutes ?? zoneOffsetMinutes(context.timezone ?? 'UTC', local);
  const instant = local - offset * 60_000;
  if (instant < EARLIEST) return { at: null, flag: 'implausible' };
  if (instant > context.now.getTime() + TOLERANCE_MS) return { at: null, flag: 'future' };
  return { at: new Date(instant).toISOString(), flag: calendar.offsetMinutes === null ? 'no-zone' : null };
}
