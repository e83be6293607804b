import type { FilterQuery } from './events';
import { DEFAULT_WINDOW } from './window';

/** The names that a filter has in an address. */
export const FILTER_PARAMS: readonly string[] = ['region', 'topic', 'publisher', 'lang', 'role', 'q', 'from', 'to', 'last', 'window'];

export const EMPTY_QUERY: FilterQuery = { region: [], topic: [], q: '', window: DEFAULT_WINDOW };

/** The address of a filter: the inverse of parseFilterQuery, without zod, so that the browser can carry it. */
export function toSearchParams(query: FilterQuery): URLSearchParams {
  const params = new URLSearchParams();
  for (const region of query.region) params.append('region', region);
  for (const topic of query.topic) params.append('topic', topic);
  for (const name of ['publisher', 'lang', 'role'] as const) for (const value of query[name] ?? []) params.append(name, value);
  if (query.q) params.set('q', query.q);
  if (query.from) params.set('from', query.from);
  if (query.to) params.set('to', query.to);
  if (query.last) params.set('last', query.last);
  if (query.window !== DEFAULT_WINDOW) params.set('window', query.window);
  return params;
}
