import { HISTORY_HOURS, HOUR_MS } from '../spikes/history';
import type { WindowCounts } from '../spikes/judge';
import type { SpikeSource } from '../spikes/spike';

const DAY_MINUTES = 1440;
const WEEK_QUARTERS = 672;
const MINUTE_MS = 60_000;
const SIXTY = 60;

/** Counts of a span's parts, by their number since 1970, of which the last so many are kept. What is not added to costs nothing. */
function createRing(length: number) {
  const parts = new Uint32Array(length);
  let last: number | null = null;
  const moveTo = (part: number) => {
    for (let passed = Math.max((last ?? part) + 1, part - length + 1); passed <= part; passed++) parts[passed % length] = 0;
    last = Math.max(part, last ?? part);
  };
  return {
    add(part: number) {
      moveTo(part);
      parts[part % length] = (parts[part % length] ?? 0) + 1;
    },
    /** the `count` parts before `end`, oldest first */
    before(end: number, count: number): Uint32Array {
      const kept = new Uint32Array(count);
      if (last === null) return kept;
      const from = end - count;
      for (let part = Math.max(from, last - length + 1); part < end && part <= last; part++) kept[part - from] = parts[part % length] ?? 0;
      return kept;
    },
  };
}

/** Counts of the windows that end with a minute, and of the whole hours before: what a database would be asked for. Minutes are numbered since 1970 and never go back. */
export interface Rolling {
  add(minute: number): void;
  counts(minute: number): WindowCounts;
  /** of the last 24 hours */
  day(minute: number): number;
  /** articles of so many hours before this one, oldest first */
  hours(end: number, count: number): Uint32Array;
  /** by quarter of an hour, of the 7 days before this hour */
  quarters(end: number): Uint32Array;
}

export function createRolling(): Rolling {
  let minutes: number[] = [];
  // where each window begins in `minutes`
  let [ten, sixty, day] = [0, 0, 0];
  const hours = createRing(HISTORY_HOURS + 1);
  const quarters = createRing(WEEK_QUARTERS + 4);
  const firstAfter = (from: number, minute: number) => {
    let at = from;
    while (at < minutes.length && (minutes[at] ?? 0) <= minute) at += 1;
    return at;
  };
  const forget = () => {
    minutes = minutes.slice(day);
    [ten, sixty, day] = [ten - day, sixty - day, 0];
  };
  const dayCount = (minute: number) => {
    day = firstAfter(day, minute - DAY_MINUTES);
    if (day > 1000 && day > minutes.length / 2) forget();
    return minutes.length - day;
  };
  return {
    add(minute) {
      minutes.push(minute);
      hours.add(Math.floor(minute / SIXTY));
      quarters.add(Math.floor(minute / 15));
    },
    day: dayCount,
    counts(minute) {
      const inDay = dayCount(minute);
      ten = firstAfter(Math.max(ten, day), minute - 10);
      sixty = firstAfter(Math.max(sixty, day), minute - SIXTY);
      return [minutes.length - ten, minutes.length - sixty, inDay];
    },
    hours: (end, count) => hours.before(end, count),
    quarters: (end) => quarters.before(end * 4, WEEK_QUARTERS),
  };
}

/** The articles of the last day, for the few moments in which a series stands out. */
export interface RecentArticles {
  add(at: number, publisher: number, id: number): void;
  since(from: number): SpikeSource[];
}

export function createRecentArticles(): RecentArticles {
  let kept: SpikeSource[] = [];
  let first = 0;
  return {
    add(at, publisher, id) {
      while (first < kept.length && (kept[first]?.at ?? 0) < at - DAY_MINUTES * MINUTE_MS - HOUR_MS) first += 1;
      if (first > 1000 && first > kept.length / 2) {
        kept = kept.slice(first);
        first = 0;
      }
      kept.push({ at, publisher, id });
    },
    since(from) {
      let i = kept.length;
      while (i > first && (kept[i - 1]?.at ?? 0) >= from) i -= 1;
      return kept.slice(i);
    },
  };
}
