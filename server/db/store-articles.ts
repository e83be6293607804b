import type pg from 'pg';
import type { TaggedEntry } from '../../lib/entry';
import type { ClaimedFeed } from '../../lib/feed';
import { toJson } from './json';
import { boundedKey, sortAtOf, storedHash } from './store-plan';
import { liesOver } from './tombstones';
import { correctionsOf, withhold } from './corrections/withhold';
import { toStored, writeTags } from './tags/form';

/** One transaction that stores what one poll of one feed brought. */
export interface StoreContext {
  client: pg.PoolClient;
  feed: ClaimedFeed;
  fetchedAt: Date;
}

interface Stored {
  id: string;
  version: number;
}

/** An article's row as it was before an edit. */
interface Before {
  id: string;
  sortAt: Date;
  identity: string;
  version: number;
  contentHash: string;
  firstSeenAt: Date;
  /** what this feed said of it until now; null where it never showed it */
  said: string[] | null;
}

const texts = (column: string) => `array(select jsonb_array_elements_text(${column}))`;

const ARTICLE_FIELDS = `
  "contentHash" text, guid text, link text, "canonicalUrl" text, "linkKind" text, "datelineEnd" int, points jsonb, title text, text text, author text, categories jsonb,
  lang text, dir text, "publishedRaw" text, "publishedAt" timestamptz, "dateFlag" text, "updatedAt" timestamptz,
  "sortAt" timestamptz, "focusCountries" jsonb, tags text`;

const INSERT = `
  insert into article (publisher_id, identity, content_hash, guid, link, canonical_url, link_kind, dateline_end, points, title, text, author, categories, lang, dir,
    published_raw, published_at, date_flag, updated_at, first_seen_at, fetched_at, sort_at, backfill, sample,
    focus_countries, tags)
  select $2, identity, "contentHash", guid, link, "canonicalUrl", "linkKind", "datelineEnd", nullif(points, '[]'), title, text, author, ${texts('categories')}, lang, dir,
    "publishedRaw", "publishedAt", "dateFlag", "updatedAt", $3, $3, "sortAt", $4, $5,
    ${texts('"focusCountries"')}, tags
  from jsonb_to_recordset($1::jsonb) as a(identity text, ${ARTICLE_FIELDS})
  where not exists (select 1 from tombstone t where t.publisher_id = $2 and t.identity = a.identity and ${liesOver('a."publishedAt"')})
  on conflict (publisher_id, identity) do nothing
  returning id, identity, version`;

const UPDATE = `
  update article set version = article.version + 1, content_hash = a."contentHash", guid = a.guid, link = a.link,
    canonical_url = a."canonicalUrl", link_kind = a."linkKind", dateline_end = a."datelineEnd", points = nullif(a.points, '[]'), title = a.title, text = a.text, text_source = 'feed', author = a.author, categories = ${texts('a.categories')},
    lang = a.lang, dir = a.dir, published_raw = a."publishedRaw", published_at = a."publishedAt", date_flag = a."dateFlag",
    updated_at = a."updatedAt", fetched_at = $2, stored_at = clock_timestamp(), edited_at = $2,
    sort_at = a."sortAt",
    focus_countries = ${texts('a."focusCountries"')}, tags = a.tags
  from jsonb_to_recordset($1::jsonb) as a(id bigint, ${ARTICLE_FIELDS})
  where article.id = a.id
  returning article.id, identity, article.version, article.first_seen_at as "firstSeenAt"`;

/** What other feeds say of these articles may be what they said before. */
const TELL_APART = `
  update article_feed f set apart = f.content_hash <> a.content_hash from article a
  where a.id = any($1) and f.article_id = a.id and f.apart <> (f.content_hash <> a.content_hash)`;

const BEFORE = `
  select id, identity, version, content_hash as "contentHash", sort_at as "sortAt", first_seen_at as "firstSeenAt",
    (select array_agg(content_hash) from article_feed f where f.article_id = article.id and f.feed_id = $3) as said
  from article where publisher_id = $1 and identity = any($2) order by identity for update`;

const KEEP_VERSION = `
  insert into article_version (article_id, version, title, text, text_source, content_hash, published_at, fetched_at, superseded_at)
  select id, version, title, text, text_source, content_hash, published_at, fetched_at, $2 from article where id = any($1)`;

function row({ entry: { html: _, ...entry }, tags }: TaggedEntry, firstSeenAt: Date): Record<string, unknown> {
  return {
    ...entry, contentHash: storedHash(entry.contentHash), identity: boundedKey(entry.identity), sortAt: sortAtOf(entry, firstSeenAt).toISOString(),
    focusCountries: tags.focusCountries, tags: writeTags(toStored(tags)),
  };
}

async function insertNew({ client, feed, fetchedAt }: StoreContext, tagged: TaggedEntry[]): Promise<Map<string, Stored>> {
  const rows = toJson(tagged.map((one) => row(one, fetchedAt)));
  const result = await client.query<Stored & { identity: string }>(INSERT, [rows, feed.publisherId, fetchedAt, feed.first, feed.sample]);
  return new Map(result.rows.map((stored) => [stored.identity, stored]));
}

async function replaceEdited({ client, fetchedAt }: StoreContext, edits: { one: TaggedEntry; before: Before }[]): Promise<(Stored & { firstSeenAt: Date })[]> {
  if (edits.length === 0) return [];
  const ids = edits.map(({ before }) => before.id);
  await client.query(KEEP_VERSION, [ids, fetchedAt]);
  const rows = toJson(edits.map(({ one, before }) => ({ ...row(one, before.firstSeenAt), id: before.id })));
  const result = await client.query<Stored & { firstSeenAt: Date }>(UPDATE, [rows, fetchedAt]);
  await client.query(TELL_APART, [ids]);
  return result.rows;
}

/** A feed that words another feed's article apart, or lost the race to bring it first, has edited nothing. */
function isEdit(was: Before, { entry }: TaggedEntry): boolean {
  const hash = storedHash(entry.contentHash);
  return was.contentHash !== hash && was.said !== null && !was.said.includes(hash);
}

/** What readers took off an article stays off its new version. */
async function asCorrected(client: pg.PoolClient, edits: { one: TaggedEntry; before: Before }[]): Promise<{ one: TaggedEntry; before: Before }[]> {
  const corrections = await correctionsOf(client, edits.map(({ before }) => before.id));
  const corrected: { one: TaggedEntry; before: Before }[] = [];
  for (const { one, before } of edits) {
    const tags = await withhold(client, corrections.get(before.id) ?? [], one.tags);
    corrected.push({ one: { ...one, tags }, before });
  }
  return corrected;
}

/** What the database says was new, and what was edited, with its row as it was before. */
export interface Written {
  inserted: { id: string; version: number; one: TaggedEntry }[];
  edited: { id: string; version: number; one: TaggedEntry; before: Before; firstSeenAt: Date }[];
}

/** Inserts what is new and replaces what was edited, its old text kept as a version. The unique key decides which is which. */
export async function writeArticles(context: StoreContext, kept: TaggedEntry[]): Promise<Written> {
  const fresh = await insertNew(context, kept);
  const byIdentity = new Map(kept.map((one) => [boundedKey(one.entry.identity), one]));
  const known = [...byIdentity.keys()].filter((identity) => !fresh.has(identity));
  const before = known.length === 0 ? [] : (await context.client.query<Before>(BEFORE, [context.feed.publisherId, known, context.feed.id])).rows;
  const edits = await asCorrected(context.client, before.flatMap((was) => {
    const one = byIdentity.get(was.identity);
    return one && isEdit(was, one) ? [{ one, before: was }] : [];
  }));
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
