import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type Database } from '../../server/db/client';
import { keyIds, knownKeyIds } from '../../server/db/keys';
import { ensurePartitions } from '../../server/db/partitions';
import { syncTopics } from '../../server/db/places';
import { storeEntries } from '../../server/db/store';
import { tagged, testFeed, TEST_TOPICS } from '../support/articles';
import { expectTrueCounts } from '../support/counts';
import { createTestDatabase, type TestDatabase } from '../support/database';

let data: TestDatabase;
let db: Database;
beforeAll(async () => {
  data = await createTestDatabase();
  db = createDatabase(data.connectionString, (error) => { throw error; });
  await syncTopics(db, TEST_TOPICS);
});
afterAll(async () => {
  await db.close();
  await data.drop();
});

const names = (n: number) => Array.from({ length: 20 }, (_, k) => `term:هدنة ${n + k}`);
const partitions = async () => (await db.pool.query<{ name: string }>(
  `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'article_key'::regclass order by 1`)).rows.map(({ name }) => name);

test('a name has one number, whoever asks for it first, and uses up no other', async () => {
  const asked = await Promise.all(Array.from({ length: 8 }, (_, n) => keyIds(db.pool, names(n * 5))));
  const ids = new Map<string, number>();
  for (const one of asked) for (const [name, id] of one) expect(id).toBe(ids.set(name, ids.get(name) ?? id).get(name));
  expect(new Set(ids.values()).size).toBe(ids.size);
  const { rows: [before] } = await db.pool.query('select last_value from key_id_seq');
  const other = createDatabase(data.connectionString, (error) => { throw error; });
  expect([...await keyIds(other.pool, ids.keys())].sort()).toEqual([...ids].sort());
  await other.close();
  expect((await db.pool.query('select last_value from key_id_seq')).rows).toEqual([before]);
});

test('who asks while the memory is emptied for room gets all that was asked', async () => {
  const all = await keyIds(db.pool, names(0));
  // each finds most in the memory and waits for one, while another empties it
  const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => {
    const one = [keyIds(db.pool, [...all.keys(), `term:${n}`]), knownKeyIds(db.pool, [...all.keys(), `term:no ${n}`])];
    return [...one, keyIds(db.pool, all.keys(), 0)];
  }).flat());
  for (const answer of answers) for (const [name, id] of all) expect(answer.get(name)).toBe(id);
});

test('a name that no article ever had gets no number by being asked for', async () => {
  expect((await knownKeyIds(db.pool, ['term:لا أحد'])).size).toBe(0);
  expect(await db.prisma.key.count({ where: { name: 'term:لا أحد' } })).toBe(0);
});

test('several processes make one partition at once, while an article is being written into another', async () => {
  await ensurePartitions(db.pool, [new Date('2024-01-31T23:59:59Z')]);
  const writer = await db.pool.connect();
  await writer.query('begin');
  await writer.query(`insert into article_key (article_id, sort_at, publisher_id, late, keys, role_keys, terms) values (1, '2024-01-05', 1, false, '{}', '{}', '{}')`);
  const others = [1, 2, 3].map(() => createDatabase(data.connectionString, (error) => { throw error; }));
  await Promise.all(others.map(({ pool }) => ensurePartitions(pool, [new Date('2024-02-01T00:00:00Z'), new Date('1990-01-01T00:00:00Z')])));
  await writer.query('rollback');
  writer.release();
  for (const other of others) await other.close();
  expect(await partitions()).toEqual(['article_key_2024_01', 'article_key_2024_02', 'article_key_earlier']);
});

test('a partition that can not be made leaves the connection as it was', async () => {
  const pool = new pg.Pool({ connectionString: data.connectionString, max: 1 });
  await expect(ensurePartitions(pool, [new Date(Date.UTC(20_000, 0))])).rejects.toThrow();
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await pool.end();
});

test('an article that loses its date stands where it was first seen, be it a month of which nothing is stored', async () => {
  const feed = await testFeed(db);
  const told = (publishedAt: string | null, text: string) => tagged({ title: 'الهدنة تدخل يومها الأول', text, link: 'https://news.example/1', publishedAt, dateFlag: publishedAt ? null : 'missing' });
  await storeEntries(db, feed, new Date('2023-03-31T23:50:00Z'), { tagged: [told('2023-02-01T10:00:00Z', 'نص أول')], seen: [] });
  expect(await storeEntries(db, feed, new Date('2023-05-02T10:00:00Z'), { tagged: [told(null, 'نص ثان')], seen: [] })).toMatchObject({ edited: 1 });
  expect((await db.prisma.article.findFirstOrThrow()).sortAt).toEqual(new Date('2023-03-31T23:50:00Z'));
  await expectTrueCounts(db);
});
