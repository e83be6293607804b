import type { PlaceRole } from './place';

/**
 * Names of what can be asked of an article, and counted. `region` is a place or anything that lies around it, whatever its role; `about` and the other
 * roles are the same for places in that role; `place` is named itself. `role` is any place at all in that role. The dictionary in Postgres gives each a number.
 */
export type KeyKind = 'all' | 'expired' | 'region' | PlaceRole | 'role' | 'place' | 'topic' | 'publisher' | 'lang' | 'term';

export const keyName = (kind: KeyKind, id: string | number): string => `${kind}:${id}`;

/** All articles, and those of them that retention has deleted since. No article carries these: they are only counted. */
export const ALL = keyName('all', '');
export const EXPIRED = keyName('expired', '');

/** The two parts of a key's name. Ids may hold colons, kinds don't. */
export function readKeyName(name: string): { kind: KeyKind; id: string } {
  const colon = name.indexOf(':');
  return { kind: name.slice(0, colon) as KeyKind, id: name.slice(colon + 1) };
}

/** What an article is found under. */
export interface ArticleKeys {
  /** counted: region, about, place, role, topic, publisher, lang */
  keys: string[];
  /** asked for only: venue, actor, dateline and mentioned, as `about` is among `keys` */
  roleKeys: string[];
  /** folded, stemmed words of title and text, without `term:` */
  terms: string[];
}
