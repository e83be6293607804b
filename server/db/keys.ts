import type pg from 'pg';
import { readKeyName, type KeyKind } from '../../lib/key';

/** Numbers never change and keys never go, so what was read once holds; beyond so many all are forgotten, which costs a query. */
const MOST_REMEMBERED = 300_000;
const remembered = new WeakMap<pg.Pool, Map<string, number>>();

function cacheOf(pool: pg.Pool, most: number): Map<string, number> {
  const cache = remembered.get(pool) ?? new Map<string, number>();
  remembered.set(pool, cache);
  if (cache.size > most) cache.clear();
  return cache;
}

interface KeyRow {
  id: number;
  name: string;
}

/** A key by its number. */
export interface KnownKey {
  name: string;
  kind: KeyKind;
}

const names = new WeakMap<pg.Pool, Map<number, KnownKey>>();
const NAMES = 'select id, name from key where id = any($1::int[])';

/** The names of these numbers, remembered likewise: rankings ask for the same thousands again and again. @returns these and others */
export async function keyNames(pool: pg.Pool, ids: readonly number[], most = MOST_REMEMBERED): Promise<ReadonlyMap<number, KnownKey>> {
  const known = names.get(pool) ?? new Map<number, KnownKey>();
  const missing = ids.filter((id) => !known.has(id));
  // forgotten by beginning another map: whoever holds the old one keeps what it was promised
  const next = known.size + missing.length > most ? new Map(ids.flatMap((id) => { const key = known.get(id); return key ? [[id, key] as const] : []; })) : known;
  names.set(pool, next);
  if (missing.length === 0) return next;
  for (const { id, name } of (await pool.query<KeyRow>(NAMES, [missing])).rows) next.set(id, { name, kind: readKeyName(name).kind });
  return next;
}

const FIND = 'select id, name from key where name = any($1::text[])';
// looked for first, and only then inserted, so that numbers aren't used up by names that are there
const INSERT = 'insert into key (name) select name from unnest($1::text[]) as n(name) order by name on conflict (name) do nothing';

/** The numbers of those of these keys that there are: of a name that no article ever had there is none. */
export async function knownKeyIds(pool: pg.Pool, names: Iterable<string>, most = MOST_REMEMBERED): Promise<Map<string, number>> {
  const cache = cacheOf(pool, most);
  // gathered apart from the memory, which others may empty while the database is asked
  const ids = new Map<string, number>();
  const missing = new Set<string>();
  for (const name of names) {
    const id = cache.get(name);
    if (id === undefined) missing.add(name);
    else ids.set(name, id);
  }
  if (missing.size === 0) return ids;
  for (const { id, name } of (await pool.query<KeyRow>(FIND, [[...missing]])).rows) {
    cache.set(name, id);
    ids.set(name, id);
  }
  return ids;
}

/**
 * The numbers of these keys. Names that have none get one, at once and outside of any transaction of the caller's: two writers that bring the same
 * name never wait for each other.
 */
export async function keyIds(pool: pg.Pool, names: Iterable<string>, most = MOST_REMEMBERED): Promise<Map<string, number>> {
  const wanted = [...new Set(names)];
  const ids = await knownKeyIds(pool, wanted, most);
  const fresh = wanted.filter((name) => !ids.has(name));
  if (fresh.length === 0) return ids;
  await pool.query(INSERT, [fresh]);
  return new Map([...ids, ...await knownKeyIds(pool, fresh, most)]);
}

/**
 * The same within a transaction, for the few names that are known only there. Nothing is remembered of it: the transaction may be taken back.
 */
export async function keyIdsWithin(client: pg.PoolClient, names: readonly string[]): Promise<Map<string, number>> {
  const find = async () => new Map((await client.query<KeyRow>(FIND, [names])).rows.map(({ id, name }) => [name, id]));
  const found = await find();
  const fresh = names.filter((name) => !found.has(name));
  if (fresh.length === 0) return found;
  await client.query(INSERT, [fresh]);
  return find();
}
