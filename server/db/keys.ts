import type pg from 'pg';

/** Numbers never change and keys never go, so what was read once holds; beyond so many all are forgotten, which costs a query. */
const MOST_REMEMBERED = 300_000;
const remembered = new WeakMap<pg.Pool, Map<string, number>>();

function cacheOf(pool: pg.Pool): Map<string, number> {
  const cache = remembered.get(pool) ?? new Map<string, number>();
  remembered.set(pool, cache);
  if (cache.size > MOST_REMEMBERED) cache.clear();
  return cache;
}

interface KeyRow {
  id: number;
  name: string;
}

const FIND = 'select id, name from key where name = any($1::text[])';
// looked for first, and only then inserted, so that numbers aren't used up by names that are there
const INSERT = 'insert into key (name) select name from unnest($1::text[]) as n(name) order by name on conflict (name) do nothing';

/**
 * The numbers of these keys. Names that have none get one, at once and outside of any transaction of the caller's: two writers that bring the same
 * name never wait for each other.
 */
export async function keyIds(pool: pg.Pool, names: Iterable<string>): Promise<Map<string, number>> {
  const cache = cacheOf(pool);
  const wanted = [...new Set(names)];
  const find = async (missing: string[]) => {
    if (missing.length === 0) return;
    for (const { id, name } of (await pool.query<KeyRow>(FIND, [missing])).rows) cache.set(name, id);
  };
  const unknown = () => wanted.filter((name) => !cache.has(name));
  await find(unknown());
  const fresh = unknown();
  if (fresh.length > 0) {
    await pool.query(INSERT, [fresh]);
    await find(fresh);
  }
  return new Map(wanted.map((name) => [name, cache.get(name) as number]));
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

/** The numbers of those of these keys that there are: of a name that no article ever had there is none. */
export async function knownKeyIds(pool: pg.Pool, names: readonly string[]): Promise<Map<string, number>> {
  const cache = cacheOf(pool);
  const missing = names.filter((name) => !cache.has(name));
  if (missing.length > 0) for (const { id, name } of (await pool.query<KeyRow>(FIND, [missing])).rows) cache.set(name, id);
  return new Map(names.flatMap((name): [string, number][] => {
    const id = cache.get(name);
    return id === undefined ? [] : [[name, id]];
  }));
}
