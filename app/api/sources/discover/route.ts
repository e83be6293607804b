import { z } from 'zod';
import { readJson, writing } from '../../answers';
import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

const schema = z.strictObject({ address: z.string('is no text').trim().min(1, 'is empty').max(2000, 'is too long') });

/** Looks for feeds at `{address}` of a site or a feed: a Discovery, also where nothing was found. It goes out to the network, hence a write. */
export async function POST(request: Request): Promise<Response> {
  return writing(request, async () => Response.json(await marsad().discover((await readJson(request, schema)).address)));
}
