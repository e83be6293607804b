import type pg from 'pg';
import type { Entry, TaggedEntry } from '../../lib/entry';
import type { ClaimedFeed } from '../../lib/feed';
import { appendChanges, type NewChange } from './changes';
import { transaction, type Database } from './client';
import { applyCounts } from './counts';
import { upsertPlaces } from './places';
import { toJson } from './json';
import { boundedKey, baseBucket, countDeltas, dedupe, entryKeyOf, regionKeysOf, topicKeysOf, type Countable } from './store-plan';

export interface StoreBatch {
  tagged: TaggedEntry[];
  /** nothing new in them, but their seen-in rows have to be there */
  seen: Entry[];
}

export interface StoreResult {
  inserted: number;
  edited: number;
}

interface Context {
  client: pg.PoolClient;
  feed: ClaimedFeed;
  fetchedAt: Date;
}

interface Stored {
  id: string;
  version: number;
}

/** An article's row as it was before an edit. */
interface Before extends Countable {
  id: string;
  identity: string;
  version: number;
  contentHash: string;
  /** what this feed said of it until now; null where it never showed it */
  said: string[] | null;
}

const texts = (column: string) => `array(select jsonb_array_elements_text(${column}))`;

const ARTICLE_FIELDS = `
  "contentHash" text, guid text, link text, "canonicalUrl" text, title text, text text, html text, author text, categories jsonb,
  lang text, dir text, "publishedRaw" text, "publishedAt" timestamptz, "dateFlag" text, "updatedAt" timestamptz,
  "sortAt" timestamptz, "focusCountries" jsonb, "regionKeys" jsonb, "topicKeys" jsonb, terms jsonb`;

const INSERT = `
  insert into article (publisher_id, identity, content_hash, guid, link, canonical_url, title, text, html, author, categories, lang, dir,
    published_raw, published_at, date_flag, updated_at, first_seen_at, fetched_at, sort_at, backfill, sample,
    focus_countries, region_keys, topic_keys, terms)
  select $2, identity, "contentHash", guid, link, "canonicalUrl", title, text, html, author, ${texts('categories')}, lang, dir,
    "publishedRaw", "publishedAt", "dateFlag", "updatedAt", $3, $3, "sortAt", $4, $5,
    ${texts('"focusCountries"')}, ${texts('"regionKeys"')}, ${texts('"topicKeys"')}, ${texts('terms')}
  from jsonb_to_recordset($1::jsonb) as a(identity text, ${ARTICLE_FIELDS})
  on conflict (publisher_id, identity) do nothing
  returning id, identity, version`;

const UPDATE = `
  update article set version = article.version + 1, content_hash = a."contentHash", guid = a.guid, link = a.link,
    canonical_url = a."canonicalUrl", title = a.title, text = a.text, html = a.html, author = a.author, categories = ${texts('a.categories')},
    lang = a.lang, dir = a.dir, published_raw = a."publishedRaw", published_at = a."publishedAt", date_flag = a."dateFlag",
    updated_at = a."updatedAt", fetched_at = $2, stored_at = clock_timestamp(),
    sort_at = coalesce(a."publishedAt", article.first_seen_at),
    focus_countries = ${texts('a."focusCountries"')}, region_keys = ${texts('a."regionKeys"')}, topic_keys = ${texts('a."topicKeys"')}, terms = ${texts('a.terms')}
  from jsonb_to_recordset($1::jsonb) as a(id bigint, ${ARTICLE_FIELDS})
  where article.id = a.id
  returning article.id, identity, article.version, article.first_seen_at as "firstSeenAt"`;

const BEFORE = `
  select id, identity, version, content_hash as "contentHash", sort_at as "sortAt", publisher_id as "publisherId", lang,
    region_keys as "regionKeys", topic_keys as "topicKeys",
    array(select place_id from article_place where article_id = article.id) as "placeIds",
    (select array_agg(content_hash) from article_feed f where f.article_id = article.id and f.feed_id = $3) as said
  from article where publisher_id = $1 and identity = any($2) order by identity for update`;

