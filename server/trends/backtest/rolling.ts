import { HISTORY_HOURS, HOUR_MS } from '../spikes/history';
import type { WindowCounts } from '../spikes/judge';
import type { SpikeSource } from '../spikes/spike';

const DAY_MINUTES = 1440;
const WEEK_QUARTERS = 672;
const MINUTE_MS = 60_000;

/** Counts of the windows that end now, and of the whole hours before: what a database would be asked for. */
export interface Rolling {
  add(minute: number): void;
  /** the minute after this one begins */
  turn(minute: number): void;
  counts(): WindowCounts;
  /** articles by hour, oldest first, the last whole hour last */
  hours(count: number): Uint32Array;
  /** by quarter of an hour, over the last 7 days */
  quarters: Uint32Array;
}

export function createRolling(): Rolling {
  const minutes = new Uint32Array(DAY_MINUTES);
  const hours = new Uint32Array(HISTORY_HOURS);
  const quarters = new Uint32Array(WEEK_QUARTERS);
  let [ten, sixty, day] = [0, 0, 0];
  let [hour, quarter] = [0, 0];
  const ago = (minute: number, by: number) => minutes[(minute + DAY_MINUTES - by) % DAY_MINUTES] ?? 0;
  return {
    quarters,
    add(minute) {
      const at = minute % DAY_MINUTES;
      minutes[at] = (minutes[at] ?? 0) + 1;
      [ten, sixty, day, hour, quarter] = [ten + 1, sixty + 1, day + 1, hour + 1, quarter + 1];
    },
    turn(minute) {
      ten -= ago(minute, 9);
      sixty -= ago(minute, 59);
      const next = (minute + 1) % DAY_MINUTES;
      day -= minutes[next] ?? 0;
      minutes[next] = 0;
      if ((minute + 1) % 15 === 0) {
        quarters.copyWithin(0, 1);
        quarters[WEEK_QUARTERS - 1] = quarter;
        quarter = 0;
      }
      if ((minute + 1) % 60 !== 0) return;
      hours.copyWithin(0, 1);
      hours[HISTORY_HOURS - 1] = hour;
      hour = 0;
    },
    counts: () => [ten, sixty, day],
    hours: (count) => hours.subarray(HISTORY_HOURS - count),
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
