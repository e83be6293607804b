import { EMPTY_QUERY, toSearchParams } from '@/lib/filter-address';
import type { PaletteActions } from './commands';

/** The palette of a page without a filter: what is chosen there is shown by the feed. */
export const ELSEWHERE: PaletteActions = {
  query: EMPTY_QUERY,
  choices: null,
  choose: (query) => window.location.assign(`/?${toSearchParams(query).toString()}`),
};
