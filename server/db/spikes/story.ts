import type { Direction } from '../../../lib/article';
import type { SpikeArticle } from '../../../lib/spike';
import type { Database } from '../client';

interface Row {
  id: string;
  title: string;
  dir: Direction;
  lang: string | null;
  url: string | null;
  publisherId: number;
  publisherName: string;
  publishedAt: Date | null;
  firstSeenAt: Date;
}

/** Articles as a spike's story names them, by the time that they were first seen. */
export async function readSpikeArticles(db: Database, ids: readonly string[]): Promise<SpikeArticle[]> {
  const { rows } = await db.pool.query<Row>(
    `select a.id, a.title, a.dir, a.lang, coalesce(a.link, a.canonical_url) as url, p.id as "publisherId", p.name as "publisherName", a.published_at as "publishedAt", a.first_seen_at as "firstSeenAt"
     from article a join publisher p on p.id = a.publisher_id where a.id = any($1::bigint[]) order by a.first_seen_at, a.id`, [ids]);
  return rows.map(({ publisherId, publisherName, publishedAt, firstSeenAt, ...row }) => ({
    ...row, publisher: { id: publisherId, name: publisherName }, publishedAt: publishedAt?.toISOString() ?? null, firstSeenAt: firstSeenAt.toISOString(),
  }));
}
