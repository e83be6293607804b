import type { FilterQuery } from './events';
import type { Filter } from './filter';
import { lastBegins } from './last';
import { parseTextQuery } from './text/query';

/** What a typed filter asks: its text is read as a search, and "the last day" as of now. @param now in milliseconds */
export function toFilter(query: FilterQuery, now: number = Date.now()): Filter {
  const { region, topic, publisher = [], lang = [], role = [], q, from = null, to = null, last = null } = query;
  const begins = last !== null && from === null && to === null ? lastBegins(last, now) : from;
  return { regions: region, topics: topic, publishers: publisher, langs: lang, roles: role, text: parseTextQuery(q), from: begins, to };
}
