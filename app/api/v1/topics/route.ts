import { readNamesQuery } from '@/lib/api-query';
import { marsad } from '@/server/db/handle';
import { answer, asked } from '../answers';

export const dynamic = 'force-dynamic';

/** All topics, built in and own, each with the one above it: `{topics}`. */
export function GET(request: Request): Promise<Response> {
  return asked(request, readNamesQuery, async ({ format }) => {
    const { topics } = await marsad().choices();
    return answer(format, 'topics', { topics }, () => ({
      columns: ['id', 'nameEn', 'nameAr', 'parent', 'own'],
      rows: topics.map(({ id, label, parent, own }) => [id, label.en, label.ar, parent, own === true]),
    }));
  });
}
