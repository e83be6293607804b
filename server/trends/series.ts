import type { BucketState, SeriesBucket } from '../../lib/trends';
import { publisherTotals, type Tally } from './tally';

/** A time of which a publisher's feed can't be known to have told us everything. Milliseconds since 1970; `to` null: still going on. */
export interface KnownOutage {
  publisherId: number;
  from: number;
  to: number | null;
}

export interface SeriesInput {
  /** the start of each bucket, and last the end of the last; milliseconds since 1970, ascending */
  edges: readonly number[];
  /** what the series counts, bucket by bucket */
  tallies: readonly Tally[];
  /** all articles, bucket by bucket: what shares are of */
  all: readonly number[];
  now: number;
  outages: readonly KnownOutage[];
  /** publishers whose silence would be missed in the series */
  matters: ReadonlySet<number>;
  /** before this the articles that would have to be asked are gone; null: they are all there */
  expiredBefore: number | null;
}

/** From this part of a series on a publisher is missed where it is silent. */
const MATTERS_FROM = 0.1;
/** From this part of a bucket on an outage makes it a gap. */
const GAP_FROM = 0.2;
/** How many complete buckets a running one is measured by, and what they weigh, in buckets. */
const PAST_BUCKETS = 4;
const PAST_WEIGHT = 0.25;

/** The publishers that make up a tenth of these tallies or more. */
export function publishersThatMatter(tallies: readonly Tally[]): Set<number> {
  const totals = publisherTotals(tallies);
  const all = [...totals.values()].reduce((sum, count) => sum + count, 0);
  return new Set([...totals].filter(([, count]) => count >= all * MATTERS_FROM).map(([id]) => id));
}

function hasGap({ outages, matters, now }: SeriesInput, start: number, end: number): boolean {
  const until = Math.min(end, now);
  return outages.some(({ publisherId, from, to }) =>
    matters.has(publisherId) && Math.min(to ?? now, until) - Math.max(from, start) >= (end - start) * GAP_FROM);
}

function stateOf(input: SeriesInput, start: number, end: number): BucketState {
  if (input.expiredBefore !== null && start < input.expiredBefore) return 'expired';
  if (hasGap(input, start, end)) return 'gap';
  return input.now < end ? 'running' : 'complete';
}

/**
 * What a running bucket would come to: what it has, and for the rest of it a rate between its own and that of the buckets before.
 * @returns null where there is nothing to go by
 */
function project(count: number, elapsed: number, before: readonly number[]): number | null {
  if (elapsed <= 0 || (before.length === 0 && elapsed < PAST_WEIGHT)) return null;
  const past = before.length === 0 ? 0 : before.reduce((sum, one) => sum + one, 0) / before.length;
  const weight = before.length === 0 ? 0 : PAST_WEIGHT;
  const rate = (count + past * weight) / (elapsed + weight);
  return count + rate * (1 - elapsed);
}

/**
 * The buckets at the beginning that were over before anything was collected, and in which no article of any kind was published, are gaps: unknown, not
 * nought. Old articles that came with the first polls make theirs, and all later ones, known.
 * @param collectedFrom when the first article was seen, milliseconds since 1970; null: none is known
 */
export function withSilence(buckets: readonly SeriesBucket[], edges: readonly number[], collectedFrom: number | null): SeriesBucket[] {
  const known = buckets.findIndex(({ share, state }, n) => share !== null || state !== 'complete' || (collectedFrom !== null && (edges[n + 1] as number) > collectedFrom));
  const silent = known === -1 ? buckets.length : known;
  return buckets.map((bucket, n) => (n < silent ? { ...bucket, state: 'gap' } : bucket));
}

/** A series as it is drawn and answered: nothing is said that isn't known, and what isn't over says so. */
export function seriesBuckets(input: SeriesInput): SeriesBucket[] {
  const complete: number[] = [];
  return input.tallies.map((tally, n) => {
    const start = input.edges[n] as number;
    const end = input.edges[n + 1] as number;
    const state = stateOf(input, start, end);
    const at = new Date(start).toISOString();
    if (state === 'expired') return { start: at, count: null, share: null, publishers: null, late: null, state, projected: null };
    const all = input.all[n] ?? 0;
    if (state === 'complete') complete.push(tally.count);
    const running = input.now >= start && input.now < end;
    return {
      start: at, count: tally.count, share: all > 0 ? tally.count / all : null, publishers: tally.publishers.size, late: tally.late, state,
      projected: running ? project(tally.count, (input.now - start) / (end - start), complete.slice(-PAST_BUCKETS)) : null,
    };
  });
}
