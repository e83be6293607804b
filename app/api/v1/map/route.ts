import { readMapQuery } from '@/lib/api-query';
import type { MapAnswer } from '@/lib/map';
import { PLACE_ROLES } from '@/lib/place';
import { marsad } from '@/server/db/handle';
import { answer, asked } from '../answers';

export const dynamic = 'force-dynamic';

const all = ({ countries, provinces, places, others }: MapAnswer) => [...countries, ...provinces, ...places, ...others];

/**
 * How often places are named, and in which roles: `{from, to, total, countries, provinces, places, others, leftOut}`; with `hours=yes` also `frames`, the hours of
 * the span's last day.
 */
export function GET(request: Request): Promise<Response> {
  return asked(request, readMapQuery, async ({ filter, limit, hours, format }) => {
    const map = await marsad().map({ filter, limit, hours: hours === 'yes' });
    return answer(format, 'map', map, () => ({
      columns: ['id', 'nameEn', 'nameAr', 'kind', 'country', 'lat', 'lon', 'within', 'count', 'share', 'publishers', ...PLACE_ROLES],
      rows: all(map).map(({ id, label, kind, country, lat, lon, within, count, share, publishers, roles }) =>
        [id, label.en, label.ar, kind, country, lat, lon, within.join(' '), count, share, publishers, ...PLACE_ROLES.map((role) => roles[role] ?? 0)]),
    }));
  });
}
