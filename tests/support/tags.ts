import type { PlaceTag } from '../../lib/place';
import type { TopicTag } from '../../lib/topic';
import type { Database } from '../../server/db/client';
import { tagsOfArticle } from '../../server/db/tags/read';

export interface ArticleTags {
  id: string;
  title: string;
  places: PlaceTag[];
  topics: TopicTag[];
}

/** The tags of all articles as they are stored, in the order of their ids. */
export async function allTags(db: Database): Promise<ArticleTags[]> {
  const articles = await db.prisma.article.findMany({ select: { id: true, title: true }, orderBy: { id: 'asc' } });
  return Promise.all(articles.map(async ({ id, title }) => {
    const tags = await tagsOfArticle(db.pool, String(id));
    if (!tags) throw new Error(`article ${id} is gone`);
    return { id: String(id), title, ...tags };
  }));
}