const KEEP_VERSION = `
  insert into article_version (article_id, version, title, text, content_hash, published_at, fetched_at, superseded_at)
  select id, version, title, text, content_hash, published_at, fetched_at, $2 from article where id = any($1)`;

function row({ entry, tags }: TaggedEntry, firstSeenAt: Date): Record<string, unknown> {
  return {
    ...entry, identity: boundedKey(entry.identity), sortAt: entry.publishedAt ?? firstSeenAt.toISOString(),
    focusCountries: tags.focusCountries, regionKeys: regionKeysOf(tags), topicKeys: topicKeysOf(tags), terms: tags.terms,
  };
}

function countable({ entry, tags }: TaggedEntry, publisherId: number, firstSeenAt: Date): Countable {
  return {
    sortAt: entry.publishedAt ? new Date(entry.publishedAt) : firstSeenAt, publisherId, lang: entry.lang,
    placeIds: tags.places.map(({ place }) => place.id), regionKeys: regionKeysOf(tags), topicKeys: topicKeysOf(tags),
  };
}

async function insertNew({ client, feed, fetchedAt }: Context, tagged: TaggedEntry[]): Promise<Map<string, Stored>> {
  const rows = toJson(tagged.map((one) => row(one, fetchedAt)));
  const result = await client.query<Stored & { identity: string }>(INSERT, [rows, feed.publisherId, fetchedAt, feed.first, feed.sample]);
  return new Map(result.rows.map((stored) => [stored.identity, stored]));
}

async function replaceEdited({ client, fetchedAt }: Context, edits: { one: TaggedEntry; before: Before }[]): Promise<(Stored & { firstSeenAt: Date })[]> {
  if (edits.length === 0) return [];
  const ids = edits.map(({ before }) => before.id);
  await client.query(KEEP_VERSION, [ids, fetchedAt]);
  await client.query('delete from article_place where article_id = any($1)', [ids]);
  await client.query('delete from article_topic where article_id = any($1)', [ids]);
  const rows = toJson(edits.map(({ one, before }) => ({ ...row(one, fetchedAt), id: before.id })));
  const result = await client.query<Stored & { firstSeenAt: Date }>(UPDATE, [rows, fetchedAt]);
  return result.rows;
}

async function writeTags(client: pg.PoolClient, articles: { id: string; one: TaggedEntry }[]): Promise<void> {
  const places = articles.flatMap(({ id, one }) =>
    one.tags.places.map((tag) => ({ article: id, place: tag.place.id, role: tag.role, score: tag.score, mentions: tag.mentions })));
  const topics = articles.flatMap(({ id, one }) =>
    one.tags.topics.map((tag) => ({ article: id, topic: tag.topic.id, score: tag.score, evidence: tag.evidence })));
  await client.query(
    `insert into article_place (article_id, place_id, role, score, mentions)
     select article, place, role, score, mentions
     from jsonb_to_recordset($1::jsonb) as p(article bigint, place text, role text, score float8, mentions jsonb)`,
    [toJson(places)],
  );
  await client.query(
    `insert into article_topic (article_id, topic_id, score, evidence)
     select article, topic, score, evidence
     from jsonb_to_recordset($1::jsonb) as t(article bigint, topic text, score float8, evidence jsonb)`,
    [toJson(topics)],
  );
}

/** Ties what this feed showed to its articles, and remembers what it said of each. */
async function writeSeenIn({ client, feed, fetchedAt }: Context, entries: Entry[]): Promise<void> {
  const rows = new Map(entries.map((entry) => [
    JSON.stringify([entryKeyOf(entry), entry.identity]),
    { key: entryKeyOf(entry), identity: boundedKey(entry.identity), link: entry.link, hash: entry.contentHash },
  ]));
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, seen]) => seen);
  await client.query(
    `insert into article_feed (feed_id, entry_key, article_id, link, content_hash, seen_at)
     select $2, key, article.id, s.link, hash, $4
     from jsonb_to_recordset($1::jsonb) as s(key text, identity text, link text, hash text)
     join article on article.publisher_id = $3 and article.identity = s.identity
     on conflict (feed_id, entry_key, article_id) do update set content_hash = excluded.content_hash, link = excluded.link
     where (article_feed.content_hash, article_feed.link) is distinct from (excluded.content_hash, excluded.link)`,
    [toJson(sorted), feed.id, feed.publisherId, fetchedAt],
  );
}

