import { fold } from '../../../../lib/text/fold';
import type { Day } from './day';

const NAMES = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند';

/** 0 to 11 by folded name of the months of the Persian solar calendar. */
export const JALALI_MONTHS: ReadonlyMap<string, number> = new Map(NAMES.split(' ').map((name, month) => [fold(name), month] as const));

/** Years that are Persian and of a feed (1990 to 2031): the Islamic calendar had them in the seventies and eighties. */
export const isJalaliYear = (year: number) => year >= 1369 && year <= 1410;

const DAY_MS = 86_400_000;
let calendar: Intl.DateTimeFormat | undefined;

/** A day of the Persian calendar -> the same of ours; null where there is none. ICU's own calendar is asked, so that leap years are Iran's. */
export function jalaliDay({ year, month, day }: Day): Day | null {
  if (!isJalaliYear(year)) return null;
  const daysBefore = month < 7 ? month * 31 : 186 + (month - 6) * 30;
  const guess = Date.UTC(year + 621, 2, 21) + (daysBefore + day - 1) * DAY_MS;
  for (const shift of [0, -1, 1]) {
    const date = new Date(guess + shift * DAY_MS);
    if (isJalali(date, year, month, day)) return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
  }
  return null;
}

function isJalali(date: Date, year: number, month: number, day: number): boolean {
  calendar ??= new Intl.DateTimeFormat('en-US-u-ca-persian-nu-latn', { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' });
  const part = new Map(calendar.formatToParts(date).map(({ type, value }) => [type, Number(value)]));
  return part.get('year') === year && part.get('month') === month + 1 && part.get('day') === day;
}
