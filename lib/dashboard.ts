import type { ArticleItem } from './article';
import type { Label } from './label';
import type { PlaceKind } from './place';
import type { SeriesBucket } from './trends';
import type { WindowName } from './window';

/** One bar of the chart: articles published in [start, start + width), as a series has them. Its share is not drawn. */
export type Bucket = Omit<SeriesBucket, 'share'>;

/** A spike that began within the window. */
export interface PanelSpike {
  id: string;
  labels: Label[];
  startedAt: string;
  observed: number;
  expected: number;
}

export interface RankedPlace {
  id: string;
  label: Label;
  kind: PlaceKind;
  country: string | null;
  count: number;
}

export interface RankedTopic {
  id: string;
  label: Label;
  count: number;
}

/** The numbers beside the feed, for one filter and one window. Always whole values, never increments. */
export interface Panel {
  window: WindowName;
  total: number;
  buckets: Bucket[];
  places: RankedPlace[];
  topics: RankedTopic[];
  spikes: PanelSpike[];
}

export interface FeedStatus {
  feeds: number;
  /** answered at their last poll */
  healthy: number;
  failing: number;
  /** not asked yet */
  waiting: number;
  lastPollAt: string | null;
  articles: number;
  /** the sample wire: how many of its articles are stored; null when it is off */
  sample: { articles: number } | null;
}

/** A choice of a filter. */
export interface Choice {
  id: string;
  label: Label;
  parent: string | null;
  /** a topic that a user wrote, and its `#rrggbb` */
  own?: boolean;
  colour?: string | null;
  /** of a place */
  kind?: PlaceKind;
  /** of a place: there are smaller ones within it, which are offered when they are asked for */
  more?: boolean;
}

/** What the filters offer. */
export interface Choices {
  /** regions, countries, provinces, and smaller places that were asked for */
  regions: Choice[];
  topics: Choice[];
  publishers: Choice[];
  /** ISO 639 codes */
  langs: string[];
}

/** All that the page's first paint needs. `cursor` is a 64-bit change number as a string. */
export interface Snapshot {
  cursor: string;
  items: ArticleItem[];
  /** there are older ones: the key to ask them by */
  older: string | null;
  panel: Panel;
  status: FeedStatus;
}
