import type { Baseline, SharedBaseline, Usual } from './baseline';
import { HOUR_MS, slotOf } from './history';
import { surpriseOf } from './tail';
import { LEAST_ARTICLES, LEAST_EXCESS, WINDOWS, WINDOW_INDEXES, thresholdOf, type Thresholds, type WindowIndex } from './thresholds';

/** Articles published in the windows of WINDOWS that end now, late ones left out. */
export type WindowCounts = readonly [number, number, number];

/** A series at a moment. */
export interface Reading {
  /** name of what it counts: of a key (lib/key), two of them, or a search */
  series: string;
  baseline: Baseline;
  counts: WindowCounts;
}

/** All articles at that moment, and what all series share. */
export interface Moment {
  /** Unix time in milliseconds; windows end here */
  at: number;
  shared: SharedBaseline;
  totals: WindowCounts;
}

/** A window of a series that holds more than usual. */
export interface Judgement {
  window: WindowIndex;
  observed: number;
  expected: number;
  variance: number;
  /** -log10 of the chance that as many come by themselves */
  surprise: number;
}

/** Coverage that falls below a third of the usual counts as a third: what goes on as always is no spike because others fell silent. */
const LEAST_COVERAGE = 1 / 3;
/** and it must be more than usual in plain numbers too, not only as a share */
const LEAST_PLAIN_RATIO = 1.1;

/** A value by hour of the week at a time between: straight from the middle of one hour to that of the next. */
function between(bySlot: Float64Array, at: number): number {
  const hours = at / HOUR_MS - 0.5;
  const first = Math.floor(hours);
  const part = hours - first;
  return (bySlot[slotOf(first)] ?? 0) * (1 - part) + (bySlot[slotOf(first + 1)] ?? 0) * part;
}

/** All articles that windows which end at this time have as usual. */
export function usualTotals({ at, shared }: Moment): WindowCounts {
  const [ten, hour, day] = WINDOWS;
  const fast = ({ minutes }: { minutes: number }) => (between(shared.usual, at - minutes * 30_000) * minutes) / 60;
  const last = Math.floor(at / HOUR_MS);
  let sum = 0;
  for (let hours = 1; hours <= day.minutes / 60; hours++) sum += shared.usual[slotOf(last - hours)] ?? 0;
  return [fast(ten), fast(hour), sum];
}

/** Expected articles and their variance, where `totals` came in all. */
export interface Expectation {
  expected: number;
  variance: number;
  /** were coverage as usual */
  plain: number;
}

export function expect(usual: Usual, window: WindowIndex, count: number, total: number, usualTotal: number, at: number): Expectation {
  const { minutes, lane } = WINDOWS[window];
  const fast = lane === 'fast';
  const middle = at - minutes * 30_000;
  const odds = fast ? between(usual.odds, middle) * usual.level : usual.dayOdds;
  const others = Math.max(total - count + 1, (LEAST_COVERAGE * usualTotal) / (1 + odds));
  const expected = odds * others;
  const scatter = fast
    ? usual.hourScatter + usual.jitter + usual.levelScatter + between(usual.doubt, middle)
    : usual.dayScatter + usual.dayDoubt + usual.levelScatter;
  const variance = usual.clumping * expected + expected * expected * (scatter + usual.clumping / others);
  return { expected, variance, plain: (odds * usualTotal) / (1 + odds) };
}

/** How a window stands; null where nothing can be said (cold), or it is too little more than usual to be asked. */
function judgeWindow(reading: Reading, window: WindowIndex, moment: Moment, usualTotal: number): Judgement | null {
  const observed = reading.counts[window];
  if (observed < LEAST_ARTICLES || reading.baseline.kind === 'cold') return null;
  const { expected, variance, plain } = expect(reading.baseline, window, observed, moment.totals[window], usualTotal, moment.at);
  if (observed < WINDOWS[window].leastRatio * expected || observed - expected < LEAST_EXCESS || observed < LEAST_PLAIN_RATIO * plain) return null;
  return { window, observed, expected, variance, surprise: surpriseOf(observed, expected, variance) };
}

/** The windows of a series that hold more than usual: of most series at most times none. */
export function judge(reading: Reading, moment: Moment, usual: WindowCounts): Judgement[] {
  if (reading.counts[2] < LEAST_ARTICLES) return [];
  return WINDOW_INDEXES.flatMap((window) => judgeWindow(reading, window, moment, usual[window]) ?? []);
}

/** The one that goes furthest beyond its threshold; null where none does. */
export function strongest(judged: readonly Judgement[], thresholds: Thresholds): Judgement | null {
  let best: Judgement | null = null;
  let bestMargin = 0;
  for (const one of judged) {
    const margin = one.surprise - thresholdOf(thresholds, one.window, one.expected);
    if (margin < 0 || (best !== null && margin <= bestMargin)) continue;
    best = one;
    bestMargin = margin;
  }
  return best;
}
