import { LASTS } from '@/lib/last';
import type { LiveState } from './state';

/** The state without what has left the filter by growing old. Only the end of the list changes. @param now in milliseconds */
export function withoutAged(state: LiveState, now: number): LiveState {
  const { last, from, to } = state.query;
  if (!last || from || to) return state;
  const begins = now - LASTS[last] * 60_000;
  // as much grace as the server's own rounding: what a new page would still show stays
  const grace = last === '1h' ? 60_000 : 3_600_000;
  const young = ({ sortAt }: { sortAt: string }) => Date.parse(sortAt) >= begins - grace;
  const [items, waiting] = [state.items.filter(young), state.waiting.filter(young)];
  return items.length + waiting.length === state.items.length + state.waiting.length ? state : { ...state, items, waiting };
}
