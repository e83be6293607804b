import { DAY_HOURS, WEEK_HOURS, slotOf, type Counts, type Coverage } from './history';
import { BESIDE, cutOff, seriesHoursOf, productOf, type SeriesHours, type Product } from './product';

/** A series' articles for each article that is not of it ("odds"), by hour of the week. */
export interface Profile {
  odds: Float64Array;
  /** how unsure each hour's odds are, a relative variance */
  doubt: Float64Array;
}

/** The middle of up to four values: of an even number the mean of the two in the middle. Asked 168 times a series: nothing is sorted. */
function middle(values: Float64Array, length: number): number {
  const a = values[0] ?? 0;
  if (length === 1) return a;
  const b = values[1] ?? 0;
  if (length === 2) return (a + b) / 2;
  const [low, high] = a < b ? [a, b] : [b, a];
  const c = values[2] ?? 0;
  if (length === 3) return Math.max(low, Math.min(high, c));
  const d = values[3] ?? 0;
  return (Math.max(low, Math.min(c, d)) + Math.min(high, Math.max(c, d))) / 2;
}

const WEEKS = new Float64Array(4);

/** Median over the weeks of the odds in this hour and those beside it, and how many articles the others had in all the weeks. */
function overWeeks(own: Float64Array, others: Float64Array, first: number): { odds: number; others: number } {
  let weeks = 0;
  let sum = 0;
  for (let i = first; i < own.length && weeks < WEEKS.length; i += WEEK_HOURS) {
    const rest = (others[i] ?? 0) + BESIDE * ((others[i - 1] ?? 0) + (others[i + 1] ?? 0));
    if (rest <= 0) continue;
    WEEKS[weeks] = ((own[i] ?? 0) + BESIDE * ((own[i - 1] ?? 0) + (own[i + 1] ?? 0))) / rest;
    weeks += 1;
    sum += rest;
  }
  return { odds: weeks === 0 ? 0 : middle(WEEKS, weeks), others: sum };
}

/**
 * How much an hour of the week differs from the product of its hour of the day and its day of the week: a relative variance where nothing
 * is known, how much that weighs (expected articles, squared), and the least ever assumed.
 */
const APART = { usual: 0.01, weight: 20_000, least: 0.001 };

/**
 * That variance for a series: what the same hour of two weeks has in common beside the product. Chance and bursts are of one week only,
 * so two weeks' deviations, multiplied, hold none of them in the mean.
 */
function apartOf({ slot: first, own, others }: SeriesHours, { odds }: Product): number {
  const expected = new Float64Array(own.length);
  const off = new Float64Array(own.length);
  let common = APART.usual * APART.weight;
  let squares = APART.weight;
  for (let i = 0, slot = first; i < own.length; i++, slot++) {
    if (slot === WEEK_HOURS) slot = 0;
    const mean = (others[i] ?? 0) * (odds[slot] ?? 0);
    const apart = cutOff(own[i] ?? 0, mean, 0) - mean;
    expected[i] = mean;
    off[i] = apart;
    for (let before = i - WEEK_HOURS; before >= 0; before -= WEEK_HOURS) {
      common += apart * (off[before] ?? 0);
      squares += mean * (expected[before] ?? 0);
    }
  }
  return Math.max(APART.least, common / squares);
}

/** variance of the median of few weeks with neighbours pooled, against that of the plain mean of as many articles */
const MEDIAN = 1.3;

/**
 * What a series' share of all articles is in each hour of the week: the product of hour of the day and day of the week, and so far as the
 * series' weeks differ from it alike (a weekly sermon, a press conference), the median of that hour over the weeks, neighbours pooled. An
 * hour of the week by itself has four values at most: where it says nothing of its own, it would only add its chance.
 */
export function profileOf(coverage: Coverage, counts: Counts, clumping: number): Profile {
  const past = seriesHoursOf(coverage, counts);
  const product = productOf(past);
  const apart = apartOf(past, product);
  const profile: Profile = { odds: new Float64Array(WEEK_HOURS), doubt: new Float64Array(WEEK_HOURS) };
  for (let slot = 0; slot < WEEK_HOURS; slot++) {
    const odds = product.odds[slot] ?? 0;
    const seen = overWeeks(past.own, past.others, (slot - past.slot + WEEK_HOURS) % WEEK_HOURS);
    const chance = seen.others > 0 ? (MEDIAN * clumping) / (seen.others * odds) : Infinity;
    const trust = apart / (apart + chance);
    profile.odds[slot] = (1 - trust) * odds + trust * seen.odds;
    // the best mean of two: what is left of `apart` where the hour itself was hardly seen, and the product's own part
    profile.doubt[slot] = (1 - trust) * apart + (1 - trust) * (1 - trust) * clumping * (product.doubt[slot] ?? 0);
  }
  return profile;
}

/** All articles an hour, as usual, by hour of the week: the median over the weeks; by hour of the day where the week has none. */
export function usualCoverage(coverage: Coverage): Float64Array {
  const ones = Float64Array.from(coverage.totals, (_, i) => (coverage.gaps[i] === 1 ? 0 : 1));
  const totals = Float64Array.from(coverage.totals, (total, i) => (coverage.gaps[i] === 1 ? 0 : total));
  const slotAt = (slot: number) => (((slot - slotOf(coverage.from)) % WEEK_HOURS) + WEEK_HOURS) % WEEK_HOURS;
  const days = Float64Array.from({ length: DAY_HOURS }, (_, hour) => {
    const of = Array.from(totals).filter((_total, i) => ones[i] === 1 && (coverage.from + i) % DAY_HOURS === hour).sort((a, b) => a - b);
    return of[of.length >> 1] ?? 0;
  });
  return Float64Array.from({ length: WEEK_HOURS }, (_, slot) => {
    const seen = overWeeks(totals, ones, slotAt(slot));
    return seen.others > 0 ? seen.odds : (days[slot % DAY_HOURS] ?? 0);
  });
}
