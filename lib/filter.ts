import { keyName } from './key';
import type { PlaceRole } from './place';
import { isNoText, matchesText, NO_TEXT, type SearchedText, type TextQuery } from './text/query';

/**
 * What a reader asks to see. Values of one list are or, different lists are and; empty means all. With roles, a region is one of a place in one of them.
 */
export interface Filter {
  /** ISO country, admin-1 code (`SY.12`), GeoNames id or a region's id */
  regions: string[];
  topics: string[];
  /** decimal numbers */
  publishers: string[];
  /** ISO 639-1 */
  langs: string[];
  roles: PlaceRole[];
  text: TextQuery;
  /** ISO times, from inclusive, to exclusive; of publication (`sortAt`) */
  from: string | null;
  to: string | null;
}

/** What a filter asks of an article. The same things in numbers answer it in SQL (server/db/filter-sql). */
export interface Filterable extends SearchedText {
  /** names of lib/key: what the article is found under */
  names: readonly string[];
  sortAt: string;
}

export const NO_FILTER: Filter = { regions: [], topics: [], publishers: [], langs: [], roles: [], text: NO_TEXT, from: null, to: null };

const named = (kind: 'topic' | 'publisher' | 'lang', ids: readonly string[]) => ids.map((id) => keyName(kind, id));

function places({ regions, roles }: Filter): string[] {
  if (roles.length === 0) return regions.map((id) => keyName('region', id));
  return roles.flatMap((role) => (regions.length === 0 ? [keyName('role', role)] : regions.map((id) => keyName(role, id))));
}

/** The filter without its text and time: of each list of keys (lib/key) an article has to have one. */
export function clausesOf(filter: Filter): string[][] {
  return [places(filter), named('topic', filter.topics), named('publisher', filter.publishers), named('lang', filter.langs)].filter((keys) => keys.length > 0);
}

/** Whether the article belongs to the filter. Says the same as the SQL of a page: a property test holds them together. */
export function matches(filter: Filter, article: Filterable): boolean {
  return (
    clausesOf(filter).every((keys) => keys.some((key) => article.names.includes(key))) &&
    (filter.from === null || Date.parse(article.sortAt) >= Date.parse(filter.from)) &&
    (filter.to === null || Date.parse(article.sortAt) < Date.parse(filter.to)) &&
    matchesText(filter.text, article)
  );
}

/** One string for one filter, whatever order its values came in: the name of its room. */
export function filterKey({ regions, topics, publishers, langs, roles, text, from, to }: Filter): string {
  const words = [text.all, text.none].map((atoms) => atoms.map((atom) => JSON.stringify(atom)).sort());
  return JSON.stringify([...[regions, topics, publishers, langs, roles].map((list) => [...list].sort()), ...words, from, to]);
}

export function isEmpty(filter: Filter): boolean {
  return clausesOf(filter).length === 0 && isNoText(filter.text) && filter.from === null && filter.to === null;
}