/** A feed that words another feed's article apart, or lost the race to bring it first, has edited nothing. */
function isEdit(was: Before, { entry }: TaggedEntry): boolean {
  return was.contentHash !== entry.contentHash && was.said !== null && !was.said.includes(entry.contentHash);
}

interface Written {
  inserted: { id: string; version: number; one: TaggedEntry }[];
  edited: { id: string; version: number; one: TaggedEntry; before: Before; firstSeenAt: Date }[];
}

async function writeArticles(context: Context, kept: TaggedEntry[]): Promise<Written> {
  const fresh = await insertNew(context, kept);
  const byIdentity = new Map(kept.map((one) => [boundedKey(one.entry.identity), one]));
  const known = [...byIdentity.keys()].filter((identity) => !fresh.has(identity));
  const before = known.length === 0 ? [] : (await context.client.query<Before>(BEFORE, [context.feed.publisherId, known, context.feed.id])).rows;
  const edits = before.flatMap((was) => {
    const one = byIdentity.get(was.identity);
    return one && isEdit(was, one) ? [{ one, before: was }] : [];
  });
  const after = new Map((await replaceEdited(context, edits)).map((stored) => [stored.id, stored]));
  return {
    inserted: [...fresh].flatMap(([identity, stored]) => {
      const one = byIdentity.get(identity);
      return one ? [{ id: stored.id, version: stored.version, one }] : [];
    }),
    edited: edits.flatMap(({ one, before: was }) => {
      const stored = after.get(was.id);
      return stored ? [{ id: stored.id, version: stored.version, firstSeenAt: stored.firstSeenAt, one, before: was }] : [];
    }),
  };
}

function changesOf({ inserted, edited }: Written): NewChange[] {
  return [
    ...inserted.map(({ id, version }): NewChange => ({ kind: 'article:new', articleId: id, version })),
    ...edited.map(({ id, version, before }): NewChange =>
      ({ kind: 'article:edited', articleId: id, version, buckets: [baseBucket(before.sortAt)] })),
  ].sort((a, b) => Number(BigInt(a.articleId ?? 0) - BigInt(b.articleId ?? 0)));
}

/**
 * One transaction: articles, tags, seen-in rows, mention counts, and last the log. The unique key (publisher, identity)
 * decides what is new; what is there already and reads differently becomes a new version of the same article.
 * @throws what the database threw; then nothing of the batch is stored
 */
export async function storeEntries(db: Database, feed: ClaimedFeed, fetchedAt: Date, batch: StoreBatch): Promise<StoreResult> {
  const { kept, doubles } = dedupe(batch.tagged);
  await upsertPlaces(db.pool, kept.flatMap(({ tags }) => tags.places.map(({ place }) => place)));
  return transaction(db.pool, async (client) => {
    const context = { client, feed, fetchedAt };
    const written = await writeArticles(context, kept);
    await writeTags(client, [...written.inserted, ...written.edited]);
    await writeSeenIn(context, [...batch.seen, ...doubles, ...kept.map(({ entry }) => entry)]);
    await applyCounts(client, countDeltas(
      [
        ...written.inserted.map(({ one }) => countable(one, feed.publisherId, fetchedAt)),
        ...written.edited.map(({ one, firstSeenAt }) => countable(one, feed.publisherId, firstSeenAt)),
      ],
      written.edited.map(({ before }) => before),
    ));
    await appendChanges(client, changesOf(written));
    return { inserted: written.inserted.length, edited: written.edited.length };
  });
}
