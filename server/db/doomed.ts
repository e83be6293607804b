import type pg from 'pg';
import type { NewChange } from './changes';
import { readIndexed, reindex } from './reindex';
import { baseBucket } from './store-plan';

export interface Doomed {
  id: string;
  sortAt: Date;
}

/** What has to be known of an article before it is deleted. */
export const DOOMED = 'select id, sort_at as "sortAt" from article';

/**
 * Deletes articles that the caller has locked, and takes their counts out.
 * @returns what the log has to say of it, as the last step of the transaction
 */
export async function deleteWithCounts(client: pg.PoolClient, doomed: readonly Doomed[]): Promise<NewChange[]> {
  const ids = doomed.map(({ id }) => id);
  const indexed = await readIndexed(client, ids);
  await client.query('delete from article where id = any($1::bigint[])', [ids]);
  await reindex(client, indexed, []);
  return doomed.map(({ id, sortAt }) => ({ kind: 'article:removed', articleId: id, version: null, buckets: [baseBucket(sortAt)] }));
}
