import type pg from 'pg';
import { encodeCell, quarterOf } from '../../lib/cells';
import { readKeyName } from '../../lib/key';
import { addMentions, EXPIRED_KEY, mentionDeltas, type Indexed } from './reindex';

const DAY_MS = 86_400_000;

interface PairCount {
  topic: number;
  region: number;
  day: string;
  count: number;
  cells: string;
}

/** Which of these keys are topics, and which regions. */
async function kindsOf(client: pg.PoolClient, rows: readonly Indexed[]): Promise<Map<number, 'topic' | 'region'>> {
  const { rows: named } = await client.query<{ id: number; name: string }>(
    `select id, name from key where id = any($1::int[]) and (name like 'topic:%' or name like 'region:%')`, [[...new Set(rows.flatMap(({ keys }) => keys))]]);
  return new Map(named.map(({ id, name }) => [id, readKeyName(name).kind as 'topic' | 'region']));
}

/** Every topic of an article with every region of it, by the UTC day of its publication; in order. */
function pairsOf(rows: readonly Indexed[], kinds: ReadonlyMap<number, 'topic' | 'region'>): PairCount[] {
  const pairs = new Map<string, PairCount>();
  for (const { keys, sortAt, publisherId, late } of rows) {
    const day = new Date(Math.floor(sortAt.getTime() / DAY_MS) * DAY_MS).toISOString().slice(0, 10);
    const cell = encodeCell({ quarter: quarterOf(sortAt), publisherId, late, step: 1 }).toString(16).padStart(8, '0');
    const regions = keys.filter((key) => kinds.get(key) === 'region');
    for (const topic of keys.filter((key) => kinds.get(key) === 'topic')) {
      for (const region of regions) {
        const name = `${topic} ${region} ${day}`;
        const pair = pairs.get(name) ?? { topic, region, day, count: 0, cells: '' };
        pairs.set(name, { ...pair, count: pair.count + 1, cells: pair.cells + cell });
      }
    }
  }
  return [...pairs.values()].sort((a, b) => a.topic - b.topic || a.region - b.region || (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

const PAIRS = `
  insert into expired_pair (topic, region, day, count, cells)
  select topic, region, day, count, decode(cells, 'hex') from unnest($1::int[], $2::int[], $3::date[], $4::int[], $5::text[]) as p(topic, region, day, count, cells)
  on conflict (topic, region, day) do update set count = expired_pair.count + excluded.count, cells = expired_pair.cells || excluded.cells`;

// what is older is not all there any more: filters that would have to ask it say so
const THROUGH = `
  insert into setting (key, value) values ('expired-through', to_jsonb($1::timestamptz))
  on conflict (key) do update set value = to_jsonb(greatest((setting.value #>> '{}')::timestamptz, (excluded.value #>> '{}')::timestamptz))`;

/**
 * Takes articles that retention deletes out of the index. Mentions go on telling of them; beside them stands how many went, and what their topics and
 * regions had in common, which no other count holds.
 */
export async function addExpired(client: pg.PoolClient, rows: readonly Indexed[]): Promise<void> {
  if (rows.length === 0) return;
  const pairs = pairsOf(rows, await kindsOf(client, rows));
  await client.query('delete from article_key k using unnest($1::timestamptz[], $2::bigint[]) as r(sort_at, article_id) where k.sort_at = r.sort_at and k.article_id = r.article_id',
    [rows.map(({ sortAt }) => sortAt), rows.map(({ articleId }) => articleId)]);
  await client.query(PAIRS, [pairs.map(({ topic }) => topic), pairs.map(({ region }) => region), pairs.map(({ day }) => day), pairs.map(({ count }) => count), pairs.map(({ cells }) => cells)]);
  await addMentions(client, mentionDeltas([], rows.map((one) => ({ ...one, keys: [] })), EXPIRED_KEY));
  await client.query(THROUGH, [new Date(Math.max(...rows.map(({ sortAt }) => sortAt.getTime())))]);
}
