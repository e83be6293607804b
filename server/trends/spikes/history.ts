/** Hours and counts of the past, as plain arrays. An hour's number is that of whole hours since 1970 in UTC. */

export const HOUR_MS = 3_600_000;
export const DAY_HOURS = 24;
export const WEEK_HOURS = 168;
/** how far back a baseline looks: 4 weeks */
export const HISTORY_HOURS = 4 * WEEK_HOURS;

export type Counts = Uint16Array | Uint32Array | Float64Array;

/** What all series share: how many articles there were at all, by hour. */
export interface Coverage {
  /** number of the first hour; the last one is the last whole hour before now */
  from: number;
  /** articles an hour, late ones left out; at most HISTORY_HOURS of them */
  totals: Counts;
  /** 1 for an hour to leave out: enough feeds were down that its numbers say nothing of what is usual */
  gaps: Uint8Array;
}

/** A series' articles by hour, late ones left out: as long as the coverage's totals. */
export interface SeriesHistory {
  counts: Counts;
  /** how much more than single articles its articles come in clumps within an hour: see clumpingOf; 1 is not at all */
  clumping: number;
}

/** Hour of the week, 0 to 167. Weeks begin where 1970 did, on a Thursday: only the period matters. */
export const slotOf = (hour: number): number => ((hour % WEEK_HOURS) + WEEK_HOURS) % WEEK_HOURS;

/** clumping where nothing is known: news comes in copies of news */
export const USUAL_CLUMPING = 1.2;
/** this many articles count beside the series' own */
const PRIOR_ARTICLES = 100;
const MOST_CLUMPING = 10;
/** an hour's squares count to four times what single articles make of it */
const MOST_OFF = 12;

/**
 * Variance over mean of the articles of quarter hours, given their hour's count: 1 where each article comes by itself, 2 where they
 * come in twos. What lasts an hour doesn't enter it, so neither rhythm nor a burst does.
 * @param quarters articles by quarter hour, late ones left out; whole hours of four, some days of them
 */
export function clumpingOf(quarters: Counts): number {
  let squares = PRIOR_ARTICLES * USUAL_CLUMPING;
  let even = PRIOR_ARTICLES;
  for (let i = 0; i + 3 < quarters.length; i += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [quarters[i], quarters[i + 1], quarters[i + 2], quarters[i + 3]];
    const mean = (a + b + c + d) / 4;
    const off = (a - mean) ** 2 + (b - mean) ** 2 + (c - mean) ** 2 + (d - mean) ** 2;
    // a burst that begins within the hour is no clumping
    squares += Math.min(off, MOST_OFF * mean);
    even += 3 * mean;
  }
  return Math.min(MOST_CLUMPING, Math.max(1, squares / even));
}
