import type pg from 'pg';
import { encodeCell, quarterOf } from '../../lib/cells';
import type { ArticleKeys } from '../../lib/key';

/** The numbers that the migration gives to `all:` and `expired:` of lib/key. */
export const ALL_KEY = 1;
export const EXPIRED_KEY = 2;

/** An article's row of `article_key`, in numbers of `key`. */
export interface Indexed {
  articleId: string;
  sortAt: Date;
  publisherId: number;
  late: boolean;
  keys: number[];
  roleKeys: number[];
  terms: number[];
}

const HOUR_MS = 3_600_000;

/** The row of an article that is to be found under these keys. @param ids numbers of all of them (keys.ts) */
export function indexedOf(article: Pick<Indexed, 'articleId' | 'sortAt' | 'publisherId' | 'late'>, { keys, roleKeys, terms }: ArticleKeys, ids: ReadonlyMap<string, number>): Indexed {
  const numbers = (names: readonly string[]) => names.map((name) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`the key ${name} was not asked for`);
    return id;
  }).sort((a, b) => a - b);
  return { ...article, keys: numbers(keys), roleKeys: numbers(roleKeys), terms: numbers(terms.map((term) => `term:${term}`)) };
}

/** All names that an article's row needs numbers of. */
export const keyNamesOf = ({ keys, roleKeys, terms }: ArticleKeys): string[] => [...keys, ...roleKeys, ...terms.map((term) => `term:${term}`)];

const READ = `
  select article_id as "articleId", sort_at as "sortAt", publisher_id as "publisherId", late, keys, role_keys as "roleKeys", terms
  from article_key where article_id = any($1::bigint[]) order by article_id`;

/** The rows of these articles, as they are. */
export async function readIndexed(client: pg.PoolClient, articleIds: readonly string[]): Promise<Indexed[]> {
  return articleIds.length === 0 ? [] : (await client.query<Indexed>(READ, [articleIds])).rows;
}

const REMOVE = `
  delete from article_key k using unnest($1::timestamptz[], $2::bigint[]) as r(sort_at, article_id)
  where k.sort_at = r.sort_at and k.article_id = r.article_id`;

const ADD = `
  insert into article_key (article_id, sort_at, publisher_id, late, keys, role_keys, terms)
  select "articleId", "sortAt", "publisherId", late, keys::int[], "roleKeys"::int[], terms::int[]
  from unnest($1::bigint[], $2::timestamptz[], $3::int[], $4::bool[], $5::text[], $6::text[], $7::text[])
    as r("articleId", "sortAt", "publisherId", late, keys, "roleKeys", terms)`;

const arrayText = (numbers: readonly number[]) => `{${numbers.join(',')}}`;

async function writeRows(client: pg.PoolClient, removed: readonly Indexed[], added: readonly Indexed[]): Promise<void> {
  if (removed.length > 0) await client.query(REMOVE, [removed.map(({ sortAt }) => sortAt), removed.map(({ articleId }) => articleId)]);
  if (added.length === 0) return;
  await client.query(ADD, [
    added.map((one) => one.articleId), added.map((one) => one.sortAt), added.map((one) => one.publisherId), added.map((one) => one.late),
    added.map((one) => arrayText(one.keys)), added.map((one) => arrayText(one.roleKeys)), added.map((one) => arrayText(one.terms)),
  ]);
}

/** What is added to one row of `mention`. `cells` as hex. */
export interface MentionDelta {
  key: number;
  hour: Date;
  count: number;
  cells: string;
}

const hex = (code: number) => code.toString(16).padStart(8, '0');

/** Of one key in one hour: how often each cell was put in, less how often it was taken out. */
type Nets = Map<number, number>;

/** An hour's count of all articles is written whenever any count of that hour is: whoever remembers an hour's counts knows by that row whether they still hold. */
const isWritten = (all: number) => ({ key, count, cells }: MentionDelta) => key === all || count !== 0 || cells !== '';

function toDelta(key: number, hour: number, nets: Nets): MentionDelta {
  let count = 0;
  let cells = '';
  for (const [code, net] of nets) {
    count += net;
    cells += hex(net < 0 ? (code | 0x8000_0000) >>> 0 : code).repeat(Math.abs(net));
  }
  return { key, hour: new Date(hour), count, cells };
}

/**
 * What these articles add to the mentions and take from them: a row a key and hour, none but that of all articles that comes to nothing, in order, so that two
 * transactions take the same rows in the same order.
 * @param all the key that every one of them counts for
 */
export function mentionDeltas(removed: readonly Indexed[], added: readonly Indexed[], all = ALL_KEY): MentionDelta[] {
  const byKey = new Map<number, Map<number, Nets>>();
  const put = ({ keys, sortAt, publisherId, late }: Indexed, step: number) => {
    const hour = Math.floor(sortAt.getTime() / HOUR_MS) * HOUR_MS;
    const code = encodeCell({ quarter: quarterOf(sortAt), publisherId, late, step: 1 });
    for (const key of [all, ...keys]) {
      const hours = byKey.get(key) ?? new Map<number, Nets>();
      const nets = hours.get(hour) ?? new Map<number, number>();
      nets.set(code, (nets.get(code) ?? 0) + step);
      byKey.set(key, hours.set(hour, nets));
    }
  };
  for (const one of added) put(one, 1);
  for (const one of removed) put(one, -1);
  return [...byKey].sort(([a], [b]) => a - b)
    .flatMap(([key, hours]) => [...hours].sort(([a], [b]) => a - b).map(([hour, nets]) => toDelta(key, hour, nets)))
    .filter(isWritten(all));
}

const MENTION = `
  insert into mention (key, hour, count, cells)
  select key, hour, count, decode(cells, 'hex') from unnest($1::int[], $2::timestamptz[], $3::int[], $4::text[]) as d(key, hour, count, cells)
  on conflict (key, hour) do update set count = mention.count + excluded.count, cells = mention.cells || excluded.cells`;

/** Adds to the mentions, in the order given. */
export async function addMentions(client: pg.PoolClient, deltas: readonly MentionDelta[]): Promise<void> {
  if (deltas.length === 0) return;
  await client.query(MENTION, [deltas.map(({ key }) => key), deltas.map(({ hour }) => hour), deltas.map(({ count }) => count), deltas.map(({ cells }) => cells)]);
}

/**
 * Makes what articles are found under and counted by what it is to be: the one way for every change of them. Within the transaction that changes
 * the articles, late in it, since every writer adds to the same count of all articles.
 */
export async function reindex(client: pg.PoolClient, removed: readonly Indexed[], added: readonly Indexed[]): Promise<void> {
  await writeRows(client, removed, added);
  await addMentions(client, mentionDeltas(removed, added));
}
