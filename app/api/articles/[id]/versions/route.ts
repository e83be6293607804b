import { noStore, refusal, type WithId } from '../../../answers';
import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

/** What an article said, oldest first: `ArticleVersionText[]`. */
export async function GET(_request: Request, { params }: WithId): Promise<Response> {
  const { id } = await params;
  const versions = /^[0-9]{1,18}$/u.test(id) ? await marsad().versions(id) : null;
  return versions === null ? refusal(404, 'there is no article of that id', 'no-article') : Response.json(versions, { headers: noStore });
}
