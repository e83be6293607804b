import type { KeyKind } from '../../../lib/key';
import type { Label } from '../../../lib/label';
import type { PlaceKind } from '../../../lib/place';
import type { Database } from '../client';
import { asksNothing, filterSql, fromKeys, type CompiledFilter } from '../filter-sql';
import { keyNames } from '../keys';
import { countsOfHours } from './hours';
import { countRecentKeys, countRecentParts, countRecentPublishers, keysOf, recentRows } from './recent';

export type RankedKind = Extract<KeyKind, 'topic' | 'place' | 'region' | 'publisher' | 'lang' | 'role'>;

/** A key and how many articles have it. */
export interface KeyCount {
  key: number;
  name: string;
  count: number;
}

const HOUR_MS = 3_600_000;
const isWholeHour = (at: Date) => at.getTime() % HOUR_MS === 0;

/** Those of the keys that are of these kinds, by name. */
async function named(db: Database, counts: ReadonlyMap<number, number>, kinds: readonly RankedKind[]): Promise<KeyCount[]> {
  const names = await keyNames(db.pool, [...counts.keys()]);
  const wanted = new Set<KeyKind>(kinds);
  const found: KeyCount[] = [];
  for (const [key, count] of counts) {
    const known = names.get(key);
    if (known && wanted.has(known.kind)) found.push({ key, name: known.name, count });
  }
  return found;
}

async function fromArticles(db: Database, filter: CompiledFilter, kinds: readonly RankedKind[], from: Date, to: Date): Promise<KeyCount[]> {
  const recent = await recentRows(db, filter, from, to);
  if (recent) return named(db, countRecentKeys(recent, filter), kinds);
  const condition = filterSql(filter, 3);
  const { rows } = await db.pool.query<{ key: number; count: number }>(
    `select u.key, count(*)::int as count from ${fromKeys(condition)} cross join lateral unnest(k.keys) as u(key)
     where k.sort_at >= $1 and k.sort_at < $2 and ${condition.sql} group by u.key`,
    [from, to, ...condition.values],
  );
  return named(db, new Map(rows.map(({ key, count }) => [key, count])), kinds);
}

/** Distinct publishers of the filter's articles in [from, to) that have each of these keys, by the key's number. */
export async function countPublishers(db: Database, filter: CompiledFilter, keys: readonly number[], from: Date, to: Date): Promise<Map<number, number>> {
  const recent = await recentRows(db, filter, from, to);
  if (recent) return countRecentPublishers(recent, filter, keys);
  const condition = filterSql(filter, 4);
  const { rows } = await db.pool.query<{ key: number; publishers: number }>(
    `select u.key, count(distinct k.publisher_id)::int as publishers from ${fromKeys(condition)} cross join lateral unnest(k.keys) as u(key)
     where k.sort_at >= $1 and k.sort_at < $2 and k.keys && $3::int[] and u.key = any($3::int[]) and ${condition.sql} group by u.key`,
    [from, to, keys, ...condition.values],
  );
  return new Map(rows.map(({ key, publishers }) => [key, publishers]));
}

/** How many articles of the filter that were published in [from, to) have each key of these kinds. In no order. */
export async function countKeys(db: Database, filter: CompiledFilter, kinds: readonly RankedKind[], from: Date, to: Date): Promise<KeyCount[]> {
  if (kinds.length === 0) return [];
  const plain = asksNothing(filter) && isWholeHour(from) && isWholeHour(to);
  return plain ? named(db, await countsOfHours(db, from, to), kinds) : fromArticles(db, filter, kinds, from, to);
}

/** Names of keys: all of a kind, or one of an id. */
export interface NamedKeys {
  kind: KeyKind;
  /** null: any */
  id: string | null;
}

const escapeLike = (name: string) => name.replace(/[\\%_]/gu, '\\$&');

