import type { KeyKind } from '../../../lib/key';
import type { Label } from '../../../lib/label';
import type { PlaceKind } from '../../../lib/place';
import type { Database } from '../client';
import { asksNothing, filterSql, fromKeys, type CompiledFilter } from '../filter-sql';

export type RankedKind = Extract<KeyKind, 'topic' | 'place' | 'region' | 'publisher' | 'lang' | 'role'>;

/** A key and how many articles have it. */
export interface KeyCount {
  key: number;
  name: string;
  count: number;
}

const HOUR_MS = 3_600_000;
const isWholeHour = (at: Date) => at.getTime() % HOUR_MS === 0;

const likeOf = (kinds: readonly RankedKind[]) => kinds.map((kind) => `${kind}:%`);

// Each number is looked up by itself: the dictionary is mostly words, and reading all of it takes longer with every one.
const NAMED = 'cross join lateral (select name from key where key.id = r.key offset 0) key';

/** From the mentions: of all articles, in whole hours. Roles by themselves are not counted there. */
async function fromMentions(db: Database, kinds: readonly RankedKind[], from: Date, to: Date): Promise<KeyCount[]> {
  const { rows } = await db.pool.query<KeyCount>(
    `select r.key, key.name, r.count from (
       select key, sum(count)::int as count from mention where hour >= $1 and hour < $2 group by key having sum(count) > 0) r
     ${NAMED} where key.name like any($3::text[])`, [from, to, likeOf(kinds)]);
  return rows;
}

async function fromArticles(db: Database, filter: CompiledFilter, kinds: readonly RankedKind[], from: Date, to: Date): Promise<KeyCount[]> {
  const condition = filterSql(filter, 4);
  const lists = [...(kinds.some((kind) => kind !== 'role') ? ['k.keys'] : []), ...(kinds.includes('role') ? ['k.role_keys'] : [])].join(' || ');
  const { rows } = await db.pool.query<KeyCount>(
    `select r.key, key.name, r.count from (
       select u.key, count(*)::int as count from ${fromKeys(condition)} cross join lateral unnest(${lists}) as u(key)
       where k.sort_at >= $1 and k.sort_at < $2 and ${condition.sql} group by u.key) r
     ${NAMED} where key.name like any($3::text[])`,
    [from, to, likeOf(kinds), ...condition.values],
  );
  return rows;
}

/** How many articles of the filter that were published in [from, to) have each key of these kinds. In no order. */
export function countKeys(db: Database, filter: CompiledFilter, kinds: readonly RankedKind[], from: Date, to: Date): Promise<KeyCount[]> {
  if (kinds.length === 0) return Promise.resolve([]);
  const plain = asksNothing(filter) && !kinds.includes('role') && isWholeHour(from) && isWholeHour(to);
  return plain ? fromMentions(db, kinds, from, to) : fromArticles(db, filter, kinds, from, to);
}

/**
 * Articles of the filter published in [from, to) that have a key whose name is like one of these, each once for what stands before the colon of its
 * name (`kind`) or behind it (`id`): a region in one of several roles, a role in one of several regions.
 */
export async function countArticlesByName(db: Database, filter: CompiledFilter, like: readonly string[], by: 'kind' | 'id', from: Date, to: Date): Promise<Map<string, number>> {
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

/** Names of keys of one kind, by id. An id that nothing has, a province's code among regions say, is missing. */
export async function readLabels(db: Database, kind: RankedKind, ids: readonly string[]): Promise<Map<string, KeyLabel>> {
  const { rows } = await db.pool.query<{ id: string; en: string; ar: string | null; parent: string | null; kind: PlaceKind | null; country: string | null }>(LABELS[kind], [ids]);
  return new Map(rows.map(({ id, en, ar, parent, kind: placeKind, country }) =>
    [id, { label: { en, ar }, parent, ...(placeKind === null ? {} : { kind: placeKind, country }) }]));
}

