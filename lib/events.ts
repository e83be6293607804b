import type { ArticleItem } from './article';
import type { Bucket, FeedStatus, Panel, PanelSpike, RankedPlace, RankedTopic, Snapshot } from './dashboard';
import type { LastName } from './last';
import type { PlaceRole } from './place';
import type { SeriesChange } from './series-change';
import type { SeriesAnswer, SeriesQuery } from './trends';
import type { WindowName } from './window';

/** The socket's vocabulary, for both sides. */

/** A filter as the address bar and the socket write it; the server derives the terms of `q`. */
export interface FilterQuery {
  region: string[];
  topic: string[];
  publisher?: string[];
  lang?: string[];
  role?: PlaceRole[];
  q: string;
  /** ISO times of publication: from inclusive, to exclusive */
  from?: string | null;
  to?: string | null;
  /** in their place: what was published in the span that ends now. Where `from` or `to` is given too, they hold */
  last?: LastName | null;
  window: WindowName;
}

export interface SubscribeRequest {
  filter: FilterQuery;
  /** the last change this client knows all before; null for none */
  cursor: string | null;
}

export type SubscribeReply =
  | { ok: true; kind: 'since'; batch: Batch; panel: Panel; status: FeedStatus }
  | { ok: true; kind: 'snapshot'; snapshot: Snapshot }
  | { ok: false; error: string };

/** What changed up to `cursor`, for one filter. `removed` no longer exists or no longer matches. */
export interface Batch {
  cursor: string;
  upserts: ArticleItem[];
  removed: string[];
}

/** New values of the buckets that changed (never increments), and of the lists beside them. */
export interface PanelChange {
  window: WindowName;
  /** the change number up to which these values hold */
  cursor: string;
  total: number;
  buckets: Bucket[];
  places: RankedPlace[];
  topics: RankedTopic[];
  spikes: PanelSpike[];
}

/** `id` names the followed series: its changes bear it. `temporary`: the same question may be answered in a few seconds. */
export type SeriesReply =
  | { ok: true; id: string; answer: SeriesAnswer }
  | { ok: false; error: string; temporary: boolean };

export interface ClientEvents {
  'feed:subscribe': (request: SubscribeRequest, reply: (answer: SubscribeReply) => void) => void;
  /** from now on `sources:changed` is wanted; the reply says that it will come */
  'sources:watch': (reply: () => void) => void;
  /** follows a series until `series:unsubscribe` or the connection's end */
  'series:subscribe': (query: SeriesQuery, reply: (answer: SeriesReply) => void) => void;
  'series:unsubscribe': (id: string) => void;
}

export interface ServerEvents {
  /** before the reply to a subscription with a cursor: so many articles changed since */
  'feed:behind': (articles: number) => void;
  'articles:changed': (batch: Batch) => void;
  'panel:changed': (change: PanelChange) => void;
  'status:changed': (status: FeedStatus) => void;
  /** the health of some feed, or the list of them, is another: ask for it anew */
  'sources:changed': () => void;
  /** new values of a followed series; never before the reply that names its id */
  'series:changed': (id: string, change: SeriesChange) => void;
}
