import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type Database } from '../../server/db/client';
import { applyMigrations, readMigrations } from '../../server/db/migrate';
import { tagsOfArticle } from '../../server/db/tags/read';
import { countsByName, expectTrueCounts, hoursOf, keysOf } from '../support/counts';
import { createTestDatabase, type TestDatabase } from '../support/database';

const COUNTS = '20261125000000_counts';

/** A database of the version before, with two articles, one of them counted only since retention has deleted it. */
const BEFORE = `
  insert into publisher (slug, name) values ('hayat', 'الحياة');
  insert into place (id, name_en, name_ar, kind, country, admin1_code, lat, lon, within) values
    ('SY', 'Syria', 'سوريا', 'country', 'SY', null, 35, 38, '{levant}'), ('idlib', 'Idlib', 'إدلب', 'city', 'SY', '12', 36, 37, '{SY,levant}');
  insert into topic (id, label_en, label_ar) values ('conflict', 'Conflict', 'نزاعات');
  insert into article (publisher_id, identity, content_hash, title, text, dir, lang, categories, first_seen_at, fetched_at, sort_at, region_keys, topic_keys, terms, focus_countries) values
    (1, 'a', 'a', 'هدنة في إدلب', '', 'rtl', 'ar', '{}', '2026-11-24T10:20:00Z', '2026-11-24T10:20:00Z', '2026-11-24T10:16:00Z', '{SY,idlib,levant}', '{conflict}', '{هدن,ادلب}', '{SY}'),
    (1, 'b', 'b', 'أرشيف', '', 'rtl', null, '{}', '2026-11-24T10:20:00Z', '2026-11-24T10:20:00Z', '2015-01-01T00:00:00Z', '{}', '{}', '{ارشيف}', '{}');
  insert into article_place (article_id, place_id, role, score, mentions, alternatives) values (1, 'SY', 'mentioned', 0.5, '[]', '[]'), (1, 'idlib', 'about', 0.93334, '${JSON.stringify([
    { field: 'title', start: 8, end: 12, phrase: 'إدلب', form: 'name', role: 'about', cue: { start: 0, end: 4, phrase: 'هدنة', rule: 'about: truce in' } },
    { field: 'title', start: 8, end: 12, phrase: 'إدلب', form: 'demonym' }])}', '${JSON.stringify([{ id: 'x', name: { en: 'X', ar: null }, country: 'IQ', kind: 'city', score: 0.2 }])}');
  insert into article_topic (article_id, topic_id, score, evidence) values (1, 'conflict', 1, '${JSON.stringify([{ field: 'title', start: 0, end: 4, phrase: 'هدنة', rule: 'هدنة' }])}');
  insert into mention_count (bucket, dimension, key, count)
    select b::timestamptz, d, k, n from (values
      ('2026-11-24T10:15:00Z', 'all', '', 1), ('2015-01-01T00:00:00Z', 'all', '', 1), ('2026-11-24T10:15:00Z', 'place', 'idlib', 1), ('2026-11-24T10:15:00Z', 'region', 'SY', 1),
      ('2026-10-01T07:45:00Z', 'all', '', 2), ('2026-10-01T07:45:00Z', 'expired', '', 2), ('2026-10-01T07:45:00Z', 'region', 'SY', 1), ('2026-10-01T07:45:00Z', 'topic', 'sport', 2)
    ) as v(b, d, k, n);`;

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase('empty');
  const { connectionString } = database;
  await applyMigrations({ connectionString, migrations: (await readMigrations()).filter(({ path }) => path < COUNTS) });
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(BEFORE);
  await client.end();
  await applyMigrations({ connectionString });
  db = createDatabase(connectionString, (error) => { throw error; });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

test('articles are found under what they were found under, and under roles and provinces too', async () => {
  expect(await keysOf(db, '1')).toEqual({
    keys: ['about:SY', 'about:SY.12', 'about:idlib', 'about:levant', 'lang:ar', 'place:SY', 'place:idlib', 'publisher:1', 'region:SY', 'region:SY.12', 'region:idlib', 'region:levant', 'role:about', 'role:mentioned', 'topic:conflict'],
    roleKeys: ['mentioned:SY', 'mentioned:levant'],
  });
  const { rows } = await db.pool.query(`select array(select name from key where id = any(terms) order by 1) as terms, late, tableoid::regclass::text as part from article_key order by article_id`);
  expect(rows).toEqual([{ terms: ['term:ادلب', 'term:هدن'], late: false, part: 'article_key_2026_11' }, { terms: ['term:ارشيف'], late: true, part: 'article_key_earlier' }]);
});

test('their tags come along, surest first, with all that they rest on', async () => {
  const tags = await tagsOfArticle(db.pool, '1');
  expect(tags?.places).toMatchObject([
    {
      place: { id: 'idlib' }, role: 'about', score: 0.9333, alternatives: [{ id: 'x', name: { en: 'X', ar: null }, country: 'IQ', kind: 'city', score: 0.2 }],
      mentions: [
        { field: 'title', start: 8, end: 12, phrase: 'إدلب', form: 'name', role: 'about', cue: { start: 0, end: 4, phrase: 'هدنة', rule: 'about: truce in' } },
        { field: 'title', start: 8, end: 12, phrase: 'إدلب', form: 'demonym' },
      ],
    },
    { place: { id: 'SY' }, role: 'mentioned', score: 0.5, mentions: [], alternatives: [] },
  ]);
  expect(tags?.topics).toEqual([{ topic: expect.objectContaining({ id: 'conflict' }), score: 1, evidence: [{ field: 'title', start: 0, end: 4, phrase: 'هدنة', rule: 'هدنة' }] }]);
  expect(await tagsOfArticle(db.pool, '2')).toEqual({ places: [], topics: [] });
});

test('what retention had deleted is counted still, by a publisher that is not known', async () => {
  expect(await hoursOf(db)).toEqual([{ hour: '2015-01-01T00:00:00.000Z', count: 1 }, { hour: '2026-10-01T07:00:00.000Z', count: 2 }, { hour: '2026-11-24T10:00:00.000Z', count: 1 }]);
  expect(await countsByName(db, 'all', 'expired', 'topic')).toEqual({ 'all:': 4, 'expired:': 2, 'topic:conflict': 1, 'topic:sport': 2 });
  const { rows: [row] } = await db.pool.query<{ cells: string }>(`select encode(cells, 'hex') as cells from mention join key on key.id = mention.key where name = 'topic:sport'`);
  expect(row?.cells).toBe('0f8000000f800000');
  expect((await db.prisma.setting.findUnique({ where: { key: 'expired-through' } }))?.value).toMatch(/^2026-10-01T08:00:00/u);
});

test('without those it equals a recount', async () => {
  await db.pool.query(`delete from mention where hour = '2026-10-01T07:00:00Z'`);
  await expectTrueCounts(db);
});
