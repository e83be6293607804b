import type pg from 'pg';
import { articleKeysOf } from '../../../lib/article-keys';
import { stem } from '../../../lib/text/stem';
import { fold } from '../../../lib/text/fold';
import { transaction, type Database } from '../../../server/db/client';
import { keyIds } from '../../../server/db/keys';
import { ensurePartitions } from '../../../server/db/partitions';
import { syncTopics, upsertPlaces } from '../../../server/db/places';
import { addMentions, keyNamesOf, mentionDeltas, type Indexed } from '../../../server/db/reindex';
import { hashOf, type MadeArticle, type World } from './generate';

const BATCH = 5_000;

/** Indexes that are made once all rows are in: a fifth of the time. */
const LATER: [name: string, sql: string][] = [
  ['article_sort_at_id_idx', 'create index article_sort_at_id_idx on article (sort_at desc, id desc)'],
  ['article_publisher_id_content_hash_idx', 'create index article_publisher_id_content_hash_idx on article (publisher_id, content_hash)'],
  ['article_place_place_id_article_id_idx', 'create index article_place_place_id_article_id_idx on article_place (place_id, article_id)'],
  ['article_topic_topic_id_article_id_idx', 'create index article_topic_topic_id_article_id_idx on article_topic (topic_id, article_id)'],
  ['article_key_keys_role_keys_terms_idx', 'create index article_key_keys_role_keys_terms_idx on article_key using gin (keys, role_keys, terms)'],
];

const ARTICLES = `
  insert into article (id, publisher_id, identity, content_hash, guid, link, canonical_url, title, text, dir, lang, categories, published_at, first_seen_at, fetched_at, sort_at, focus_countries)
  select id, publisher_id, 'news.example/' || id, hash, 'https://news.example/' || id, 'https://news.example/' || id, 'https://news.example/' || id, title, body, 'rtl', lang, '{}', at, at, at, at, '{}'
  from unnest($1::bigint[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[]) as a(id, publisher_id, hash, title, body, lang, at)`;
const SEEN = `
  insert into article_feed (feed_id, entry_key, article_id, content_hash, seen_at)
  select publisher_id, 'https://news.example/' || id, id, hash, at from unnest($1::bigint[], $2::int[], $3::text[], $4::timestamptz[]) as a(id, publisher_id, hash, at)`;
const PLACES = `
  insert into article_place (article_id, place_id, role, score, mentions)
  select id, place, role, 0.9, '[{"field": "text", "start": 10, "end": 15, "phrase": "دمشق", "form": "name"}]'
  from unnest($1::bigint[], $2::text[], $3::text[]) as p(id, place, role)`;
const TOPICS = `
  insert into article_topic (article_id, topic_id, score, evidence)
  select id, topic, 0.9, '[{"field": "text", "start": 10, "end": 15, "phrase": "هدنة", "rule": "هدنة"}]' from unnest($1::bigint[], $2::text[]) as t(id, topic)`;
const KEYS = `
  insert into article_key (article_id, sort_at, publisher_id, late, keys, role_keys, terms)
  select id, at, publisher_id, false, k::int[], r::int[], t::int[] from unnest($1::bigint[], $2::timestamptz[], $3::int[], $4::text[], $5::text[], $6::text[]) as a(id, at, publisher_id, k, r, t)`;

const braces = (numbers: readonly number[]) => `{${numbers.join(',')}}`;

export async function publishersAndFeeds(db: Database, count: number): Promise<void> {
  await db.pool.query(`insert into publisher (slug, name) select 'p' || n, 'صحيفة ' || n from generate_series(1, $1::int) n`, [count]);
  await db.pool.query(`insert into origin (origin) values ('https://news.example')`);
  await db.pool.query(
    `insert into feed (publisher_id, origin, url, title) select n, 'https://news.example', 'https://news.example/feed/' || n, 'خلاصة ' || n from generate_series(1, $1::int) n`, [count]);
}

