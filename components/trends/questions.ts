import type { FilterQuery } from '@/lib/events';
import { toSearchParams } from '@/lib/filter-address';
import { readKeyName } from '@/lib/key';
import type { BucketWidth, SeriesBy } from '@/lib/trends';
import { DEFAULT_WINDOW } from '@/lib/window';
import type { TrendsView } from './view';

/** What the page asks of /api/v1, as addresses: one question, one string, so that the same is not asked twice. */

export interface Times {
  from: string;
  to: string | null;
}

/** The filter's parameters, with these times. */
export function filterParams(filter: FilterQuery, { from, to }: Times): URLSearchParams {
  return toSearchParams({ ...filter, from, to, last: null, window: DEFAULT_WINDOW });
}

const asked = (route: string, params: URLSearchParams, more: readonly (readonly [string, string])[]): string => {
  for (const [name, value] of more) params.append(name, value);
  return `/api/v1/${route}?${params.toString()}`;
};

export function seriesPath(view: Pick<TrendsView, 'filter' | 'series'>, times: Times, bucket: BucketWidth, tz: string): string {
  return asked('series', filterParams(view.filter, times), [['bucket', bucket], ['tz', tz], ...view.series.map((name) => ['key', name] as const)]);
}

/** The filter's own buckets, for the heat map: by the hour, whatever is compared. */
export function hoursPath(filter: FilterQuery, times: Times, tz: string): string {
  return seriesPath({ filter, series: [] }, times, 'hour', tz);
}

export const topPath = (filter: FilterQuery, times: Times, by: SeriesBy, order: string, limit: number): string =>
  asked('top', filterParams(filter, times), [['by', by], ['order', order], ['limit', String(limit)]]);

/** A filter narrowed to one series, as the server narrows it. */
export function narrowed(filter: FilterQuery, name: string | null): FilterQuery {
  if (name === null) return filter;
  const { kind, id } = readKeyName(name);
  if (kind === 'topic') return { ...filter, topic: [id] };
  if (kind === 'publisher') return { ...filter, publisher: [id] };
  if (kind === 'lang') return { ...filter, lang: [id] };
  return { ...filter, region: [id] };
}

export const articlesPath = (filter: FilterQuery, name: string | null, times: Times, limit: number): string =>
  asked('articles', filterParams(narrowed(filter, name), times), [['limit', String(limit)]]);

/** The feed with the same articles. */
export const feedAddress = (filter: FilterQuery, name: string | null, times: Times): string => `/?${filterParams(narrowed(filter, name), times).toString()}`;
