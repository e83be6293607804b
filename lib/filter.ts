/**
 * What a reader asks to see. Values of one list are or, different lists are and; empty means all.
 * `text` is what was typed; `terms` are its folded, stemmed words, all of which must be there.
 */
export interface Filter {
  regions: string[];
  topics: string[];
  text: string;
  terms: string[];
}

/** What a filter asks of an article. The same three columns answer it in SQL (server/db/filter-sql.ts). */
export interface Filterable {
  regionKeys: readonly string[];
  topicKeys: readonly string[];
  terms: readonly string[];
}

export const NO_FILTER: Filter = { regions: [], topics: [], text: '', terms: [] };

const some = (wanted: readonly string[], keys: readonly string[]) => wanted.length === 0 || wanted.some((w) => keys.includes(w));

/** Whether the article belongs to the filter. Says the same as the SQL of a page: a property test holds them together. */
export function matches(filter: Filter, article: Filterable): boolean {
  return (
    some(filter.regions, article.regionKeys) &&
    some(filter.topics, article.topicKeys) &&
    filter.terms.every((term) => article.terms.includes(term))
  );
}

/** One string for one filter, whatever order its values came in: the name of its room. */
export function filterKey(filter: Filter): string {
  return JSON.stringify([[...filter.regions].sort(), [...filter.topics].sort(), [...filter.terms].sort()]);
}

export function isEmpty(filter: Filter): boolean {
  return filter.regions.length === 0 && filter.topics.length === 0 && filter.terms.length === 0;
}
