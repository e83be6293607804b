import { EMPTY_QUERY, FILTER_PARAMS, toSearchParams } from '@/lib/filter-address';
import type { FilterQuery } from '@/lib/events';
import { LAST_NAMES } from '@/lib/last';
import { PLACE_ROLES } from '@/lib/place';
import { DEFAULT_WINDOW, WINDOWS, type WindowName } from '@/lib/window';

/**
 * The filter that an address of our own making holds, for the browser's back and forward. What the server would
 * refuse is left out here: the server checks again whatever is asked of it.
 */
export function readAddress(search: string): FilterQuery {
  const params = new URLSearchParams(search);
  return {
    region: params.getAll('region'),
    topic: params.getAll('topic'),
    ...(params.has('publisher') ? { publisher: params.getAll('publisher') } : {}),
    ...(params.has('lang') ? { lang: params.getAll('lang') } : {}),
    ...(params.has('role') ? { role: PLACE_ROLES.filter((role) => params.getAll('role').includes(role)) } : {}),
    ...(params.has('from') ? { from: params.get('from') } : {}),
    ...(params.has('to') ? { to: params.get('to') } : {}),
    ...(params.has('last') ? { last: asLast(params.get('last')) } : {}),
    q: (params.get('q') ?? '').trim(),
    window: asWindow(params.get('window')),
  };
}

const asLast = (value: string | null) => LAST_NAMES.find((name) => name === value) ?? null;

function asWindow(value: string | null): WindowName {
  const names = Object.keys(WINDOWS) as WindowName[];
  return names.find((name) => name === value) ?? DEFAULT_WINDOW;
}

/** One string for one filter and window, whatever order its values were chosen in. */
export function queryKey(query: FilterQuery): string {
  return `${listKey(query)} ${query.window}`;
}

/** One string for what decides which articles are listed: the filter without the charts' window. */
export function listKey(query: FilterQuery): string {
  const lists = [query.region, query.topic, query.publisher ?? [], query.lang ?? [], query.role ?? []];
  return JSON.stringify([...lists.map((list) => [...list].sort()), query.q, query.from ?? null, query.to ?? null, query.last ?? null]);
}

export function isUnfiltered(query: FilterQuery): boolean {
  return listKey(query) === listKey(EMPTY_QUERY);
}

export type ListName = 'region' | 'topic' | 'publisher' | 'lang' | 'role';

/** Adds the id to the list, or takes it out where it is in it. */
export function toggle(query: FilterQuery, list: ListName, id: string): FilterQuery {
  const ids: readonly string[] = query[list] ?? [];
  return { ...query, [list]: ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id] };
}

export function withoutFilters(query: FilterQuery): FilterQuery {
  return { ...EMPTY_QUERY, window: query.window };
}

/** The page's address for the filter; parameters that are not the filter's (such as `measure`) stay. */
export function addressOf(query: FilterQuery, current: URL): string {
  const params = toSearchParams(query);
  for (const [name, value] of current.searchParams) {
    if (!FILTER_PARAMS.includes(name)) params.append(name, value);
  }
  const search = params.toString();
  return search ? `${current.pathname}?${search}` : current.pathname;
}
