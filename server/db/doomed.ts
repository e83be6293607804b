import type pg from 'pg';
import { baseBucket, countDeltas, type Countable } from './store-plan';
import { applyCounts } from './counts';
import type { NewChange } from './changes';

export interface Doomed extends Countable {
  id: string;
}

/** What has to be known of an article before it is deleted: its counts and its id. */
export const DOOMED = `
  select id, sort_at as "sortAt", publisher_id as "publisherId", lang, region_keys as "regionKeys", topic_keys as "topicKeys",
    array(select place_id from article_place where article_id = article.id) as "placeIds"
  from article`;

/**
 * Deletes articles that the caller has locked, and takes their counts out.
 * @returns what the log has to say of it, as the last step of the transaction
 */
export async function deleteWithCounts(client: pg.PoolClient, doomed: readonly Doomed[]): Promise<NewChange[]> {
  await client.query('delete from article where id = any($1::bigint[])', [doomed.map(({ id }) => id)]);
  await applyCounts(client, countDeltas([], [...doomed]));
  return doomed.map(({ id, sortAt }) => ({ kind: 'article:removed', articleId: id, version: null, buckets: [baseBucket(sortAt)] }));
}
