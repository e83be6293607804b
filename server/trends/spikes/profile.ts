import { DAY_HOURS, WEEK_HOURS, slotOf, type Counts, type Coverage } from './history';

/** An hour's weight beside its neighbours when they are pooled, before and after. */
const BESIDE = 0.5;
/** so many articles count for what lies above: the hour of the day and the day of the week for an hour of the week, the whole for those */
const PRIOR_ARTICLES = 20;

/** A series' articles for each article that is not of it ("odds"), by hour of the week. */
export interface Profile {
  odds: Float64Array;
  /** how many articles each hour's odds rest on, what lies above it included */
  weight: Float64Array;
}

interface Sums {
  own: Float64Array;
  others: Float64Array;
}

const sums = (length: number): Sums => ({ own: new Float64Array(length), others: new Float64Array(length) });

const usable = (coverage: Coverage, i: number) => coverage.gaps[i] !== 1 && (coverage.totals[i] ?? 0) > 0;

/** A count as it enters a mean: what lies far above `expected` is cut off, so that a burst of the past says little of what is usual. */
const cut = (count: number, expected: number) => Math.min(count, 3 * expected + 3);

/** The odds over all hours; an hour of the past that went far beyond them counts only in part. Never 0: nothing seen is not never. */
function wholeOdds(coverage: Coverage, counts: Counts): number {
  let odds = 0;
  for (const first of [true, false]) {
    let own = 0.5;
    let others = 1;
    for (let i = 0; i < counts.length; i++) {
      if (!usable(coverage, i)) continue;
      const count = counts[i] ?? 0;
      const rest = Math.max(0, (coverage.totals[i] ?? 0) - count);
      own += first ? count : cut(count, odds * rest);
      others += rest;
    }
    odds = own / others;
  }
  return odds;
}

/** Cut counts and those of others by a period of hours: 24 with `step` 1 is the hour of the day, 7 with `step` 24 the day. */
function sumsBy(coverage: Coverage, counts: Counts, whole: number, period: number, step: number): Sums {
  const by = sums(period);
  for (let i = 0; i < counts.length; i++) {
    if (!usable(coverage, i)) continue;
    const count = counts[i] ?? 0;
    const rest = Math.max(0, (coverage.totals[i] ?? 0) - count);
    const at = Math.floor(slotOf(coverage.from + i) / step) % period;
    by.own[at] = (by.own[at] ?? 0) + cut(count, whole * rest);
    by.others[at] = (by.others[at] ?? 0) + rest;
  }
  return by;
}

/** How much more or less than the whole each part of a period has: 1 where nothing is known. Neighbours are pooled where `pooled`. */
function factors({ own, others }: Sums, whole: number, pooled: boolean): Float64Array {
  const { length } = own;
  const beside = pooled ? BESIDE : 0;
  const around = (of: Float64Array, i: number) => (of[i] ?? 0) + beside * ((of[(i + length - 1) % length] ?? 0) + (of[(i + 1) % length] ?? 0));
  return own.map((_, i) => (around(own, i) + PRIOR_ARTICLES) / (around(others, i) * whole + PRIOR_ARTICLES));
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
 * What a series' share of all articles is in each hour of the week. An hour of the week is the median over the weeks, neighbours
 * pooled, so far as there are articles; the rest of its weight is the hour of the day and the day of the week, and theirs the whole.
 */
export function profileOf(coverage: Coverage, counts: Counts): Profile {
  const whole = wholeOdds(coverage, counts);
  const byHour = factors(sumsBy(coverage, counts, whole, DAY_HOURS, 1), whole, true);
  const byDay = factors(sumsBy(coverage, counts, whole, WEEK_HOURS / DAY_HOURS, DAY_HOURS), whole, false);
  const { own, others } = sums(counts.length);
  for (let i = 0; i < counts.length; i++) {
    if (!usable(coverage, i)) continue;
    own[i] = counts[i] ?? 0;
    others[i] = Math.max(0, (coverage.totals[i] ?? 0) - (own[i] ?? 0));
  }
  const profile: Profile = { odds: new Float64Array(WEEK_HOURS), weight: new Float64Array(WEEK_HOURS) };
  for (let slot = 0; slot < WEEK_HOURS; slot++) {
    const above = whole * (byHour[slot % DAY_HOURS] ?? 1) * (byDay[Math.floor(slot / DAY_HOURS)] ?? 1);
    const seen = overWeeks(own, others, (((slot - slotOf(coverage.from)) % WEEK_HOURS) + WEEK_HOURS) % WEEK_HOURS);
    profile.odds[slot] = (seen.odds * seen.others + PRIOR_ARTICLES) / (seen.others + PRIOR_ARTICLES / above);
    profile.weight[slot] = seen.odds * seen.others + PRIOR_ARTICLES;
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
