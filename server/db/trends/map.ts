import type { MappedPlace } from '../../../lib/map';
import { PLACE_ROLES, type PlaceRole } from '../../../lib/place';
import type { Database } from '../client';
import { filterSql, fromKeys, type CompiledFilter } from '../filter-sql';
import { keyNames } from '../keys';
import { partsOf } from './ranking';
import { countRecent, countRecentKeys, countRecentParts, countRecentPublishers, keysOf, recentRows, type RecentRows } from './recent';

/** A place by its key's kind (any role, or one of them): how many articles of the filter, of how many publishers. */
export interface PlaceCount {
  kind: 'region' | PlaceRole;
  id: string;
  count: number;
  publishers: number;
}

const KINDS = ['region', ...PLACE_ROLES] as const;
const likeOf = (kinds: readonly PlaceCount['kind'][]) => kinds.map((kind) => `${kind}:%`);
const ID = `substr(key.name, position(':' in key.name) + 1)`;
// each number is looked up by itself: the dictionary is mostly words
const NAMED = 'cross join lateral (select name from key where key.id = r.key offset 0) key';

const isMapped = (kind: string): kind is PlaceCount['kind'] => (KINDS as readonly string[]).includes(kind);

/** The same as countMappedPlaces and countAll, of articles that are remembered. */
export async function countRecentPlaces(db: Database, recent: RecentRows, filter: CompiledFilter): Promise<{ total: number; places: PlaceCount[] }> {
  const counts = countRecentKeys(recent, filter, 'all');
  const names = await keyNames(db.pool, [...counts.keys()]);
  const publishers = countRecentPublishers(recent, filter, [...counts.keys()].filter((key) => names.get(key)?.kind === 'region'));
  const places = [...counts].flatMap(([key, count]): PlaceCount[] => {
    const { name, kind } = names.get(key) ?? {};
    return name !== undefined && kind !== undefined && isMapped(kind) ? [{ kind, id: name.slice(kind.length + 1), count, publishers: publishers.get(key) ?? 0 }] : [];
  });
  return { total: countRecent(recent, filter), places };
}

/** Hour by hour: places in any role, or in one of these. */
async function countRecentHours(db: Database, recent: RecentRows, filter: CompiledFilter, roles: readonly PlaceRole[]): Promise<HourCount[]> {
  const parts = await partsOf(db, keysOf(recent), (roles.length === 0 ? ['region' as const] : roles).map((kind) => ({ kind, id: null })), 'id');
  return recent.flatMap((hour) => {
    const start = new Date(hour.at);
    return [{ start, id: null, count: countRecent([hour], filter) }, ...[...countRecentParts([hour], filter, parts)].map(([id, count]) => ({ start, id, count }))];
  });
}

/** Every place that articles of the filter published in [from, to) name, in any role and in each. In no order. */
export async function countMappedPlaces(db: Database, filter: CompiledFilter, from: Date, to: Date): Promise<PlaceCount[]> {
  const condition = filterSql(filter, 4);
  // by publisher first: two countings of few rows are quicker than a sorting of all for distinct ones
  const { rows } = await db.pool.query<PlaceCount>(
    `select split_part(key.name, ':', 1) as kind, ${ID} as id, r.count, r.publishers from (
       select p.key, sum(p.count)::int as count, count(*)::int as publishers from (
         select u.key, k.publisher_id, count(*) as count from ${fromKeys(condition)} cross join lateral unnest(k.keys || k.role_keys) as u(key)
         where k.sort_at >= $1 and k.sort_at < $2 and ${condition.sql} group by u.key, k.publisher_id) p group by p.key) r
     ${NAMED} where key.name like any($3::text[])`,
    [from, to, likeOf(KINDS), ...condition.values],
  );
  return rows;
}

/** Articles of the filter in [from, to). */
export async function countAll(db: Database, filter: CompiledFilter, from: Date, to: Date): Promise<number> {
  const condition = filterSql(filter, 3);
  const { rows } = await db.pool.query<{ count: number }>(
    `select count(*)::int as count from ${fromKeys(condition)} where k.sort_at >= $1 and k.sort_at < $2 and ${condition.sql}`, [from, to, ...condition.values]);
  return rows[0]?.count ?? 0;
}

export interface HourCount {
  start: Date;
  /** null: all articles of the filter */
  id: string | null;
  count: number;
}

async function countHours(db: Database, filter: CompiledFilter, from: Date, to: Date): Promise<HourCount[]> {
  const condition = filterSql(filter, 3);
  const { rows } = await db.pool.query<HourCount>(
    `select date_bin('1 hour', k.sort_at, 'epoch') as start, null as id, count(*)::int as count from ${fromKeys(condition)}
     where k.sort_at >= $1 and k.sort_at < $2 and ${condition.sql} group by 1`, [from, to, ...condition.values]);
  return rows;
}

/** The same hour by hour (UTC): in one of the roles where some are given. An article counts once for a place, whatever its roles. */
export async function countMappedHours(db: Database, filter: CompiledFilter, roles: readonly PlaceRole[], from: Date, to: Date): Promise<HourCount[]> {
  const recent = await recentRows(db, filter, from, to);
  if (recent) return countRecentHours(db, recent, filter, roles);
  const condition = filterSql(filter, 4);
  const kinds = roles.length === 0 ? (['region'] as const) : roles;
  const count = kinds.length > 1 ? 'count(distinct k.article_id)' : 'count(*)';
  const [places, all] = await Promise.all([
    db.pool.query<HourCount>(
      `select date_bin('1 hour', k.sort_at, 'epoch') as start, n.id, ${count}::int as count from ${fromKeys(condition)} cross join lateral unnest(k.keys || k.role_keys) as u(key)
       join (select id as key, ${ID} as id from key where name like any($3::text[])) n on n.key = u.key
       where k.sort_at >= $1 and k.sort_at < $2 and ${condition.sql} group by 1, 2`,
      [from, to, likeOf(kinds), ...condition.values]),
    countHours(db, filter, from, to),
  ]);
  return [...places.rows, ...all];
}

export type PlaceFacts = Pick<MappedPlace, 'id' | 'label' | 'kind' | 'country' | 'lat' | 'lon' | 'within'>;

const placeFacts = new WeakMap<Database['pool'], Map<string, PlaceFacts>>();

/**
 * What is known of places. An id that no place has, a province's code say, is missing. Remembered: it comes from the gazetteer, which changes with another
 * build only, and a map asks for thousands.
 */
export async function readPlaceFacts(db: Database, ids: readonly string[]): Promise<Map<string, PlaceFacts>> {
  const known = placeFacts.get(db.pool) ?? new Map<string, PlaceFacts>();
  placeFacts.set(db.pool, known);
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length > 0) for (const [id, facts] of await askPlaceFacts(db, missing)) known.set(id, facts);
  return new Map(ids.flatMap((id) => {
    const facts = known.get(id);
    return facts ? [[id, facts] as const] : [];
  }));
}

async function askPlaceFacts(db: Database, ids: readonly string[]): Promise<Map<string, PlaceFacts>> {
  const { rows } = await db.pool.query<Omit<PlaceFacts, 'label'> & { en: string; ar: string | null }>(
    'select id, name_en as en, name_ar as ar, kind, country, lat, lon, within from place where id = any($1)', [ids]);
  return new Map(rows.map(({ en, ar, ...row }) => [row.id, { ...row, label: { en, ar } }]));
}
