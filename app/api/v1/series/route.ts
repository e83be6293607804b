import { readSeriesQuery } from '@/lib/api-query';
import { MAX_BUCKETS } from '@/lib/buckets';
import { marsad } from '@/server/db/handle';
import { answer, asked, problem } from '../answers';

export const dynamic = 'force-dynamic';

/** For a table that people read: what is exact to the last bit is in the JSON. */
const rounded = (value: number | null, places: number): number | null => (value === null ? null : Number(value.toFixed(places)));

/** How often a filter's articles were published, bucket by bucket, several series side by side: `{series: [{key, label, buckets}]}`. */
export function GET(request: Request): Promise<Response> {
  return asked(request, readSeriesQuery, async ({ series: query, format }) => {
    const found = await marsad().series(query);
    if (!found) return problem([`bucket: from and to lie more than ${MAX_BUCKETS} buckets apart`]);
    return answer(format, 'series', found, () => ({
      columns: ['key', 'nameEn', 'nameAr', 'start', 'count', 'share', 'publishers', 'state', 'late', 'projected'],
      rows: found.series.flatMap(({ key, label, buckets }) => buckets.map((one) => [key, label.en, label.ar, one.start, one.count, rounded(one.share, 6), one.publishers, one.state, one.late, rounded(one.projected, 1)])),
    }));
  });
}
