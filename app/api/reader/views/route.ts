import { viewInputSchema } from '@/lib/reader-input';
import { marsad } from '@/server/db/handle';
import { readJson } from '../../answers';
import { asReader, found, writingOwn } from '../answers';

export const dynamic = 'force-dynamic';

/** The reader's saved views in their order, each with how many articles are new in it: `{views}`. A browser without a reader's id gets one here, before it has to keep anything. */
export async function GET(request: Request): Promise<Response> {
  return asReader(request, async (reader) => found({ views: await marsad().views(reader) }));
}

/** Saves a `ViewInput` behind the others: the View. */
export async function POST(request: Request): Promise<Response> {
  return writingOwn(request, async (reader) => found(await marsad().addView(reader, await readJson(request, viewInputSchema)), 201));
}
