import { writing } from '../answers';
import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

/** Ends the sample wire and deletes what it brought: `{removed}`. */
export async function DELETE(request: Request): Promise<Response> {
  return writing(request, async () => Response.json(await marsad().removeSample()));
}
