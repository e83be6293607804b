import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

/** 200 while the database answers, else 503, with the same fields. */
export async function GET(): Promise<Response> {
  const health = await marsad().health();
  return Response.json(health, { status: health.status === 'ok' ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
