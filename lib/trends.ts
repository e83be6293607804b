import type { ArticleItem } from './article';
import type { FilterQuery } from './events';
import type { Label } from './label';
import type { PlaceKind } from './place';

/** What /api/v1 answers, and the charts draw. Times are ISO 8601 in UTC. */

export const BUCKETS = ['minute', 'hour', 'day', 'week'] as const;
export type BucketWidth = (typeof BUCKETS)[number];

export const SERIES_BY = ['topic', 'place', 'region', 'publisher', 'lang'] as const;
export type SeriesBy = (typeof SERIES_BY)[number];

/**
 * `running`: not over yet. `gap`: a feed that matters to the series can't be known to have told us everything of it.
 * `expired`: retention has deleted articles that would have to be asked; then the numbers are null.
 */
export type BucketState = 'complete' | 'running' | 'gap' | 'expired';

export interface SeriesBucket {
  start: string;
  /** articles published in it */
  count: number | null;
  /** of all articles published in it, 0 to 1; null where there are none */
  share: number | null;
  /** distinct publisher families */
  publishers: number | null;
  state: BucketState;
  /** how many of `count` were stored so late that they said nothing about now: backfill */
  late: number | null;
  /** of a running bucket: what it would come to; null where nothing can be said */
  projected: number | null;
}

export interface Series {
  /** what it counts: a key's name (lib/key), or `all` for the filter itself */
  key: string;
  label: Label;
  buckets: SeriesBucket[];
}

export interface SeriesQuery {
  filter: FilterQuery;
  bucket: BucketWidth;
  /** IANA name; days and weeks (from Monday) are this zone's */
  tz: string;
  by: SeriesBy | null;
  /** at most 8. With `by`, which of its values; empty: the largest. Without, names of keys (lib/key) of any kinds, side by side; empty: the filter itself */
  keys: string[];
}

export interface SeriesAnswer {
  /** ISO times of the first bucket's start and the last one's end */
  from: string;
  to: string;
  bucket: BucketWidth;
  tz: string;
  /** one without `by` and keys */
  series: Series[];
}

/** A row of a ranking: how many now, how many in the equally long time before. */
export interface Mover {
  key: string;
  id: string;
  label: Label;
  /** of a place */
  kind?: PlaceKind;
  country?: string | null;
  count: number;
  before: number;
  publishers: number;
}

/** What a ranking goes by: how many now, or how many more or fewer than before. */
export const TOP_ORDERS = ['count', 'gained', 'lost'] as const;
export type TopOrder = (typeof TOP_ORDERS)[number];

export interface TopAnswer {
  from: string;
  to: string;
  by: SeriesBy;
  items: Mover[];
}

export interface Facet {
  id: string;
  label: Label;
  /** the choice that it lies below; null at the top */
  parent: string | null;
  count: number;
}

/** Counts beside each choice: of articles that match the filter but for that choice's own parameter. */
export interface Facets {
  from: string;
  to: string;
  total: number;
  region: Facet[];
  topic: Facet[];
  publisher: Facet[];
  lang: Facet[];
  role: Facet[];
}

/** The same without names: by the choice's id, where there is any. Small enough to be asked for whenever articles come. */
export interface FacetCounts {
  from: string;
  to: string;
  total: number;
  region: Record<string, number>;
  topic: Record<string, number>;
  publisher: Record<string, number>;
  lang: Record<string, number>;
  role: Record<string, number>;
}

/** A place that some article names. */
export interface KnownPlace {
  id: string;
  label: Label;
  kind: PlaceKind;
  country: string | null;
  /** degrees, WGS 84: a representative point, whatever the kind */
  lat: number;
  lon: number;
  /** ids of what it lies within, nearest first */
  within: string[];
  /** articles that name it or something within it, of all times */
  articles: number;
}

export interface ArticlePage {
  /** newest publication first */
  items: ArticleItem[];
  /** the cursor of the next, older page; null at the end */
  next: string | null;
}
