import type { ArticleItem } from '../../lib/article';
import type { Panel } from '../../lib/dashboard';
import type { Batch, PanelChange } from '../../lib/events';
import { filterKey, matches, type Filter, type Filterable } from '../../lib/filter';
import { WINDOWS, bucketStart, type WindowName } from '../../lib/window';

/** A row of the log, as rooms see it. */
export interface LiveChange {
  seq: string;
  kind: string;
  articleId: string | null;
  /** base buckets (ISO) that the article was taken out of */
  buckets: string[];
}

export interface LiveArticle {
  item: ArticleItem;
  keys: Filterable;
}

/** The readers of one filter and one window. `dirty` are the starts of the bars that have to be counted anew. */
export interface Room {
  name: string;
  filter: Filter;
  window: WindowName;
  dirty: Set<string>;
}

export function createRoom(filter: Filter, window: WindowName): Room {
  return { name: `${window} ${filterKey(filter)}`, filter, window, dirty: new Set() };
}

const barOf = (window: WindowName, at: string) => bucketStart(new Date(at), WINDOWS[window].bucketMinutes).toISOString();

/** The ids that a batch speaks of, each once. */
export function articleIds(changes: readonly LiveChange[]): string[] {
  return [...new Set(changes.flatMap(({ articleId }) => (articleId === null ? [] : [articleId])))];
}

/**
 * What a batch of the log means for one room: the articles that belong to it as they are now, and the ids that no longer do.
 * An article that was just added, and no more than that, and doesn't match is none of the room's business. One that was
 * added and edited in one batch may be: a reader's snapshot can lie between the two.
 */
export function batchFor(room: Room, changes: readonly LiveChange[], articles: ReadonlyMap<string, LiveArticle>, cursor: string): Batch {
  const known = new Set(changes.filter(({ kind }) => kind !== 'article:new').map(({ articleId }) => articleId));
  const upserts: ArticleItem[] = [];
  const removed: string[] = [];
  for (const id of articleIds(changes)) {
    const article = articles.get(id);
    if (article && matches(room.filter, article.keys)) upserts.push(article.item);
    else if (!article || known.has(id)) removed.push(id);
  }
  return { cursor, upserts, removed };
}

/** The bars of the room's chart that a batch may have changed. */
export function touchedBars(room: Room, batch: Batch, changes: readonly LiveChange[]): string[] {
  const shown = new Set([...batch.upserts.map(({ id }) => id), ...batch.removed]);
  const left = changes.filter(({ articleId }) => articleId !== null && shown.has(articleId)).flatMap(({ buckets }) => buckets);
  return [...batch.upserts.map(({ sortAt }) => sortAt), ...left].map((at) => barOf(room.window, at));
}

/** The panel's new values, its bars cut down to those asked for, and the running one, whose outlook the others make. */
export function panelChange(panel: Panel, bars: ReadonlySet<string> | 'all', cursor: string): PanelChange {
  return { ...panel, cursor, buckets: bars === 'all' ? panel.buckets : panel.buckets.filter(({ start, projected }) => bars.has(start) || projected !== null) };
}
