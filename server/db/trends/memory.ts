import type pg from 'pg';

/** What was read of a database once, each with the version that it had. */
export interface Memory<Name, Value> {
  /** @returns undefined where it isn't there, or in another version */
  get(pool: pg.Pool, name: Name, version: string): Value | undefined;
  /** in whatever version */
  has(pool: pg.Pool, name: Name): boolean;
  set(pool: pg.Pool, name: Name, version: string, value: Value): void;
}

/** @param most so many are remembered of each database: what was asked for last is forgotten last */
export function createMemory<Name, Value>(most: number): Memory<Name, Value> {
  const ofPools = new WeakMap<pg.Pool, Map<Name, { version: string; value: Value }>>();
  const put = (pool: pg.Pool, name: Name, one: { version: string; value: Value }) => {
    const known = ofPools.get(pool) ?? new Map<Name, { version: string; value: Value }>();
    ofPools.set(pool, known);
    known.delete(name);
    known.set(name, one);
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
  };
  return {
    get(pool, name, version) {
      const one = ofPools.get(pool)?.get(name);
      if (one?.version !== version) return undefined;
      put(pool, name, one);
      return one.value;
    },
    has: (pool, name) => ofPools.get(pool)?.has(name) ?? false,
    set: (pool, name, version, value) => put(pool, name, { version, value }),
  };
}
