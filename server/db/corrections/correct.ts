import type pg from 'pg';
import { withoutCorrected, type CorrectionInput, type CorrectionTarget } from '../../../lib/correction';
import { articleKeysOf } from '../../../lib/article-keys';
import type { Tags } from '../../../lib/entry';
import type { PlaceTag } from '../../../lib/place';
import type { TopicTag } from '../../../lib/topic';
import { appendChanges } from '../changes';
import { transaction, type Database } from '../client';
import { keyIdsWithin } from '../keys';
import { lockPublisher } from '../publisher-lock';
import { indexedOf, keyNamesOf, readIndexed, reindex } from '../reindex';
import { baseBucket } from '../store-plan';
import { toStored, writeTags } from '../tags/form';
import { tagsOfArticle } from '../tags/read';
import { correctionsOf, withhold } from './withhold';

const BEFORE = `
  select version, sort_at as "sortAt", publisher_id as "publisherId", lang from article where id = $1 for update`;

interface Before {
  version: number;
  sortAt: Date;
  publisherId: number;
  lang: string | null;
}

/** The article, nobody else writing to it until the transaction ends; null where there is none. */
async function lockArticle(client: pg.PoolClient, id: string): Promise<Before | null> {
  const { rows: [known] } = await client.query<{ publisherId: number }>('select publisher_id as "publisherId" from article where id = $1', [id]);
  if (!known) return null;
  await lockPublisher(client, known.publisherId);
  const { rows: [before] } = await client.query<Before>(BEFORE, [id]);
  return before ?? null;
}

async function tagsOf(client: pg.PoolClient, id: string): Promise<Tags> {
  const tags = await tagsOfArticle(client, id);
  if (!tags) throw new Error(`article ${id} was locked and is gone`);
  return { ...tags, focusCountries: [], terms: [] };
}

/** Puts these tags in the place of those that are there, with the counts and the log. */
async function replaceTags(client: pg.PoolClient, id: string, before: Before, tags: Tags): Promise<void> {
  await client.query('update article set tags = $2 where id = $1', [id, writeTags(toStored(tags))]);
  const keys = articleKeysOf({ tags, publisherId: before.publisherId, lang: before.lang });
  const ids = await keyIdsWithin(client, keyNamesOf({ ...keys, terms: [] }));
  const was = await readIndexed(client, [id]);
  // the words stay, so what the text is searched by stays too
  const added = was.map((one) => ({ ...indexedOf(one, { ...keys, terms: [] }, ids), terms: one.terms }));
  await reindex(client, was, added);
  await appendChanges(client, [{ kind: 'article:tagged', articleId: id, version: before.version, buckets: [baseBucket(before.sortAt)] }]);
}

/** A correction that is new; null where the reader has said it before. */
async function insertCorrection(client: pg.PoolClient, articleId: string, { kind, targetId }: CorrectionInput): Promise<CorrectionTarget | null> {
  const { rows: [row] } = await client.query<{ id: string }>(
    `insert into correction (article_id, kind, target_id, tags) values ($1, $2, $3, '[]') on conflict (article_id, kind, target_id) do nothing returning id`,
    [articleId, kind, targetId],
  );
  return row ? { id: row.id, kind, targetId } : null;
}

export type CorrectionOutcome = 'corrected' | 'no-article' | 'no-tag';

/**
 * Takes a place, or a topic with those below it, off one article: its tags, what it is found under and what it counts for. Nothing else of it changes,
 * and no other article. What is taken off is kept, to be put back.
 */
export function correctArticle(db: Database, articleId: string, input: CorrectionInput): Promise<CorrectionOutcome> {
  return transaction(db.pool, async (client) => {
    const before = await lockArticle(client, articleId);
    if (!before) return 'no-article';
    const tags = await tagsOf(client, articleId);
    const gone = withoutCorrected(tags, [{ id: '', ...input }]).withheld.some((one) => one.tags.length > 0);
    if (!gone) return 'no-tag';
    const correction = await insertCorrection(client, articleId, input);
    if (!correction) return 'no-tag';
    await replaceTags(client, articleId, before, await withhold(client, [correction], tags));
    return 'corrected';
  });
}

type Stored = { kind: 'place'; tags: PlaceTag[] } | { kind: 'topic'; tags: TopicTag[] };

/** All that corrections withhold of an article, beside what it shows. */
async function withWithheld(client: pg.PoolClient, articleId: string, shown: Tags): Promise<Tags> {
  const { rows } = await client.query<Stored>('select kind, tags from correction where article_id = $1', [articleId]);
  const places = new Map(shown.places.map((tag) => [tag.place.id, tag]));
  const topics = new Map(shown.topics.map((tag) => [tag.topic.id, tag]));
  for (const row of rows) {
    if (row.kind === 'place') for (const tag of row.tags) places.set(tag.place.id, tag);
    else for (const tag of row.tags) topics.set(tag.topic.id, tag);
  }
  return { ...shown, places: [...places.values()], topics: [...topics.values()] };
}

/**
 * Ends a correction and puts back what it withheld of the article as it reads now, as far as no other correction does.
 * @returns false where there is none of that id on that article
 */
export function undoCorrection(db: Database, articleId: string, correctionId: string): Promise<boolean> {
  return transaction(db.pool, async (client) => {
    const before = await lockArticle(client, articleId);
    if (!before) return false;
    const whole = await withWithheld(client, articleId, await tagsOf(client, articleId));
    const { rowCount } = await client.query('delete from correction where id = $1 and article_id = $2', [correctionId, articleId]);
    if (rowCount === 0) return false;
    const others = (await correctionsOf(client, [articleId])).get(articleId) ?? [];
    await replaceTags(client, articleId, before, await withhold(client, others, whole));
    return true;
  });
}
