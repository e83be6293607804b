import { readArticlesQuery } from '@/lib/api-query';
import { marsad } from '@/server/db/handle';
import { answer, asked, problem } from '../answers';

export const dynamic = 'force-dynamic';

const COLUMNS = ['id', 'published', 'firstSeen', 'publisher', 'language', 'title', 'lead', 'url', 'places', 'topics'];

/** A page of a filter's articles, newest publication first: `{items, next}`. */
export function GET(request: Request): Promise<Response> {
  return asked(request, readArticlesQuery, async ({ filter, next, limit, format }) => {
    const page = await marsad().articles(filter, next ?? null, limit);
    if (!page) return problem(['next: is no cursor: give the "next" of the page before']);
    return answer(format, 'articles', page, () => ({
      columns: COLUMNS,
      rows: page.items.map((item) => [
        item.id, item.publishedAt, item.firstSeenAt, item.publisher.name, item.lang, item.title, item.lead, item.url,
        item.places.map(({ id, role }) => `${id}:${role}`).join(' '), item.topics.map(({ id }) => id).join(' '),
      ]),
    }));
  });
}
