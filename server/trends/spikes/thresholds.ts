import type { SpikeLane } from '../../../lib/spike';

/** The windows that are looked at, shortest first; lengths in minutes. */
export interface Window {
  minutes: number;
  lane: SpikeLane;
  /** how many times the expected it must be at least */
  leastRatio: number;
  /** what the looks of a day at one series are worth in independent ones: windows that overlap say nearly the same, and most series are small */
  looksADay: number;
  /** its part of what chance may bring a day, all windows together */
  share: number;
  /** how its part is divided: what a series gets that should hold LARGE articles or more in it, and what others get */
  weights: { large: number; others: number };
}

/**
 * Half of the chance is the shortest window's: little comes in ten minutes, and there each step of the threshold finds the most more, while an hour of
 * three times as much lies far beyond its own. Hardly more than twice the usual is none in the fast lane: of many articles a small mistake in what
 * is usual is most unlikely too, and a burst lies far above.
 */
export const WINDOWS = [
  { minutes: 10, lane: 'fast', leastRatio: 2.1, looksADay: 150, share: 0.5, weights: { large: 4, others: 0.25 } },
  { minutes: 60, lane: 'fast', leastRatio: 2.1, looksADay: 45, share: 0.25, weights: { large: 1.75, others: 0.5 } },
  { minutes: 1440, lane: 'slow', leastRatio: 1.6, looksADay: 2, share: 0.25, weights: { large: 1, others: 1 } },
] as const satisfies readonly Window[];

export type WindowIndex = 0 | 1 | 2;
export const WINDOW_INDEXES: readonly WindowIndex[] = [0, 1, 2];

/** least excess over the expected, in articles */
export const LEAST_EXCESS = 4;
/** least number of articles in a window, and of publisher families that have them */
export const LEAST_ARTICLES = 5;
export const LEAST_PUBLISHERS = 3;

/** How many spikes a day chance alone may bring, all series together. Publishers and the least effect take some more away. */
export const CHANCE_A_DAY = 0.7;

/** -log10 of the chance from which a window counts as a spike, by window; thresholdOf weighs it. */
export type Thresholds = readonly [number, number, number];

/** How often a window of one series may be beyond its threshold a day, for each time that it is looked at: what thresholds differ by. */
const chanceOf = (index: WindowIndex) => WINDOWS[index].share / WINDOWS[index].looksADay;

/** For so many series: each window gets its share of what chance may bring. */
export function thresholdsFor(seriesCount: number, chanceADay = CHANCE_A_DAY): Thresholds {
  const of = (index: WindowIndex) => Math.log10(Math.max(1, seriesCount) / (chanceADay * chanceOf(index)));
  return [of(0), of(1), of(2)];
}

/** The same where the shortest window's is given: the longer ones have fewer looks a day, and need as much less. */
export function thresholdsAt(shortest: number): Thresholds {
  const of = (index: WindowIndex) => shortest - Math.log10(chanceOf(index) / chanceOf(0));
  return [shortest, of(1), of(2)];
}

/**
 * From so many expected articles in a window on, a series has more of the window's chance than others: few are so large, and it is they whose
 * bursts the window can tell; what surges from next to nothing stands far beyond either. Where no more than a fifth of all series have as many
 * in 10 minutes, and two fifths in an hour, the mean weight is 1 at most, and chance brings no more than without weights (Genovese, Roeder,
 * Wasserman 2006: False discovery control with p-value weighting).
 */
const LARGE = 10;

/** -log10 of the chance from which a window that should hold so many articles counts as a spike. */
export function thresholdOf(thresholds: Thresholds, window: WindowIndex, expected: number): number {
  const { large, others } = WINDOWS[window].weights;
  return thresholds[window] - Math.log10(expected >= LARGE ? large : others);
}
