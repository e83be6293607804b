import { onFeed, writing, type WithId } from '../../../answers';
import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

/** Asks a feed as soon as a poller is free: 202. */
export async function POST(request: Request, context: WithId): Promise<Response> {
  return writing(request, () => onFeed(context, async (id) => (await marsad().askNow(id)) || null, () => Response.json({}, { status: 202 })));
}
