/** Articles first seen on each of the last days, oldest first; null: the feed wasn't there yet. The last day is today, and not over. */
export type PerDay = readonly (number | null)[];

/** How many a day, by the whole days that it was there; null before the first of them is over. */
export function perDayOf(perDay: PerDay): number | null {
  const days = perDay.slice(0, -1).filter((count) => count !== null);
  return days.length === 0 ? null : days.reduce((sum, count) => sum + count, 0) / days.length;
}

export interface Day {
  /** ISO date, UTC */
  date: string;
  count: number | null;
  today: boolean;
}

const DAY_MS = 86_400_000;

/** The days by their dates. @param now milliseconds */
export function daysOf(perDay: PerDay, now: number): Day[] {
  return perDay.map((count, n) => {
    const back = perDay.length - 1 - n;
    return { date: new Date(now - back * DAY_MS).toISOString().slice(0, 10), count, today: back === 0 };
  });
}

export interface SparkBar {
  x: number;
  y: number;
  width: number;
  height: number;
  /** `none`: an empty day, drawn as a line on the ground; `before`: it wasn't there, nothing is drawn but a dot */
  kind: 'whole' | 'today' | 'none' | 'before';
}

/** A bar a day in a box of the given size, the highest as high as the box. */
export function sparkBars(perDay: PerDay, box: { width: number; height: number }): SparkBar[] {
  const highest = Math.max(1, ...perDay.map((count) => count ?? 0));
  const step = box.width / Math.max(1, perDay.length);
  const width = step * 0.72;
  return perDay.map((count, n) => {
    const x = n * step + (step - width) / 2;
    const last = n === perDay.length - 1;
    if (count === null) return { x, y: box.height - 1, width, height: 1, kind: 'before' };
    if (count === 0) return { x, y: box.height - 1, width, height: 1, kind: 'none' };
    const height = Math.max(2, (count / highest) * box.height);
    return { x, y: box.height - height, width, height, kind: last ? 'today' : 'whole' };
  });
}
