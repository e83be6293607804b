import { byNewest, type ArticleItem } from '@/lib/article';
import type { FeedStatus, Panel, Snapshot } from '@/lib/dashboard';
import type { FilterQuery } from '@/lib/events';
import { isUnfiltered, queryKey } from './address';

/** As many articles as the page holds; older ones are asked for again. */
export const LIMIT = 50_000;
/** As many of them as stay when something comes in at the top, where the reader has no place further down to lose: what follows the news all day must not grow. */
export const FOLLOWING_LIMIT = 5_000;
/** As many as wait; beyond that, a new snapshot brings what came. */
export const WAITING_LIMIT = 1_000;

/** What the dashboard shows, for one filter. Both lists are in the order of `byNewest`. */
export interface LiveState {
  /** the filter that the reader wants */
  wanted: FilterQuery;
  /** the filter that everything below belongs to */
  query: FilterQuery;
  /** all changes up to this one are known */
  cursor: string;
  items: readonly ArticleItem[];
  /** arrived, but not shown while the reader reads; `backfill` ones among them are not counted as new */
  waiting: readonly ArticleItem[];
  /** what arrived while as many were waiting as may be: only a new snapshot brings these */
  overflow: number;
  /** the key of the page that follows `items`; null where there is none */
  older: string | null;
  panel: Panel;
  panelCursor: string;
  status: FeedStatus;
  /** shown since they arrived: marked for a moment */
  fresh: ReadonlySet<string>;
  /** when the newest arrival was stored, ISO; null before the first */
  lastArrivalAt: string | null;
}

export function initialState(query: FilterQuery, snapshot: Snapshot): LiveState {
  return {
    wanted: query,
    query,
    cursor: snapshot.cursor,
    items: [...snapshot.items].sort(byNewest),
    waiting: [],
    overflow: 0,
    older: snapshot.older,
    panel: snapshot.panel,
    panelCursor: snapshot.cursor,
    status: snapshot.status,
    fresh: new Set(),
    lastArrivalAt: latest(null, snapshot.items),
  };
}

/** The later of `known` and the newest `storedAt` of the items. */
export function latest(known: string | null, items: readonly ArticleItem[]): string | null {
  return items.reduce<string | null>((at, item) => (at === null || item.storedAt > at ? item.storedAt : at), known);
}

/** How many the pill announces: what a newly added feed brought along is no news. */
export function waitingCount(state: LiveState): number {
  return state.waiting.filter((item) => !item.backfill).length + state.overflow;
}

/** The newest of what is listed, and whether a filter chose it. */
export function newestOf({ items, lastArrivalAt, query }: Pick<LiveState, 'items' | 'lastArrivalAt' | 'query'>): { at: string | null; filtered: boolean } {
  return { at: items.length === 0 ? null : lastArrivalAt, filtered: !isUnfiltered(query) };
}

/** Whether a filter was chosen whose articles have not come yet. */
export function isLoading(state: LiveState): boolean {
  return queryKey(state.wanted) !== queryKey(state.query);
}

/** The key of the page that follows this article: what GET /api/articles takes as `before`. */
export function pageKeyOf({ sortAt, id }: Pick<ArticleItem, 'sortAt' | 'id'>): string {
  return `${sortAt}~${id}`;
}

/** Whether change `a` comes after `b`: both are 64-bit numbers as decimal strings. */
export function isAfter(a: string, b: string): boolean {
  return a.length === b.length ? a > b : a.length > b.length;
}
