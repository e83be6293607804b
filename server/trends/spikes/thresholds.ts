import type { SpikeLane } from '../../../lib/spike';

/** The windows that are looked at, shortest first; lengths in minutes. */
export interface Window {
  minutes: number;
  lane: SpikeLane;
  /** how many times the expected it must be at least */
  leastRatio: number;
  /** what the looks of a day at one series are worth in independent ones: windows that overlap say nearly the same, and most series are small */
  looksADay: number;
}

export const WINDOWS = [
  { minutes: 10, lane: 'fast', leastRatio: 1.8, looksADay: 150 },
  { minutes: 60, lane: 'fast', leastRatio: 1.8, looksADay: 45 },
  { minutes: 1440, lane: 'slow', leastRatio: 1.6, looksADay: 2 },
] as const satisfies readonly Window[];

export type WindowIndex = 0 | 1 | 2;
export const WINDOW_INDEXES: readonly WindowIndex[] = [0, 1, 2];

/** least excess over the expected, in articles */
export const LEAST_EXCESS = 4;
/** least number of articles in a window, and of publisher families that have them */
export const LEAST_ARTICLES = 5;
export const LEAST_PUBLISHERS = 3;

/** How many spikes a day chance alone may bring, all series together. Publishers and the least effect take some more away. */
export const CHANCE_A_DAY = 0.8;

/** -log10 of the chance from which a window counts as a spike, by window; thresholdOf weighs it. */
export type Thresholds = readonly [number, number, number];

const looks = (index: WindowIndex) => WINDOWS[index].looksADay;

/** For so many series: each window gets a third of what chance may bring. */
export function thresholdsFor(seriesCount: number, chanceADay = CHANCE_A_DAY): Thresholds {
  const of = (index: WindowIndex) => Math.log10((Math.max(1, seriesCount) * looks(index) * 3) / chanceADay);
  return [of(0), of(1), of(2)];
}

/** The same where the shortest window's is given: the longer ones have fewer looks a day, and need as much less. */
export function thresholdsAt(shortest: number): Thresholds {
  const of = (index: WindowIndex) => shortest - Math.log10(looks(0) / looks(index));
  return [shortest, of(1), of(2)];
}

/**
 * Of the chance that the shortest window has, a series that large gets four times as much as others: few are, and it is they whose
 * bursts 10 minutes can tell; what surges from next to nothing stands far beyond either. Where no more than a fifth of all series are so
 * large, the mean weight is 1 at most, and chance brings no more than without weights (Genovese, Roeder, Wasserman 2006:
 * False discovery control with p-value weighting).
 */
const LARGE = { expected: 10, weight: 2.5, others: 0.625 };

/** -log10 of the chance from which a window that should hold so many articles counts as a spike. */
export function thresholdOf(thresholds: Thresholds, window: WindowIndex, expected: number): number {
  if (window !== 0) return thresholds[window];
  return thresholds[window] - Math.log10(expected >= LARGE.expected ? LARGE.weight : LARGE.others);
}
