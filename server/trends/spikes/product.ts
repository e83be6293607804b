import { DAY_HOURS, WEEK_HOURS, slotOf, type Counts, type Coverage } from './history';

/** An hour's weight beside its neighbours when they are pooled, before and after. */
export const BESIDE = 0.5;
/** So many articles count for the whole in an hour of the day, and in a day of the week: days differ less. What was never seen is as unsure as that. */
const PRIOR = { hour: 20, day: 40 };
/** What happens now must not say what is usual: the last whole hour may hold a burst's first minutes already. */
const NOW_HOURS = 3;

/** The hours that say what is usual: a series' articles and those not of it, both 0 in hours that are left out. */
export interface SeriesHours {
  /** hour of the week of the first one */
  slot: number;
  own: Float64Array;
  others: Float64Array;
}

export function seriesHoursOf(coverage: Coverage, counts: Counts): SeriesHours {
  const length = Math.max(0, counts.length - NOW_HOURS);
  const own = new Float64Array(length);
  const others = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const total = coverage.totals[i] ?? 0;
    if (coverage.gaps[i] === 1 || total <= 0) continue;
    const count = counts[i] ?? 0;
    own[i] = count;
    others[i] = Math.max(0, total - count);
  }
  return { slot: slotOf(coverage.from), own, others };
}

/** The odds over all hours; an hour that went far beyond them counts only in part. Never 0: nothing seen is not never. */
function wholeOdds({ own, others }: SeriesHours): number {
  let odds = 0;
  for (const first of [true, false]) {
    let sum = 0.5;
    let rest = 1;
    for (let i = 0; i < own.length; i++) {
      const other = others[i] ?? 0;
      const count = own[i] ?? 0;
      sum += first ? count : cutOff(count, odds * other, 0);
      rest += other;
    }
    odds = sum / rest;
  }
  return odds;
}

const ROUNDS = 3;

/**
 * A past hour's articles count up to this: a burst of the past says little of what is usual. In the first round the rhythm isn't known yet,
 * and what looks like a burst may be a morning: less is cut off.
 */
const mostOf = (expected: number, round: number) => (round === 0 ? 3 * expected + 3 : 1.5 * expected + 3 * Math.sqrt(expected) + 1);

/** A count, or the most that counts of it. */
export const cutOff = (count: number, expected: number, round: number) => (count <= expected ? count : Math.min(count, mostOf(expected, round)));

/** How much more or less than the whole each part of a period has, and how many articles say so. */
interface Factors {
  factor: Float64Array;
  weight: Float64Array;
}

/** @param beside the weight of a part's neighbours, pooled with it */
function factorsOf(own: Float64Array, expected: Float64Array, prior: number, beside: number): Factors {
  const { length } = own;
  const around = (of: Float64Array, i: number) => (of[i] ?? 0) + beside * ((of[(i + length - 1) % length] ?? 0) + (of[(i + 1) % length] ?? 0));
  // what a sum of unequal weights is worth in articles
  const worth = (1 + 2 * beside) / (1 + 2 * beside * beside);
  return {
    factor: own.map((_, i) => (around(own, i) + prior) / (around(expected, i) + prior)),
    weight: expected.map((_, i) => worth * around(expected, i) + prior),
  };
}

/** What hour of the day and day of the week make together: both are fitted at once, each with the other taken out. */
export interface Product {
  /** odds of each hour of the week */
  odds: Float64Array;
  /** how unsure they are: a relative variance where each article comes by itself */
  doubt: Float64Array;
}

const WEEK_DAYS = 7;
const zeros = (length: number) => new Float64Array(length);

/** One round: the sums of both periods, an hour's count cut off by the odds of the round before. Some hundred hours of each series: nothing is divided in it. */
function round({ slot: first, own, others }: SeriesHours, whole: number, byHour: Float64Array, byDay: Float64Array, nth: number): { hours: Factors; days: Factors } {
  const sums = { hourOwn: zeros(DAY_HOURS), hourMean: zeros(DAY_HOURS), dayOwn: zeros(WEEK_DAYS), dayMean: zeros(WEEK_DAYS) };
  const { hourOwn, hourMean, dayOwn, dayMean } = sums;
  let hour = first % DAY_HOURS - 1;
  let day = Math.floor(first / DAY_HOURS) % WEEK_DAYS;
  for (let i = 0; i < own.length; i++) {
    hour += 1;
    if (hour === DAY_HOURS) {
      hour = 0;
      day = (day + 1) % WEEK_DAYS;
    }
    const base = whole * (others[i] ?? 0);
    if (base === 0) continue;
    const ofHour = byHour[hour] ?? 1;
    const ofDay = byDay[day] ?? 1;
    const count = cutOff(own[i] ?? 0, base * ofHour * ofDay, nth);
    hourOwn[hour] = (hourOwn[hour] ?? 0) + count;
    hourMean[hour] = (hourMean[hour] ?? 0) + base * ofDay;
    dayOwn[day] = (dayOwn[day] ?? 0) + count;
    dayMean[day] = (dayMean[day] ?? 0) + base * ofHour;
  }
  return { hours: factorsOf(hourOwn, hourMean, PRIOR.hour, BESIDE), days: factorsOf(dayOwn, dayMean, PRIOR.day, 0) };
}

export function productOf(past: SeriesHours): Product {
  const whole = wholeOdds(past);
  let fitted = round(past, whole, zeros(DAY_HOURS).fill(1), zeros(WEEK_DAYS).fill(1), 0);
  for (let nth = 1; nth < ROUNDS; nth++) fitted = round(past, whole, fitted.hours.factor, fitted.days.factor, nth);
  const { hours, days } = fitted;
  const product: Product = { odds: zeros(WEEK_HOURS), doubt: zeros(WEEK_HOURS) };
  for (let slot = 0; slot < WEEK_HOURS; slot++) {
    const [hour, day] = [slot % DAY_HOURS, Math.floor(slot / DAY_HOURS)];
    product.odds[slot] = whole * (hours.factor[hour] ?? 1) * (days.factor[day] ?? 1);
    product.doubt[slot] = 1 / (hours.weight[hour] ?? 1) + 1 / (days.weight[day] ?? 1);
  }
  return product;
}
