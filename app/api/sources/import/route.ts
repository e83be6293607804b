import { readBytes, refusal, writing } from '../../answers';
import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

const MOST_BYTES = 5_000_000;

/** Adds the feeds of an OPML file, or of a plain list of addresses, sent as the body: an AddReport. */
export async function POST(request: Request): Promise<Response> {
  return writing(request, async () => {
    const bytes = await readBytes(request, MOST_BYTES);
    if (bytes.length === 0) return refusal(400, 'the file is empty', 'empty-file');
    return Response.json(await marsad().importOpml(bytes, request.headers.get('content-type')));
  });
}