/** What stands before the colon of the names of these keys, or behind it, by the keys' numbers; of those that are asked for. */
export async function partsOf(db: Database, keys: readonly number[], wanted: readonly NamedKeys[], by: 'kind' | 'id'): Promise<Map<number, string>> {
  const names = await keyNames(db.pool, keys);
  const parts = new Map<number, string>();
  for (const key of keys) {
    const { name = '', kind } = names.get(key) ?? {};
    const id = kind === undefined ? '' : name.slice(kind.length + 1);
    if (kind !== undefined && wanted.some((one) => one.kind === kind && (one.id === null || one.id === id))) parts.set(key, by === 'kind' ? kind : id);
  }
  return parts;
}

/**
 * Articles of the filter published in [from, to) that have one of these keys, each once for what stands before the colon of its name (`kind`) or
 * behind it (`id`): a region in one of several roles, a role in one of several regions.
 */
export async function countArticlesByName(db: Database, filter: CompiledFilter, wanted: readonly NamedKeys[], by: 'kind' | 'id', from: Date, to: Date): Promise<Map<string, number>> {
  const recent = await recentRows(db, filter, from, to);
  if (recent) return countRecentParts(recent, filter, await partsOf(db, keysOf(recent), wanted, by));
  const like = wanted.map(({ kind, id }) => `${kind}:${id === null ? '%' : escapeLike(id)}`);
  const condition = filterSql(filter, 4);
  const part = by === 'kind' ? `split_part(key.name, ':', 1)` : `substr(key.name, position(':' in key.name) + 1)`;
  const { rows } = await db.pool.query<{ part: string; count: number }>(
    `select ${part} as part, count(distinct k.article_id)::int as count
     from ${fromKeys(condition)} cross join lateral unnest(k.keys || k.role_keys) as u(key) join key on key.id = u.key
     where k.sort_at >= $1 and k.sort_at < $2 and key.name like any($3::text[]) and ${condition.sql} group by 1`,
    [from, to, like, ...condition.values],
  );
  return new Map(rows.map(({ part: name, count }) => [name, count]));
}

/** What people call a key, and where it belongs. */
export interface KeyLabel {
  label: Label;
  parent: string | null;
  kind?: PlaceKind;
  country?: string | null;
}

const LABELS: Record<RankedKind, string> = {
  topic: `select id, label_en as en, label_ar as ar, parent_id as parent, null as kind, null as country from topic where id = any($1)`,
  place: `select id, name_en as en, name_ar as ar, within[1] as parent, kind, country from place where id = any($1)`,
  region: `select id, name_en as en, name_ar as ar, within[1] as parent, kind, country from place where id = any($1)`,
  publisher: `select id::text as id, name as en, null as ar, null as parent, null as kind, null as country from publisher where id::text = any($1)`,
  lang: `select id, id as en, null as ar, null as parent, null as kind, null as country from unnest($1::text[]) as l(id)`,
  role: `select id, id as en, null as ar, null as parent, null as kind, null as country from unnest($1::text[]) as r(id)`,
};

const placeLabels = new WeakMap<Database['pool'], Map<string, KeyLabel>>();

async function askLabels(db: Database, kind: RankedKind, ids: readonly string[]): Promise<Map<string, KeyLabel>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.pool.query<{ id: string; en: string; ar: string | null; parent: string | null; kind: PlaceKind | null; country: string | null }>(LABELS[kind], [ids]);
  return new Map(rows.map(({ id, en, ar, parent, kind: placeKind, country }) =>
    [id, { label: { en, ar }, parent, ...(placeKind === null ? {} : { kind: placeKind, country }) }]));
}

/**
 * Names of keys of one kind, by id. An id that nothing has, a province's code among regions say, is missing. Places are remembered: their names come from
 * the gazetteer, which changes with another build only, and rankings ask for thousands.
 */
export async function readLabels(db: Database, kind: RankedKind, ids: readonly string[]): Promise<Map<string, KeyLabel>> {
  if (kind !== 'place' && kind !== 'region') return askLabels(db, kind, ids);
  const known = placeLabels.get(db.pool) ?? new Map<string, KeyLabel>();
  placeLabels.set(db.pool, known);
  for (const [id, label] of await askLabels(db, kind, ids.filter((id) => !known.has(id)))) known.set(id, label);
  return new Map(ids.flatMap((id) => {
    const label = known.get(id);
    return label ? [[id, label] as const] : [];
  }));
}
