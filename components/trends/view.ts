import { bucketOf, MAX_BUCKETS } from '@/lib/buckets';
import type { FilterQuery } from '@/lib/events';
import { toSearchParams } from '@/lib/filter-address';
import { BUCKETS, SERIES_BY, TOP_ORDERS, type BucketWidth, type TopOrder } from '@/lib/trends';
import { readAddress } from '../live/address';

const HOUR_MS = 3_600_000;

/** The spans of time to choose from, all ending now, in hours. */
export const SPANS = { '1h': 1, '6h': 6, '24h': 24, '7d': 7 * 24, '30d': 30 * 24, '90d': 90 * 24, '1y': 365 * 24 } as const;
export type SpanName = keyof typeof SPANS;
export const MEASURES = ['count', 'share'] as const;
export type Measure = (typeof MEASURES)[number];
export const DRAWINGS = ['line', 'stacked', 'multiples'] as const;
export type Drawing = (typeof DRAWINGS)[number];
export const MOST_SERIES = 8;

/** All that the page shows, as its address holds it. */
export interface TrendsView {
  /** its `from` and `to`, where there are any, outdo the span */
  filter: FilterQuery;
  span: SpanName;
  /** names of keys (lib/key) side by side; none: the filter itself */
  series: string[];
  /** null: as fits the span */
  bucket: BucketWidth | null;
  /** IANA name; null: the reader's own */
  tz: string | null;
  measure: Measure;
  drawing: Drawing;
  /** the bucket whose articles are open, by its start, and the series that they are of */
  at: string | null;
  of: string | null;
  /** what the rankings go by */
  order: TopOrder;
}

const KEY_NAME = new RegExp(`^(?:${SERIES_BY.join('|')}):[^ ]{1,60}$`, 'u');
const oneOf = <T extends string>(values: readonly T[], value: string | null, usual: T): T => values.find((one) => one === value) ?? usual;

/** What an address says of the page. What can't be is left out: the address may have been written by hand. */
export function readView(search: string): TrendsView {
  const params = new URLSearchParams(search);
  const series = [...new Set(params.getAll('series'))].filter((name) => KEY_NAME.test(name)).slice(0, MOST_SERIES);
  const at = params.get('at');
  return {
    filter: readAddress(search),
    span: oneOf(Object.keys(SPANS) as SpanName[], params.get('span'), '7d'),
    series,
    bucket: BUCKETS.find((one) => one === params.get('bucket')) ?? null,
    tz: params.get('tz'),
    measure: oneOf(MEASURES, params.get('as'), 'count'),
    drawing: oneOf(DRAWINGS, params.get('draw'), 'line'),
    at: at !== null && Number.isFinite(Date.parse(at)) ? at : null,
    of: params.get('of'),
    order: oneOf(TOP_ORDERS, params.get('order'), 'count'),
  };
}

/** The inverse: parameters that say what is usual are left out. */
export function addressOfView(view: TrendsView): string {
  const params = toSearchParams(view.filter);
  for (const name of view.series) params.append('series', name);
  const usual = readView('');
  const own: [string, string | null, string | null][] = [
    ['span', view.span, usual.span], ['bucket', view.bucket, null], ['tz', view.tz, null], ['as', view.measure, usual.measure], ['draw', view.drawing, usual.drawing],
    ['order', view.order, usual.order], ['at', view.at, null], ['of', view.at === null ? null : view.of, null],
  ];
  for (const [name, value, dull] of own) if (value !== null && value !== dull) params.set(name, value);
  const search = params.toString();
  return search ? `/trends?${search}` : '/trends';
}

/** The span that is shown where the filter has neither from nor to: a filter's own "last day" outdoes the page's. */
export const spanOf = ({ filter, span }: Pick<TrendsView, 'filter' | 'span'>): SpanName => filter.last ?? span;

const WIDTH_MS: Record<BucketWidth, number> = { minute: 60_000, hour: HOUR_MS, day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS };
/** The longest span that is drawn by minutes, hours and days unless the reader says otherwise. */
const USUAL: readonly [BucketWidth, number][] = [['minute', 6 * HOUR_MS], ['hour', 10 * 24 * HOUR_MS], ['day', 200 * 24 * HOUR_MS]];

/** Which widths of bucket a span of so many milliseconds can be asked in. */
export const canBe = (width: BucketWidth, span: number): boolean => span / WIDTH_MS[width] < MAX_BUCKETS - 2;

/** The width that is drawn: the reader's where it can be, else what fits the span. */
export function bucketFor({ bucket }: Pick<TrendsView, 'bucket'>, span: number): BucketWidth {
  if (bucket !== null && canBe(bucket, span)) return bucket;
  return USUAL.find(([, longest]) => span <= longest)?.[0] ?? 'week';
}

/** How much the page shows, in milliseconds. */
function lengthOf(view: TrendsView, now: number): number {
  const { from, to } = view.filter;
  const end = to ? Date.parse(to) : now;
  return from ? end - Date.parse(from) : SPANS[spanOf(view)] * HOUR_MS;
}

/**
 * The start of a span with as many buckets as its name says, the unfinished one among them: 24 hours are 24. Weeks and others that don't come out even
 * begin with the hour.
 */
function startOf(end: number, hours: number, width: BucketWidth, tz: string): number {
  const length = hours * HOUR_MS;
  if (width === 'week' || length % WIDTH_MS[width] !== 0) return Math.floor((end - length) / HOUR_MS) * HOUR_MS;
  const first = bucketOf(new Date(end - 1), width, tz).getTime() + WIDTH_MS[width] - length;
  // where clocks are changed a day is longer or shorter: the midnight that is nearest
  return width === 'day' ? bucketOf(new Date(first + WIDTH_MS.day / 2), width, tz).getTime() : first;
}

/** From and to as ISO times; `to` null: until now. @param tz whose days and hours are counted */
export function timesOf(view: TrendsView, now: number, tz: string): { from: string; to: string | null } {
  const { filter } = view;
  const end = filter.to ? Date.parse(filter.to) : now;
  const start = startOf(end, SPANS[spanOf(view)], bucketFor(view, lengthOf(view, now)), tz);
  return { from: filter.from ?? new Date(start).toISOString(), to: filter.to ?? null };
}
