import type { ArticleItem } from '@/lib/article';
import type { FeedStatus, Panel, Snapshot } from '@/lib/dashboard';
import type { Batch, FilterQuery, PanelChange } from '@/lib/events';
import { queryKey } from './address';
import { withoutAged } from './aging';
import { appendOlder, applyBatch, release, type Hold } from './batch';
import { applyPanelChange } from './panel';
import { initialState, type LiveState } from './state';

export type LiveAction =
  | { type: 'query:chosen'; query: FilterQuery }
  | { type: 'snapshot:received'; query: FilterQuery; snapshot: Snapshot }
  | { type: 'caught-up'; query: FilterQuery; batch: Batch; panel: Panel; status: FeedStatus; hold: Hold }
  | { type: 'batch:received'; batch: Batch; hold: Hold; advance: boolean }
  | { type: 'panel:changed'; change: PanelChange }
  | { type: 'status:changed'; status: FeedStatus }
  | { type: 'older:received'; query: FilterQuery; before: string; items: ArticleItem[]; older: string | null }
  | { type: 'waiting:released' }
  | { type: 'clock:struck'; now: number };

/** Everything that can happen to the dashboard's data, as a pure function. */
export function reduce(state: LiveState, action: LiveAction): LiveState {
  switch (action.type) {
    case 'query:chosen':
      return { ...state, wanted: action.query };
    case 'snapshot:received':
      return { ...initialState(action.query, action.snapshot), wanted: state.wanted };
    case 'caught-up':
      return caughtUp(state, action);
    case 'batch:received':
      return applyBatch(state, action.batch, action.hold, action.advance);
    case 'panel:changed':
      return applyPanelChange(state, action.change);
    case 'status:changed':
      return { ...state, status: action.status };
    case 'older:received':
      return queryKey(action.query) === queryKey(state.query) ? appendOlder(state, action.before, action.items, action.older) : state;
    case 'waiting:released':
      return release(state);
    case 'clock:struck':
      return withoutAged(state, action.now);
  }
}

function caughtUp(state: LiveState, { query, batch, panel, status, hold }: Extract<LiveAction, { type: 'caught-up' }>): LiveState {
  const after = applyBatch(state, batch, hold, true);
  return { ...after, query, panel, panelCursor: batch.cursor, status };
}
