import { viewOrderSchema } from '@/lib/reader-input';
import { marsad } from '@/server/db/handle';
import { readJson } from '../../../answers';
import { found, writingOwn } from '../../answers';

export const dynamic = 'force-dynamic';

/** Puts the views into the order of a list of their ids, `[3, 1, 2]`: `{views}`. Those that it doesn't name stay behind. */
export async function PUT(request: Request): Promise<Response> {
  return writingOwn(request, async (reader) => found({ views: await marsad().orderViews(reader, await readJson(request, viewOrderSchema)) }));
}
