import { DAY_HOURS, type Counts } from './history';

/** A series' past hours beside what was usual for them. */
export interface Past {
  counts: Counts;
  /** 0 where the hour is left out */
  expected: Float64Array;
  /** the same by day: see daysOf */
  days: readonly Day[];
  clumping: number;
  /** of usable history */
  weeks: number;
}

/** relative variances of rates where nothing is known, how much that weighs (expected articles, squared), and the least ever assumed */
const HOUR = { usual: 0.01, weight: 400, least: 0.003 };
const DAY = { usual: 0.03, weight: 2000, least: 0.01 };
const JITTER = { usual: 0.004, weight: 400, least: 0.001 };
const PRIOR_ARTICLES = 50;
/** a past burst is no more than this many standard deviations */
const MOST_DEVIATION = 3;
/** the usual is estimated from the same hours, so they lie nearer to it than the next one will */
const OWN_HOURS = 1.12;
/** a week or two leave much unknown that is no chance: the day that has not been seen */
const UNSEEN = 0.02;

/** Squared deviation from what was expected, one far above it cut off. */
function deviation(count: number, expected: number, variance: number): number {
  const off = count - expected;
  return off <= 0 ? off * off : Math.min(off * off, MOST_DEVIATION * MOST_DEVIATION * (variance + 1));
}

const unseen = (weeks: number) => UNSEEN * Math.max(0, 1 - weeks / 2);

export interface Day {
  own: number;
  expected: number;
}

/** A day against the usual, pulled to 1 where there are few articles. */
const levelOf = ({ own, expected }: Day) => (own + PRIOR_ARTICLES) / (expected + PRIOR_ARTICLES);

/** The past days, each of 24 hours that end where the history does, latest first. */
export function daysOf(counts: Counts, expected: Float64Array): Day[] {
  const days: Day[] = [];
  for (let end = counts.length; end >= DAY_HOURS; end -= DAY_HOURS) {
    const day: Day = { own: 0, expected: 0 };
    for (let i = end - DAY_HOURS; i < end; i++) {
      const mean = expected[i] ?? 0;
      if (mean <= 0) continue;
      day.own += counts[i] ?? 0;
      day.expected += mean;
    }
    days.push(day);
  }
  return days;
}

/** Hours that lie furthest off are left out: bursts are among them. What is left of a normal law has this part of its variance. */
const KEPT = 0.95;
const KEPT_VARIANCE = 0.759;
const BINS = new Uint32Array(128);
const BIN = 0.125;

/** The value that the share KEPT of them lies below, to a bin's width. */
function keptBelow(values: Float64Array, length: number): number {
  BINS.fill(0);
  for (let i = 0; i < length; i++) {
    const bin = Math.min(BINS.length - 1, Math.floor((values[i] ?? 0) / BIN));
    BINS[bin] = (BINS[bin] ?? 0) + 1;
  }
  let above = length;
  let bin = 0;
  for (; bin < BINS.length - 1; bin++) {
    above -= BINS[bin] ?? 0;
    if (above <= (1 - KEPT) * length) break;
  }
  return (bin + 1) * BIN;
}

/** How much the rates of hours scatter about the usual of their day, beyond chance and clumping: a relative variance, by moments. */
export function hourDispersion(past: Past): number {
  const { counts, expected, clumping, days } = past;
  // a day's level once, not in each of its hours; before the first whole day there is none
  const levels = days.map(levelOf);
  const means = new Float64Array(counts.length);
  const offs = new Float64Array(counts.length);
  let length = 0;
  for (let i = 0; i < counts.length; i++) {
    const mean = (expected[i] ?? 0) * (levels[Math.floor((counts.length - 1 - i) / DAY_HOURS)] ?? 1);
    if (mean <= 0) continue;
    means[length] = mean;
    offs[length] = ((counts[i] ?? 0) - mean) ** 2 / (clumping * mean + HOUR.usual * mean * mean);
    length += 1;
  }
  const most = keptBelow(offs, length);
  let beyond = HOUR.usual * HOUR.weight;
  let squares = HOUR.weight;
  for (let i = 0; i < length; i++) {
    const [mean = 0, off = 0] = [means[i], offs[i]];
    if (off > most) continue;
    const chance = clumping * mean;
    beyond += (OWN_HOURS / KEPT_VARIANCE) * off * (chance + HOUR.usual * mean * mean) - chance;
    squares += mean * mean;
  }
  return Math.max(HOUR.least, beyond / squares);
}

/** How much a day's level differs from that of the day before, beyond chance: half the mean square of the steps, so that a drift is none. */
export function dayJitter(past: Past, hourScatter: number): number {
  const days = past.days.filter(({ expected }) => expected > 0);
  let beyond = JITTER.usual * JITTER.weight;
  let weight = JITTER.weight;
  for (let i = 0; i + 1 < days.length; i++) {
    const [day, before] = [days[i], days[i + 1]];
    if (day === undefined || before === undefined) continue;
    const chance = (past.clumping / 2) * (1 / day.expected + 1 / before.expected) + hourScatter / DAY_HOURS;
    const step = (levelOf(day) - levelOf(before)) ** 2 / 2;
    const trust = 1 / (JITTER.usual + chance);
    beyond += trust * (Math.min(step, 4 * (chance + JITTER.usual)) - chance);
    weight += trust;
  }
  return Math.max(JITTER.least, beyond / weight);
}

/** The same for whole days against the weeks: topics rise and fall for days, which hours by themselves don't say. */
export function dayDispersion(past: Past, hourScatter: number): number {
  let beyond = DAY.usual * DAY.weight;
  let squares = DAY.weight;
  for (const { own, expected } of past.days) {
    const chance = past.clumping * expected + (hourScatter * expected * expected) / DAY_HOURS;
    beyond += OWN_HOURS * deviation(own, expected, chance + DAY.usual * expected * expected) - chance;
    squares += expected * expected;
  }
  return Math.max(DAY.least, beyond / squares) + unseen(past.weeks);
}

const RECENT_DAYS = 7;

/**
 * The past days against the past weeks: the median of seven days, pulled to 1 where there are few articles. What has been so
 * for days is no news in the fast lane. `scatter` is how unsure it is, a relative variance.
 */
export function recentLevel(past: Past, jitter: number): { level: number; scatter: number } {
  const days = past.days.slice(0, RECENT_DAYS).filter(({ expected }) => expected > 0);
  const ratios = days.map(({ own, expected }) => own / expected).sort((a, b) => a - b);
  const expected = days.reduce((sum, day) => sum + day.expected, 0);
  const at = ratios.length >> 1;
  const median = ratios.length % 2 === 1 ? (ratios[at] ?? 1) : ((ratios[at - 1] ?? 1) + (ratios[at] ?? 1)) / 2;
  const level = (median * expected + PRIOR_ARTICLES) / (expected + PRIOR_ARTICLES);
  const scatter = (1.6 * past.clumping) / (expected + PRIOR_ARTICLES) + (1.6 * jitter) / RECENT_DAYS;
  return { level: Math.min(4, Math.max(0.6, level)), scatter };
}
