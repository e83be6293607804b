import { FILTER_PARAMS } from '@/lib/filter-address';

export const ADDRESSES = {
  feed: '/', trends: '/trends', map: '/map', spikes: '/spikes', topics: '/topics', sources: '/sources', settings: '/settings', wall: '/wall',
} as const;
export type PageName = keyof typeof ADDRESSES;

/** Pages that show articles or counts by the filter of their address. */
const FILTERED: ReadonlySet<PageName> = new Set(['feed', 'trends', 'map', 'wall']);

/** The address of a page, with the filter of the one that is shown where both have one. */
export function addressFrom(page: PageName, to: PageName, search: URLSearchParams): string {
  if (!FILTERED.has(page) || !FILTERED.has(to)) return ADDRESSES[to];
  const kept = new URLSearchParams([...search].filter(([name]) => FILTER_PARAMS.includes(name))).toString();
  return kept === '' ? ADDRESSES[to] : `${ADDRESSES[to]}?${kept}`;
}
