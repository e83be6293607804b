import type { ArticleVersionText } from '../../../lib/source';
import type { Database } from '../client';

const VERSIONS = `
  select version, title, text, text_source as "textSource", fetched_at as "fetchedAt" from article where id = $1
  union all
  select version, title, text, text_source, fetched_at from article_version where article_id = $1
  order by version`;

/** What an article said, oldest first, last what it says now; null where there is no such article. */
export async function readVersions(db: Database, articleId: string): Promise<ArticleVersionText[] | null> {
  const { rows } = await db.pool.query<Omit<ArticleVersionText, 'fetchedAt'> & { fetchedAt: Date }>(VERSIONS, [articleId]);
  return rows.length === 0 ? null : rows.map((row) => ({ ...row, fetchedAt: row.fetchedAt.toISOString() }));
}
