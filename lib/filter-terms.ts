import type { FilterQuery } from './events';
import type { Filter } from './filter';
import { parseTextQuery } from './text/query';

/** What a typed filter asks: its text is read as a search. */
export function toFilter({ region, topic, publisher = [], lang = [], role = [], q, from = null, to = null }: FilterQuery): Filter {
  return { regions: region, topics: topic, publishers: publisher, langs: lang, roles: role, text: parseTextQuery(q), from, to };
}