interface Numbered {
  id: number;
  made: MadeArticle;
  indexed: Indexed;
}

async function write(client: pg.PoolClient, rows: readonly Numbered[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const publishers = rows.map(({ indexed }) => indexed.publisherId);
  const hashes = rows.map(({ id, made }) => hashOf(`${id} ${made.title}`));
  const times = rows.map(({ made }) => made.publishedAt);
  await client.query(ARTICLES, [ids, publishers, hashes, rows.map(({ made }) => made.title), rows.map(({ made }) => made.text), rows.map(({ made }) => made.lang), times]);
  await client.query(SEEN, [ids, publishers, hashes, times]);
  const places = rows.flatMap(({ id, made }) => made.places.map(({ place, role }) => ({ id, place: place.id, role })));
  await client.query(PLACES, [places.map(({ id }) => id), places.map(({ place }) => place), places.map(({ role }) => role)]);
  const topics = rows.flatMap(({ id, made }) => made.topics.map((topic) => ({ id, topic: topic.id })));
  await client.query(TOPICS, [topics.map(({ id }) => id), topics.map(({ topic }) => topic)]);
  await client.query(KEYS, [
    ids, times, publishers, rows.map(({ indexed }) => braces(indexed.keys)), rows.map(({ indexed }) => braces(indexed.roleKeys)), rows.map(({ indexed }) => braces(indexed.terms)),
  ]);
  await addMentions(client, mentionDeltas([], rows.map(({ indexed }) => indexed)));
}

/** Fills an empty, migrated database with made-up history. @param say told how far it is */
export async function fill(db: Database, world: World, total: number, say: (line: string) => void): Promise<void> {
  for (const [name] of LATER) await db.pool.query(`drop index if exists ${name}`);
  await publishersAndFeeds(db, world.publishers);
  await syncTopics(db, world.topics);
  await upsertPlaces(db.pool, world.places);
  const terms = world.vocabulary.map((word) => `term:${stem(fold(word))}`);
  const termIds = new Map<string, number>();
  for (let n = 0; n < terms.length; n += 20_000) for (const [name, id] of await keyIds(db.pool, terms.slice(n, n + 20_000))) termIds.set(name, id);
  for (let from = 0; from < total; from += BATCH) {
    const made = Array.from({ length: Math.min(BATCH, total - from) }, (_, k) => world.article(from + k));
    const named = made.map((one) => articleKeysOf({
      tags: { places: one.places.map((tag) => ({ ...tag, score: 1, mentions: [], alternatives: [] })), topics: one.topics.map((topic) => ({ topic, score: 1, evidence: [] })), terms: [] },
      publisherId: one.publisher + 1, lang: one.lang,
    }));
    const ids = await keyIds(db.pool, named.flatMap(keyNamesOf));
    const numbers = (names: readonly string[]) => names.map((name) => ids.get(name) as number).sort((a, b) => a - b);
    const rows = made.map((one, k): Numbered => {
      const keys = named[k] as (typeof named)[number];
      return {
        id: from + k + 1, made: one,
        indexed: {
          articleId: String(from + k + 1), sortAt: one.publishedAt, publisherId: one.publisher + 1, late: false, keys: numbers(keys.keys), roleKeys: numbers(keys.roleKeys),
          terms: [...new Set(one.words.map((word) => termIds.get(terms[word] as string) as number))].sort((a, b) => a - b),
        },
      };
    });
    await ensurePartitions(db.pool, rows.map(({ indexed }) => indexed.sortAt));
    await transaction(db.pool, (client) => write(client, rows));
    if ((from / BATCH) % 20 === 0) say(`  ${from + rows.length} of ${total} articles`);
  }
  await db.pool.query(`select setval('article_id_seq', $1)`, [total]);
  say('  indexes …');
  for (const [, sql] of LATER) await db.pool.query(`set maintenance_work_mem = '1GB'; ${sql}`);
  await db.pool.query('vacuum analyze');
}
