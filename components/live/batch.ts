import { byNewest, type ArticleItem } from '@/lib/article';
import type { Batch } from '@/lib/events';
import { isAfter, latest, LIMIT, pageKeyOf, type LiveState } from './state';

/**
 * What must wait while the reader reads. `nothing`: the list is at its top and left alone; `new`: what is new waits, what
 * slots in silently may (the browser keeps the place); `all`: even that would move what is being read.
 */
export type Hold = 'nothing' | 'new' | 'all';

/**
 * The state after a batch. A batch that was seen before, in whole or in part, changes nothing. The cursor moves only with
 * `advance`: before the reply to a subscription, batches may come that leave out what changed since the cursor.
 */
export function applyBatch(state: LiveState, batch: Batch, hold: Hold, advance: boolean): LiveState {
  if (!isAfter(batch.cursor, state.cursor)) return state;
  const removed = new Set(batch.removed);
  const edits = new Map(batch.upserts.map((item) => [item.id, item]));
  const kept = { ...state, items: revise(state.items, edits, removed), waiting: revise(state.waiting, edits, removed) };
  const arrivals = batch.upserts.filter((item) => !removed.has(item.id) && isUnknown(item, kept) && !liesBelow(item, kept));
  const settled = settle(kept, arrivals, hold);
  return {
    ...settled,
    cursor: advance ? batch.cursor : state.cursor,
    lastArrivalAt: latest(state.lastArrivalAt, arrivals),
  };
}

/** Everything that waits is shown. */
export function release(state: LiveState): LiveState {
  if (state.waiting.length === 0) return state;
  return show({ ...state, waiting: [] }, state.waiting);
}

/**
 * A page of older articles, below those that are there. It may take the list past LIMIT: the reader asked for them, and
 * the next arrival that is shown cuts it back.
 */
export function appendOlder(state: LiveState, page: readonly ArticleItem[], older: string | null): LiveState {
  const known = new Set([...state.items, ...state.waiting].map((item) => item.id));
  const items = [...state.items, ...page.filter((item) => !known.has(item.id))].sort(byNewest);
  return { ...state, items, older };
}

/** Edits in place and removals; the same array where nothing changed. */
function revise(items: readonly ArticleItem[], edits: Map<string, ArticleItem>, removed: Set<string>): readonly ArticleItem[] {
  let changed = false;
  let moved = false;
  const revised: ArticleItem[] = [];
  for (const item of items) {
    const edit = edits.get(item.id);
    if (removed.has(item.id)) changed = true;
    else if (!edit || !supersedes(edit, item)) revised.push(item);
    else {
      changed = true;
      moved ||= edit.sortAt !== item.sortAt;
      revised.push(edit);
    }
  }
  if (!changed) return items;
  return moved ? revised.sort(byNewest) : revised;
}

/** A later version, or the same one with other tags: corrections don't raise the version. */
function supersedes(edit: ArticleItem, item: ArticleItem): boolean {
  if (edit.version !== item.version) return edit.version > item.version;
  return JSON.stringify(edit) !== JSON.stringify(item);
}

function isUnknown(item: ArticleItem, state: LiveState): boolean {
  return !state.items.some(({ id }) => id === item.id) && !state.waiting.some(({ id }) => id === item.id);
}

/** Older than all that is shown while older pages are still to come: its page will bring it. */
function liesBelow(item: ArticleItem, state: LiveState): boolean {
  const last = state.items.at(-1);
  return state.older !== null && last !== undefined && byNewest(item, last) > 0;
}

function settle(state: LiveState, arrivals: readonly ArticleItem[], hold: Hold): LiveState {
  if (arrivals.length === 0) return state;
  const waits = (item: ArticleItem) => hold === 'all' || (hold === 'new' && !item.backfill);
  const shown = show(
    state,
    arrivals.filter((item) => !waits(item)),
  );
  return wait(shown, arrivals.filter(waits));
}

function wait(state: LiveState, arrivals: readonly ArticleItem[]): LiveState {
  if (arrivals.length === 0) return state;
  const waiting = [...state.waiting, ...arrivals].sort(byNewest);
  const dropped = waiting.splice(LIMIT);
  return { ...state, waiting, overflow: state.overflow + dropped.filter((item) => !item.backfill).length };
}

function show(state: LiveState, arrivals: readonly ArticleItem[]): LiveState {
  if (arrivals.length === 0) return state;
  const items = [...state.items, ...arrivals].sort(byNewest);
  const kept = items.slice(0, LIMIT);
  const last = items.length > LIMIT ? kept.at(-1) : undefined;
  const marked = new Set([...state.fresh, ...arrivals.filter((item) => !item.backfill).map((item) => item.id)]);
  const fresh = new Set(kept.filter((item) => marked.has(item.id)).map((item) => item.id));
  return { ...state, items: kept, fresh, older: last ? pageKeyOf(last) : state.older };
}
