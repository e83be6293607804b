import { noStore } from '../../answers';
import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

/** All feeds as an OPML file. */
export async function GET(): Promise<Response> {
  const headers = { ...noStore, 'content-type': 'text/x-opml; charset=utf-8', 'content-disposition': 'attachment; filename="marsad.opml"' };
  return new Response(await marsad().exportOpml(), { headers });
}
