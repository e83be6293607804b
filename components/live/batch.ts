import { byNewest, type ArticleItem } from '@/lib/article';
import type { Batch } from '@/lib/events';
import { merged } from './order';
import { FOLLOWING_LIMIT, isAfter, latest, LIMIT, pageKeyOf, WAITING_LIMIT, type LiveState } from './state';

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
  const known = new Set<string>();
  const items = revise(state.items, edits, removed, known);
  const waiting = revise(state.waiting, edits, removed, known);
  const kept = { ...state, items, waiting };
  const arrivals = batch.upserts.filter((item) => !removed.has(item.id) && !known.has(item.id) && !liesBelow(item, kept));
  const settled = settle(kept, arrivals, hold);
  return {
    ...settled,
    cursor: advance ? batch.cursor : state.cursor,
    lastArrivalAt: latest(state.lastArrivalAt, arrivals),
  };
}

/** Everything that waits is shown, in a list that is at its top, or goes there. */
export function release(state: LiveState): LiveState {
  if (state.waiting.length === 0) return state;
  return show({ ...state, waiting: [] }, state.waiting, FOLLOWING_LIMIT);
}

/**
 * The page of older articles before the key `before`, below those that are there. Where the list ends elsewhere by now, since it was
 * cut or is another one of the same filter, the page would leave a hole: nothing changes. It may take the list past LIMIT: the reader
 * asked for them, and the next arrival that is shown cuts it back.
 */
export function appendOlder(state: LiveState, before: string, page: readonly ArticleItem[], older: string | null): LiveState {
  if (state.older !== before) return state;
  const asked = new Set(page.map((item) => item.id));
  const known = new Set<string>();
  for (const list of [state.items, state.waiting]) for (const { id } of list) if (asked.has(id)) known.add(id);
  return { ...state, items: merged(state.items, page.filter((item) => !known.has(item.id))), older };
}

/** Edits in place and removals, in one pass; the same array where nothing changed. Adds to `known` the ids of the edits that it met. */
function revise(items: readonly ArticleItem[], edits: ReadonlyMap<string, ArticleItem>, removed: ReadonlySet<string>, known: Set<string>): readonly ArticleItem[] {
  const touched = new Set([...edits.keys(), ...removed]);
  const changed = new Map<string, ArticleItem>();
  const gone = new Set<string>();
  const moved: ArticleItem[] = [];
  for (const item of items) {
    if (!touched.has(item.id)) continue;
    const edit = edits.get(item.id);
    if (edit) known.add(item.id);
    if (removed.has(item.id)) gone.add(item.id);
    else if (edit && supersedes(edit, item)) {
      if (edit.sortAt === item.sortAt) changed.set(item.id, edit);
      else {
        gone.add(item.id);
        moved.push(edit);
      }
    }
  }
  if (changed.size + gone.size === 0) return items;
  const revised = items.flatMap((item) => (gone.has(item.id) ? [] : [changed.get(item.id) ?? item]));
  return moved.length > 0 ? merged(revised, moved) : revised;
}

/** A later version, or the same one with other tags: corrections don't raise the version. */
function supersedes(edit: ArticleItem, item: ArticleItem): boolean {
  if (edit.version !== item.version) return edit.version > item.version;
  return JSON.stringify(edit) !== JSON.stringify(item);
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
    hold === 'nothing' ? FOLLOWING_LIMIT : LIMIT,
  );
  return wait(shown, arrivals.filter(waits));
}

function wait(state: LiveState, arrivals: readonly ArticleItem[]): LiveState {
  if (arrivals.length === 0) return state;
  const waiting = merged(state.waiting, arrivals);
  const dropped = waiting.splice(WAITING_LIMIT);
  return { ...state, waiting, overflow: state.overflow + dropped.filter((item) => !item.backfill).length };
}

/** So many at most are marked as new to the list; more at once are a flood, not news. */
const MOST_FRESH = 100;

function show(state: LiveState, arrivals: readonly ArticleItem[], limit: number): LiveState {
  if (arrivals.length === 0) return state;
  const items = merged(state.items, arrivals);
  const cut = items.length > limit;
  if (cut) items.length = limit;
  const last = cut ? items.at(-1) : undefined;
  const added = arrivals.filter((item) => !item.backfill).map((item) => item.id);
  const fresh = added.length === 0 ? state.fresh : new Set([...state.fresh, ...added].slice(-MOST_FRESH));
  return { ...state, items, fresh, older: last ? pageKeyOf(last) : state.older };
}
