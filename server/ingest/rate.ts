import type { Entry } from '../../lib/entry';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Fewer dates than this tell of no rhythm. */
const FEWEST_DATES = 4;

/** What the dates of a document's own entries say of how its feed publishes. */
export interface DatedRate {
  /** entries a day; null: too few dates to say */
  perDay: number | null;
  /** entries dated after the moment that was asked for */
  since: number;
}

/**
 * The rate of the newer half of the entries, up to now: what a feed did long ago is not its rhythm, and one that has fallen silent
 * publishes less the longer it is so. Dates that can't be trusted were taken out before (`dateFlag`).
 * @param after null: nothing is counted
 */
export function datedRate(entries: readonly Pick<Entry, 'publishedAt'>[], now: Date, after: Date | null): DatedRate {
  const times = entries.flatMap(({ publishedAt }) => (publishedAt === null ? [] : [Date.parse(publishedAt)]));
  const newest = times.filter((time) => time <= now.getTime()).sort((a, b) => b - a);
  const half = newest.slice(0, Math.max(FEWEST_DATES, Math.ceil(newest.length / 2)));
  const oldest = half.at(-1);
  const perDay = half.length < FEWEST_DATES || oldest === undefined ? null : (half.length * DAY_MS) / Math.max(now.getTime() - oldest, HOUR_MS);
  const fresh = after === null ? 0 : newest.filter((time) => time > after.getTime()).length;
  // a feed that dates all its entries now says nothing by it
  return { perDay, since: fresh < entries.length ? fresh : 0 };
}

/** The oldest date that a document's entries bear; null where none has one. */
export function oldestDate(entries: readonly Pick<Entry, 'publishedAt'>[]): Date | null {
  const oldest = entries.reduce((least, { publishedAt }) => (publishedAt === null ? least : Math.min(least, Date.parse(publishedAt))), Infinity);
  return oldest === Infinity ? null : new Date(oldest);
}

/**
 * What a feed publishes a day, with what has come since it was asked last. What is remembered fades within a day, and within as long
 * as the feed is known where that is less: first guesses are soon corrected.
 * @param before null: not known
 */
export function smoothedRate(before: number | null, published: number, elapsedMs: number, knownForMs: number): number {
  const memoryMs = Math.min(Math.max(knownForMs, HOUR_MS), DAY_MS);
  const kept = Math.exp(-elapsedMs / memoryMs);
  const seen = (published * DAY_MS) / Math.max(elapsedMs, 1);
  return (before ?? 0) * kept + seen * (1 - kept);
}
