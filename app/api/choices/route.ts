import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

/** As many places as a filter may hold. */
const MOST_PLACES = 20;

/** What the filters offer now, and the name of each `region` that is asked for: `{regions, topics, publishers, langs}`. */
export async function GET(request: Request): Promise<Response> {
  const places = new URL(request.url).searchParams.getAll('region').slice(0, MOST_PLACES);
  return Response.json(await marsad().choices(places), { headers: { 'cache-control': 'no-store' } });
}
