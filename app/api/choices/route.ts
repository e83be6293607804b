import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

/** What the region and topic filters offer now: `{regions, topics}`. */
export async function GET(): Promise<Response> {
  return Response.json(await marsad().choices(), { headers: { 'cache-control': 'no-store' } });
}
