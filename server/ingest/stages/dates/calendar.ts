import { fold } from '../../../../lib/text/fold';
import { hasTime, readClock, type Clock } from './clock';
import { readDay, type Day } from './day';

export interface Calendar {
  /** the wall-clock time that was written, as if it were UTC */
  localMs: number;
  /** minutes east of UTC; null where no zone was named */
  offsetMinutes: number | null;
}

const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:t| |$)/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:t(\d{2})(\d{2})(\d{2})(.*))?$/u;
const MIDNIGHT = { ms: 0, offsetMinutes: null };

/**
 * A date as a feed wrote it -> wall-clock time and zone; null for what is no whole date. Read are ISO 8601 and its neighbours,
 * RFC 822 with its misspellings, and day, month name and year in Arabic, French or Turkish in any order.
 */
export function readCalendar(raw: string): Calendar | null {
  const text = fold(raw).replace(/[،,]/gu, ' ').replace(/\s+/gu, ' ').trim();
  return readIso(text.replace(COMPACT, expand)) ?? readWords(text);
}

function expand(_: string, year: string, month: string, day: string, hour?: string, minute?: string, second?: string, zone?: string): string {
  return `${year}-${month}-${day}${hour === undefined ? '' : `t${hour}:${minute}:${second}${zone}`}`;
}

function readIso(text: string): Calendar | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const after = text.slice(match[0].length);
  const clock = after === '' ? MIDNIGHT : readClock(after);
  if (!clock || ('rest' in clock && clock.rest !== '')) return null;
  return join({ year: Number(match[1]), month: Number(match[3]) - 1, day: Number(match[4]) }, clock);
}

function readWords(text: string): Calendar | null {
  const clock = hasTime(text) ? readClock(text) : { ...MIDNIGHT, rest: text };
  const day = clock && readDay(clock.rest);
  return day && join(day, clock);
}

function join({ year, month, day }: Day, clock: Omit<Clock, 'rest'>): Calendar | null {
  // Date.UTC takes the years 0 to 99 for 1900 to 1999
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month, day);
  const exists = midnight.getUTCFullYear() === year && midnight.getUTCMonth() === month && midnight.getUTCDate() === day;
  return exists ? { localMs: midnight.getTime() + clock.ms, offsetMinutes: clock.offsetMinutes } : null;
}
