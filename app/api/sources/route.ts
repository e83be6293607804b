import { noStore, readJson, writing } from '../answers';
import { newSourcesSchema } from '@/lib/source-input';
import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

/** Every feed, those that need a look first: `Source[]`. */
export async function GET(): Promise<Response> {
  return Response.json(await marsad().sources(), { headers: noStore });
}

/** Adds `{feeds: NewSource[]}`: an AddReport, 200 also where it refuses some. */
export async function POST(request: Request): Promise<Response> {
  return writing(request, async () => {
    const { feeds } = await readJson(request, newSourcesSchema);
    return Response.json(await marsad().addSources(feeds));
  });
}
