import { dayDispersion, dayJitter, daysOf, hourDispersion, recentLevel } from './dispersion';
import { DAY_HOURS, WEEK_HOURS, slotOf, type Coverage, type SeriesHistory } from './history';
import { profileOf, usualCoverage, type Profile } from './profile';

/** with less than three days of hours nothing is said */
export const LEAST_HOURS = 72;

/** What is usual for a series. All odds are its articles for each article that is not of it. */
export interface Usual extends Profile {
  /** `short`: no two weeks yet, so the hour of the week is mostly the hour of the day */
  kind: 'short' | 'full';
  clumping: number;
  /** relative variances beyond what chance and clumping do: of hours within their day, from day to day, of days about all the weeks */
  hourScatter: number;
  jitter: number;
  dayScatter: number;
  /** the past days against the past weeks: 1 is as always */
  level: number;
  levelScatter: number;
  /** over the last 24 whole hours, each by its number of articles, and how unsure that is */
  dayOdds: number;
  dayDoubt: number;
}

/** `cold`: there is not enough history to call anything unusual. */
export type Baseline = Usual | { kind: 'cold'; hours: number };

/** What all series of one hour share; made once an hour. */
export interface SharedBaseline {
  coverage: Coverage;
  /** articles an hour as usual, by hour of the week */
  usual: Float64Array;
  /** hours that say something */
  hours: number;
}

export function sharedBaseline(coverage: Coverage): SharedBaseline {
  let hours = 0;
  for (let i = 0; i < coverage.totals.length; i++) if (coverage.gaps[i] !== 1 && (coverage.totals[i] ?? 0) > 0) hours += 1;
  return { coverage, usual: usualCoverage(coverage), hours };
}

/** Expected articles of each past hour, 0 where the hour is left out. */
function expectedHours({ coverage }: SharedBaseline, { counts }: SeriesHistory, odds: Float64Array): Float64Array {
  const expected = new Float64Array(counts.length);
  for (let i = 0, slot = slotOf(coverage.from); i < expected.length; i++, slot++) {
    if (slot === WEEK_HOURS) slot = 0;
    if (coverage.gaps[i] === 1) continue;
    expected[i] = Math.max(0, (coverage.totals[i] ?? 0) - (counts[i] ?? 0)) * (odds[slot] ?? 0);
  }
  return expected;
}

/** The last day's odds and doubt, as usual. With no article at all in it, the plain mean of the week's. */
function lastDay({ coverage }: SharedBaseline, { counts }: SeriesHistory, { odds, doubt }: Profile): { dayOdds: number; dayDoubt: number } {
  let [own, unsure, others] = [0, 0, 0];
  for (let i = Math.max(0, counts.length - DAY_HOURS); i < counts.length; i++) {
    const rest = Math.max(0, (coverage.totals[i] ?? 0) - (counts[i] ?? 0));
    const slot = slotOf(coverage.from + i);
    own += rest * (odds[slot] ?? 0);
    unsure += rest * (doubt[slot] ?? 0);
    others += rest;
  }
  const mean = (of: Float64Array) => of.reduce((sum, one) => sum + one, 0) / of.length;
  return others > 0 ? { dayOdds: own / others, dayDoubt: unsure / others } : { dayOdds: mean(odds), dayDoubt: mean(doubt) };
}

/** What is usual for a series, by its past: to be made anew each hour. */
export function baselineOf(shared: SharedBaseline, history: SeriesHistory): Baseline {
  const { coverage, hours } = shared;
  if (hours < LEAST_HOURS) return { kind: 'cold', hours };
  const profile = profileOf(coverage, history.counts, history.clumping);
  const expected = expectedHours(shared, history, profile.odds);
  const short = hours < 2 * WEEK_HOURS;
  const past = { counts: history.counts, expected, days: daysOf(history.counts, expected), clumping: history.clumping, weeks: hours / WEEK_HOURS };
  const hourScatter = hourDispersion(past);
  const dayScatter = dayDispersion(past, hourScatter);
  const jitter = dayJitter(past, hourScatter);
  const { level, scatter } = recentLevel(past, jitter);
  return {
    kind: short ? 'short' : 'full', ...profile, clumping: history.clumping,
    hourScatter, jitter, dayScatter, level, levelScatter: scatter, ...lastDay(shared, history, profile),
  };
}
