import { expect } from 'vitest';
import { articleKeysOf } from '../../lib/article-keys';
import { forEachCell } from '../../lib/cells';
import { readKeyName, type KeyKind } from '../../lib/key';
import type { Database } from '../../server/db/client';
import { allTags } from './tags';

/** What the mentions say of each key that has any: `region:SY` -> 3. */
export async function countsByName(db: Database, ...kinds: KeyKind[]): Promise<Record<string, number>> {
  const { rows } = await db.pool.query<{ name: string; count: number }>(
    'select key.name, sum(m.count)::int as count from mention m join key on key.id = m.key group by 1 having sum(m.count) <> 0');
  return Object.fromEntries(rows.filter(({ name }) => kinds.length === 0 || kinds.includes(readKeyName(name).kind)).map(({ name, count }) => [name, count]));
}

/** When all articles were published, in hours, with their number. */
export async function hoursOf(db: Database, name = 'all:'): Promise<{ hour: string; count: number }[]> {
  const { rows } = await db.pool.query<{ hour: Date; count: number }>(
    'select m.hour, m.count from mention m join key on key.id = m.key where key.name = $1 and m.count <> 0 order by m.hour', [name]);
  return rows.map(({ hour, count }) => ({ hour: hour.toISOString(), count }));
}

export interface KeyedArticle {
  keys: string[];
  roleKeys: string[];
}

/** What an article is found under by its row of the index. */
export async function keysOf(db: Database, articleId: string | bigint): Promise<KeyedArticle> {
  const { rows: [row] } = await db.pool.query<KeyedArticle>(
    `select array(select name from key where id = any(k.keys) order by 1) as keys, array(select name from key where id = any(k.role_keys) order by 1) as "roleKeys"
     from article_key k where k.article_id = $1`, [String(articleId)]);
  if (!row) throw new Error(`article ${articleId} has no row in article_key`);
  return row;
}

/** A cell without its sign, in words: quarter hour, publisher, late. */
type Cells = Map<string, number>;

function add(counts: Map<string, Cells>, name: string, cell: string, step: number): void {
  const cells = counts.get(name) ?? new Map<string, number>();
  cells.set(cell, (cells.get(cell) ?? 0) + step);
  if (cells.get(cell) === 0) cells.delete(cell);
  counts.set(name, cells);
}

const plain = (counts: Map<string, Cells>) => [...counts].filter(([, cells]) => cells.size > 0).map(([name, cells]) => [name, [...cells].sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1));

async function counted(db: Database): Promise<Map<string, Cells>> {
  const { rows } = await db.pool.query<{ name: string; hour: Date; count: number; cells: Buffer }>('select key.name, m.hour, m.count, m.cells from mention m join key on key.id = m.key');
  const counts = new Map<string, Cells>();
  for (const { name, hour, count, cells } of rows) {
    let sum = 0;
    forEachCell(cells, (quarter, publisherId, late, step) => {
      sum += step;
      add(counts, `${name} ${hour.toISOString()}`, `${quarter} ${publisherId} ${late}`, step);
    });
    expect(sum, `cells of ${name} at ${hour.toISOString()}`).toBe(count);
  }
  return counts;
}

/** What an article counts for by its own tags: its keys, its hour, and its cell in words. */
export interface Contribution {
  names: string[];
  hour: string;
  cell: string;
}

/** Of each article, whose row of the index has to say the same. */
export async function contributionsOf(db: Database): Promise<Map<string, Contribution>> {
  const articles = await db.prisma.article.findMany();
  const tagged = new Map((await allTags(db)).map((one) => [one.id, one]));
  const { rows } = await db.pool.query<{ id: string; late: boolean }>('select article_id as id, late from article_key');
  const late = new Map(rows.map((row) => [row.id, row.late]));
  expect(rows.length, 'rows of article_key').toBe(articles.length);
  const contributions = new Map<string, Contribution>();
  for (const { id, sortAt, publisherId, lang } of articles) {
    const { places, topics } = tagged.get(String(id)) ?? { places: [], topics: [] };
    const tags = { places, topics, terms: [] };
    const { keys, roleKeys } = articleKeysOf({ tags, publisherId, lang });
    expect(await keysOf(db, id)).toEqual({ keys, roleKeys });
    const hour = new Date(Math.floor(sortAt.getTime() / 3_600_000) * 3_600_000).toISOString();
    const quarter = Math.floor((sortAt.getTime() % 86_400_000) / 900_000);
    contributions.set(String(id), { names: ['all:', ...keys], hour, cell: `${quarter} ${publisherId} ${late.get(String(id))}` });
  }
  return contributions;
}

/**
 * The index and the mentions, cell by cell, against a recount from the articles' tags.
 * @param gone what articles that retention has deleted count for still
 */
export async function expectTrueCounts(db: Database, gone: readonly Contribution[] = []): Promise<void> {
  const expected = new Map<string, Cells>();
  for (const { names, hour, cell } of [...(await contributionsOf(db)).values(), ...gone]) for (const name of names) add(expected, `${name} ${hour}`, cell, 1);
  expect(plain(await counted(db))).toEqual(plain(expected));
}
