import { readFacetsQuery } from '@/lib/api-query';
import { marsad } from '@/server/db/handle';
import { answer, asked } from '../answers';

export const dynamic = 'force-dynamic';

const LISTS = ['region', 'topic', 'publisher', 'lang', 'role'] as const;

/** How many articles one would find beside what is chosen, choice by choice; with `names=no` as JSON of counts by id. */
export function GET(request: Request): Promise<Response> {
  return asked(request, readFacetsQuery, async ({ filter, names, format }) => {
    if (names === 'no') return Response.json(await marsad().facetCounts(filter), { headers: { 'cache-control': 'no-store' } });
    const facets = await marsad().facets(filter);
    return answer(format, 'facets', facets, () => ({
      columns: ['parameter', 'id', 'nameEn', 'nameAr', 'parent', 'count'],
      rows: LISTS.flatMap((list) => facets[list].map(({ id, label, parent, count }) => [list, id, label.en, label.ar, parent, count])),
    }));
  });
}
