import { readPlacesQuery } from '@/lib/api-query';
import { marsad } from '@/server/db/handle';
import { answer, asked } from '../answers';

export const dynamic = 'force-dynamic';

/** Places that articles name, the most mentioned first; `q` is the beginning of a name in either script, `within` the id of what they lie in: `{places}`. */
export function GET(request: Request): Promise<Response> {
  return asked(request, readPlacesQuery, async ({ filter, within, limit, format }) => {
    const places = await marsad().places(filter.q, limit, within);
    return answer(format, 'places', { places }, () => ({
      columns: ['id', 'nameEn', 'nameAr', 'kind', 'country', 'lat', 'lon', 'within', 'articles'],
      rows: places.map(({ id, label, kind, country, lat, lon, within, articles }) => [id, label.en, label.ar, kind, country, lat, lon, within.join(' '), articles]),
    }));
  });
}
