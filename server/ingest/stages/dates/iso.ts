import { readClock, readZone, type Clock } from './clock';
import type { Day } from './day';
import { isJalaliYear, jalaliDay } from './jalali';

/** How much of the date was written: down to the time, the day, or only a month or year. */
export type Precision = 'time' | 'day' | 'month';

export interface IsoDate {
  day: Day;
  clock: Omit<Clock, 'rest'>;
  precision: Precision;
}

const MIDNIGHT = { ms: 0, zone: null };
const AFTER = '(?:(?:[t_ ]|(?=[z+]))(.*))?$';
const ORDINARY = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${AFTER}`, 'u');
const COMPACT = new RegExp(`^(\\d{4})(\\d{2})(\\d{2})${AFTER}`, 'u');
const STAMP = /^(\d{4})(\d{2})(\d{2})(\d{4}|\d{6})$/u;
const WEEK = new RegExp(`^(\\d{4})-?w(\\d{2})(?:-?([1-7]))?${AFTER}`, 'u');
const ORDINAL = new RegExp(`^(\\d{4})-?(\\d{3})${AFTER}`, 'u');
const PARTIAL = /^(\d{4})(?:[-/](\d{1,2}))?$/u;
/** "103000", "1030", "10", with a fraction and a zone behind it: the times that have no colon */
const BARE_TIME = /^(\d{2})(\d{2})?(\d{2})?(?:[.,](\d{1,9}))?(?![\d:])/u;

/** ISO 8601 (calendar, week and ordinal dates, basic and extended), W3CDTF, RFC 3339, and what is nearly so; null for the rest. */
export function readIso(text: string): IsoDate | null {
  const stamp = STAMP.exec(text);
  if (stamp) return whole(dayOf(stamp[1], stamp[2], stamp[3]), stamp[4]);
  const ordinary = ORDINARY.exec(text);
  if (ordinary) return whole(ourDay(dayOf(ordinary[1], ordinary[3], ordinary[4])), ordinary[5]);
  const compact = COMPACT.exec(text);
  if (compact) return whole(dayOf(compact[1], compact[2], compact[3]), compact[4]);
  const week = WEEK.exec(text);
  if (week) return whole(dayOfWeek(Number(week[1]), Number(week[2]), Number(week[3] ?? 1)), week[4]);
  const ordinal = ORDINAL.exec(text);
  if (ordinal) return whole(dayOfYear(Number(ordinal[1]), Number(ordinal[2])), ordinal[3]);
  const partial = PARTIAL.exec(text);
  return partial ? { day: dayOf(partial[1], partial[2] ?? '1', '1'), clock: MIDNIGHT, precision: 'month' } : null;
}

function whole(day: Day | null, after: string | undefined): IsoDate | null {
  if (!day) return null;
  if (after === undefined || after.trim() === '') return { day, clock: MIDNIGHT, precision: 'day' };
  const clock = readClock(` ${expand(after.trim())}`);
  if (clock) return clock.rest === '' ? { day, clock, precision: 'time' } : null;
  // a zone without a time: "2017-09-13 +03:00", "2017-09-13Z" is no calendar date to us
  const { zone, rest } = readZone(after);
  return zone !== null && rest === '' ? { day, clock: { ms: 0, zone }, precision: 'day' } : null;
}

/** Gives a time without colons its colons, and parts the zone from it. */
function expand(time: string): string {
  const colons = time.replace(BARE_TIME, (_, h: string, m = '00', s = '00', f = '0') => `${h}:${String(m)}:${String(s)}.${String(f)}`);
  return colons.replace(/(?<=\d)(?=[a-z+-])/u, ' ');
}

const dayOf = (year = '', month = '', day = ''): Day => ({ year: Number(year), month: Number(month) - 1, day: Number(day) });

const ourDay = (day: Day) => (isJalaliYear(day.year) ? jalaliDay(day) : day);

/** ISO 8601: week 1 holds the 4th of January, and weeks begin on Monday. */
function dayOfWeek(year: number, week: number, weekday: number): Day | null {
  if (week < 1 || week > 53) return null;
  const fourth = new Date(Date.UTC(year, 0, 4)).getUTCDay() || 7;
  return fromDate(new Date(Date.UTC(year, 0, 4 - fourth + (week - 1) * 7 + weekday)));
}

function dayOfYear(year: number, ordinal: number): Day | null {
  const date = new Date(Date.UTC(year, 0, ordinal));
  return ordinal > 0 && date.getUTCFullYear() === year ? fromDate(date) : null;
}

const fromDate = (date: Date): Day => ({ year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() });
