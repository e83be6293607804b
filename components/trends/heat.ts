import { wallTime } from '@/lib/buckets';
import type { SeriesBucket } from '@/lib/trends';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** An hour of a weekday: how many articles an hour it has on average, over so many that are known whole. */
export interface HeatCell {
  mean: number | null;
  hours: number;
}

/** Monday is 1, Sunday 7, as Intl counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The days of the week as people there write them: from the first on. @param tag the reader's language, with its country where it is known */
export function weekdays(tag: string): Weekday[] {
  const locale = new Intl.Locale(tag) as Intl.Locale & { getWeekInfo?(): { firstDay: number }; weekInfo?: { firstDay: number } };
  const first = locale.getWeekInfo?.().firstDay ?? locale.weekInfo?.firstDay ?? (locale.language === 'ar' ? 6 : 1);
  return Array.from({ length: 7 }, (_, n) => (((first - 1 + n) % 7) + 1) as Weekday);
}

/** By weekday (1 to 7) and hour of the zone's clocks (0 to 23). Hours that are not known whole, and those before anything was collected, don't count. */
export function heatOf(buckets: readonly SeriesBucket[], tz: string): Map<Weekday, HeatCell[]> {
  const sums = new Map<string, { sum: number; hours: number }>();
  const first = buckets.findIndex(({ share }) => share !== null);
  for (const { start, count, state } of first === -1 ? [] : buckets.slice(first)) {
    if (state !== 'complete' || count === null) continue;
    const wall = wallTime(Date.parse(start), tz);
    // 1 January 1970 was a Thursday
    const weekday = (((Math.floor(wall / DAY_MS) + 3) % 7) + 7) % 7 + 1;
    const key = `${weekday} ${Math.floor((wall % DAY_MS) / HOUR_MS)}`;
    const { sum, hours } = sums.get(key) ?? { sum: 0, hours: 0 };
    sums.set(key, { sum: sum + count, hours: hours + 1 });
  }
  const cell = (weekday: number, hour: number): HeatCell => {
    const known = sums.get(`${weekday} ${hour}`);
    return known ? { mean: known.sum / known.hours, hours: known.hours } : { mean: null, hours: 0 };
  };
  return new Map(([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => [weekday, Array.from({ length: 24 }, (_, hour) => cell(weekday, hour))]));
}
