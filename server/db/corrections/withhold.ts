import type pg from 'pg';
import { withoutCorrected, type CorrectionTarget } from '../../../lib/correction';
import type { Tags } from '../../../lib/entry';
import { toJson } from '../json';

/**
 * What the readers of these articles have taken off them, by the article's id. The rows are locked: a correction that is made at the same time
 * waits, and then sees the new tags.
 */
export async function correctionsOf(client: pg.PoolClient, articleIds: readonly string[]): Promise<Map<string, CorrectionTarget[]>> {
  const { rows } = await client.query<CorrectionTarget & { articleId: string }>(
    `select id, article_id as "articleId", kind, target_id as "targetId" from correction where article_id = any($1) order by id for update`, [articleIds],
  );
  const byArticle = new Map<string, CorrectionTarget[]>();
  for (const row of rows) byArticle.set(row.articleId, [...(byArticle.get(row.articleId) ?? []), row]);
  return byArticle;
}

/** Makes new tags of an article what its corrections leave of them, and notes what each withholds now. Within the transaction that writes the tags. */
export async function withhold(client: pg.PoolClient, corrections: readonly CorrectionTarget[], tags: Tags): Promise<Tags> {
  const corrected = withoutCorrected(tags, corrections);
  if (corrected.withheld.length > 0) {
    await client.query(
      `update correction set tags = w.tags from jsonb_to_recordset($1::jsonb) as w(id bigint, tags jsonb) where correction.id = w.id`,
      [toJson(corrected.withheld)],
    );
  }
  return corrected.tags;
}
