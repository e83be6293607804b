import type { FilterQuery } from './events';
import type { Filter } from './filter';
import { termsOf } from './text/terms';

/** What a typed filter asks: its text becomes the same folded, stemmed words that articles are stored with. */
export function toFilter(query: FilterQuery): Filter {
  return { regions: query.region, topics: query.topic, text: query.q, terms: termsOf(query.q) };
}
