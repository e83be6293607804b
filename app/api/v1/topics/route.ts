import { readTopicsQuery } from '@/lib/api-query';
import { isNamed } from '@/lib/label';
import { marsad } from '@/server/db/handle';
import { answer, asked } from '../answers';

export const dynamic = 'force-dynamic';

/** Topics, built in and own, each with the one above it; `q` is the beginning of a word in a name of either language: `{topics}`. */
export function GET(request: Request): Promise<Response> {
  return asked(request, readTopicsQuery, async ({ filter, limit, format }) => {
    const { topics: all } = await marsad().choices();
    const topics = all.filter(({ label }) => isNamed(label, filter.q)).slice(0, limit);
    return answer(format, 'topics', { topics }, () => ({
      columns: ['id', 'nameEn', 'nameAr', 'parent', 'own'],
      rows: topics.map(({ id, label, parent, own }) => [id, label.en, label.ar, parent, own === true]),
    }));
  });
}
