import type pg from 'pg';
import { articleKeysOf } from '../../../lib/article-keys';
import { stem } from '../../../lib/text/stem';
import { fold } from '../../../lib/text/fold';
import type { Database } from '../../../server/db/client';
import { keyIds } from '../../../server/db/keys';
import { ensurePartitions } from '../../../server/db/partitions';
import { syncTopics, upsertPlaces } from '../../../server/db/places';
import { addMentions, keyNamesOf, mentionDeltas, type Indexed } from '../../../server/db/reindex';
import { storedHash } from '../../../server/db/store-plan';
import { toStored, writeTags } from '../../../server/db/tags/form';
import { hashOf, type MadeArticle, type World } from './generate';

const BATCH = 5_000;

/** The indexes of what is filled, but for primary keys: made once all rows are in, a fifth of the time. Of a partitioned table that of all partitions. */
const INDEXES = `
  select i.relname as name, replace(pg_get_indexdef(x.indexrelid), ' ON ONLY ', ' ON ') as sql
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
  where t.relname in ('article', 'article_feed', 'article_key') and not x.indisprimary order by 1`;

const ARTICLES = `
  insert into article (id, publisher_id, identity, content_hash, guid, link, canonical_url, title, text, dir, lang, categories, published_at, first_seen_at, fetched_at, sort_at, focus_countries, tags)
  select id, publisher_id, 'news.example/' || id, hash, 'https://news.example/' || id, 'https://news.example/' || id, 'https://news.example/' || id, title, body, 'rtl', lang, '{}', at, at, at, at, '{}', tags
  from unnest($1::bigint[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::text[]) as a(id, publisher_id, hash, title, body, lang, at, tags)`;
const SEEN = `
  insert into article_feed (feed_id, entry_key, article_id, content_hash, seen_at)
  select publisher_id, 'https://news.example/' || id, id, hash, at from unnest($1::bigint[], $2::int[], $3::text[], $4::timestamptz[]) as a(id, publisher_id, hash, at)`;
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

/** On three connections at once, since Postgres takes most of the time; nobody reads meanwhile. */
async function write(clients: readonly pg.PoolClient[], rows: readonly Numbered[]): Promise<void> {
  const [first, second, third] = clients as [pg.PoolClient, pg.PoolClient, pg.PoolClient];
  const ids = rows.map(({ id }) => id);
  const publishers = rows.map(({ indexed }) => indexed.publisherId);
  const hashes = rows.map(({ id, made }) => storedHash(hashOf(`${id} ${made.title}`)));
  const times = rows.map(({ made }) => made.publishedAt);
  await Promise.all([
    first.query(ARTICLES, [
      ids, publishers, hashes, rows.map(({ made }) => made.title), rows.map(({ made }) => made.text), rows.map(({ made }) => made.lang), times,
      rows.map(({ made }) => writeTags(toStored(made))),
    ]),
    second.query(KEYS, [
      ids, times, publishers, rows.map(({ indexed }) => braces(indexed.keys)), rows.map(({ indexed }) => braces(indexed.roleKeys)), rows.map(({ indexed }) => braces(indexed.terms)),
    ]),
    third.query(SEEN, [ids, publishers, hashes, times]).then(() => addMentions(third, mentionDeltas([], rows.map(({ indexed }) => indexed)))),
  ]);
}

/** Connections that check no foreign keys and don't wait for the disk: what is made up can be made again. */
async function fillers(db: Database): Promise<pg.PoolClient[]> {
  const clients = await Promise.all([1, 2, 3].map(() => db.pool.connect()));
  for (const client of clients) await client.query(`set session_replication_role = replica; set synchronous_commit = off`);
  return clients;
}

/** Fills an empty, migrated database with made-up history. @param say told how far it is */
export async function fill(db: Database, world: World, total: number, end: Date, say: (line: string) => void): Promise<void> {
  const { rows: indexes } = await db.pool.query<{ name: string; sql: string }>(INDEXES);
  for (const { name } of indexes) await db.pool.query(`drop index ${name}`);
  await publishersAndFeeds(db, world.publishers);
  await syncTopics(db, world.topics);
  await upsertPlaces(db.pool, world.places);
  const terms = world.vocabulary.map((word) => `term:${stem(fold(word))}`);
  const termIds = new Map<string, number>();
  for (let n = 0; n < terms.length; n += 20_000) for (const [name, id] of await keyIds(db.pool, terms.slice(n, n + 20_000))) termIds.set(name, id);
  const clients = await fillers(db);
  let written = Promise.resolve();
  for (let from = 0; from < total; from += BATCH) {
    const made = Array.from({ length: Math.min(BATCH, total - from) }, (_, k) => world.article(from + k));
    const named = made.map((one) => articleKeysOf({
      tags: { places: one.places, topics: one.topics, terms: [] },
      publisherId: one.publisher + 1, lang: one.lang,
    }));
    const ids = await keyIds(db.pool, named.flatMap(keyNamesOf));
    const numbers = (names: readonly string[]) => names.map((name) => ids.get(name) as number).sort((a, b) => a - b);
    const numbered = made.map((one, k): Numbered => {
      const keys = named[k] as (typeof named)[number];
      return {
        id: from + k + 1, made: one,
        indexed: {
          articleId: String(from + k + 1), sortAt: one.publishedAt, publisherId: one.publisher + 1, late: false, keys: numbers(keys.keys), roleKeys: numbers(keys.roleKeys),
          terms: [...new Set(one.words.map((word) => termIds.get(terms[word] as string) as number))].sort((a, b) => a - b),
        },
      };
    });
    const rows = numbered.filter(({ made: { publishedAt } }) => publishedAt <= end);
    await ensurePartitions(db.pool, rows.map(({ indexed }) => indexed.sortAt));
    await written;
    written = write(clients, rows);
    if ((from / BATCH) % 20 === 0) say(`  ${from + made.length} of ${total} articles`);
  }
  await written;
  // with its settings a connection is of no use to others
  for (const client of clients) client.release(true);
  await db.pool.query(`select setval('article_id_seq', $1)`, [total]);
  for (const { name, sql } of indexes) {
    say(`  index ${name} …`);
    await db.pool.query(`set maintenance_work_mem = '1GB'; ${sql}`);
  }
  await db.pool.query('vacuum analyze');
}
