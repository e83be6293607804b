import type { Series, SeriesAnswer, SeriesBucket, SeriesQuery } from './trends';

/** What changed in a SeriesAnswer: whole new values, never increments, so that one that comes twice changes nothing. */
export interface SeriesChange {
  /** the span after the change: buckets outside of it are no longer part of the answer */
  from: string;
  to: string;
  /** every series of the answer in its order, but of those known before only the buckets that have new values */
  series: Series[];
}

const isSame = (a: SeriesBucket | undefined, b: SeriesBucket): boolean =>
  a !== undefined && a.count === b.count && a.share === b.share && a.publishers === b.publishers && a.state === b.state && a.late === b.late && a.projected === b.projected;

const byStart = (series: Series | undefined) => new Map(series?.buckets.map((bucket) => [bucket.start, bucket]));

/** @returns null where both say the same. `applySeriesChange` of the one and this is the other. */
export function seriesChange(before: SeriesAnswer, after: SeriesAnswer): SeriesChange | null {
  const known = new Map(before.series.map((one) => [one.key, one]));
  const series = after.series.map((one) => {
    const were = byStart(known.get(one.key));
    return { ...one, buckets: one.buckets.filter((bucket) => !isSame(were.get(bucket.start), bucket)) };
  });
  const moved = before.from !== after.from || before.to !== after.to;
  const namedAsBefore = before.series.length === series.length && series.every((one, n) => {
    const was = before.series[n];
    return was?.key === one.key && was.label.en === one.label.en && was.label.ar === one.label.ar;
  });
  if (!moved && namedAsBefore && series.every(({ buckets }) => buckets.length === 0)) return null;
  return { from: after.from, to: after.to, series };
}

function merged(known: Series | undefined, change: Series, from: number, to: number): Series {
  const buckets = byStart(known);
  for (const bucket of change.buckets) buckets.set(bucket.start, bucket);
  const within = ({ start }: SeriesBucket) => Date.parse(start) >= from && Date.parse(start) < to;
  return { ...change, buckets: [...buckets.values()].filter(within).sort((a, b) => Date.parse(a.start) - Date.parse(b.start)) };
}

/** The answer with the changed values in it. */
export function applySeriesChange(answer: SeriesAnswer, { from, to, series }: SeriesChange): SeriesAnswer {
  const known = new Map(answer.series.map((one) => [one.key, one]));
  return { ...answer, from, to, series: series.map((one) => merged(known.get(one.key), one, Date.parse(from), Date.parse(to))) };
}

const sorted = (list: readonly string[] | undefined) => [...(list ?? [])].sort();

/** One string for one question, whatever order its values came in. The order of `keys` is part of the question. */
export function seriesKey({ filter, bucket, tz, by, keys }: SeriesQuery): string {
  const lists = [filter.region, filter.topic, filter.publisher, filter.lang, filter.role].map(sorted);
  return JSON.stringify([bucket, tz, by, keys, ...lists, filter.q.trim(), filter.from ?? null, filter.to ?? null, filter.last ?? null]);
}
