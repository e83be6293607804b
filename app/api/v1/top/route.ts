import { readTopQuery } from '@/lib/api-query';
import { marsad } from '@/server/db/handle';
import { answer, asked } from '../answers';

export const dynamic = 'force-dynamic';

/** The most mentioned of a span, or those that gained or lost most against the time before: `{by, items}`. */
export function GET(request: Request): Promise<Response> {
  return asked(request, readTopQuery, async ({ filter, by, order, limit, format }) => {
    const top = await marsad().top(filter, by, limit, order);
    return answer(format, 'top', top, () => ({
      columns: ['key', 'id', 'nameEn', 'nameAr', 'count', 'before', 'publishers'],
      rows: top.items.map(({ key, id, label, count, before, publishers }) => [key, id, label.en, label.ar, count, before, publishers]),
    }));
  });
}
