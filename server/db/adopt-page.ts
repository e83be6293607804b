import type pg from 'pg';
import { articleKeysOf, type Keyed } from '../../lib/article-keys';
import type { Tags } from '../../lib/entry';
import type { ClaimedPage } from '../../lib/page';
import { appendChanges } from './changes';
import { correctionsOf, withhold } from './corrections/withhold';
import { transaction, type Database } from './client';
import { keyIdsWithin } from './keys';
import { toJson } from './json';
import { upsertPlaces } from './places';
import { lockPublisher } from './publisher-lock';
import { indexedOf, keyNamesOf, readIndexed, reindex } from './reindex';
import { baseBucket } from './store-plan';
import { toStored, writeTags } from './tags/form';
import { holdOwnTopics, NO_OWN_TOPICS } from './topics/standing';

/** What is taken from a page. */
export interface PageText {
  text: string;
  lang: string | null;
  author: string | null;
  datelineEnd: number | null;
}

const BEFORE = `
  select version, content_hash as "contentHash", sort_at as "sortAt", publisher_id as "publisherId"
  from article where id = $1 for update`;

const KEEP_VERSION = `
  insert into article_version (article_id, version, title, text, text_source, content_hash, published_at, fetched_at, superseded_at)
  select id, version, title, text, text_source, content_hash, published_at, fetched_at, $2 from article where id = $1`;

// content_hash stays the feed's, so that its next poll sees no edit; edited_at stays, since nobody changed a word.
const UPDATE = `
  update article set version = version + 1, text = $2, text_source = 'page', dateline_end = $7, lang = coalesce($3, lang), author = coalesce(author, $4),
    fetched_at = $5, stored_at = clock_timestamp(),
    focus_countries = array(select jsonb_array_elements_text($6::jsonb)), tags = $8
  where id = $1 returning version, lang`;

interface Before {
  version: number;
  contentHash: string;
  sortAt: Date;
  publisherId: number;
}

/**
 * Puts a page's text, with the tags made from it, in the place of its feed's summary: a new version that is no edit. The summary is kept as the
 * version before, the counts change by the difference, and open browsers take the new version.
 * @param ownTopics the users' topics that the tags were made with
 * @returns false where the article was edited meanwhile, or is gone: then nothing is changed
 * @throws OwnTopicsChangedError where they are others by now
 */
export async function adoptPage(
  db: Database, page: ClaimedPage, found: PageText, all: Tags, fetchedAt: Date, ownTopics = NO_OWN_TOPICS,
): Promise<boolean> {
  await upsertPlaces(db.pool, all.places.map(({ place }) => place));
  return transaction(db.pool, async (client) => {
    await holdOwnTopics(client, ownTopics);
    await lockPublisher(client, page.publisherId);
    const { rows: [before] } = await client.query<Before>(BEFORE, [page.articleId]);
    if (!before || before.contentHash !== page.contentHash || before.version !== page.version) return false;
    const tags = await withhold(client, (await correctionsOf(client, [page.articleId])).get(page.articleId) ?? [], all);
    const after = await replaceText(client, page.articleId, found, tags, fetchedAt);
    await index(client, page.articleId, { tags, publisherId: before.publisherId, lang: after.lang });
    await appendChanges(client, [{ kind: 'article:edited', articleId: page.articleId, version: after.version, buckets: [baseBucket(before.sortAt)] }]);
    return true;
  });
}

async function replaceText(client: pg.PoolClient, id: string, found: PageText, tags: Tags, fetchedAt: Date) {
  await client.query(KEEP_VERSION, [id, fetchedAt]);
  const { rows: [row] } = await client.query<{ version: number; lang: string | null }>(UPDATE, [
    id, clean(found.text), found.lang, found.author === null ? null : clean(found.author), fetchedAt,
    toJson(tags.focusCountries), found.datelineEnd, writeTags(toStored(tags)),
  ]);
  if (!row) throw new Error(`article ${id} was locked and is gone`);
  return row;
}

/** The article is found under what its whole text says, where and when it was before. */
async function index(client: pg.PoolClient, id: string, keyed: Keyed): Promise<void> {
  const keys = articleKeysOf(keyed);
  const ids = await keyIdsWithin(client, keyNamesOf(keys));
  const was = await readIndexed(client, [id]);
  await reindex(client, was, was.map((one) => indexedOf(one, keys, ids)));
}

/** Postgres takes neither U+0000 nor half a pair in a text. */
const clean = (text: string) => text.toWellFormed().replaceAll('\u0000', '');
