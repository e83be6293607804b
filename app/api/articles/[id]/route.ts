import { noStore, readArticleId, refusal, type WithId } from '../../answers';
import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

/** An article whole, with the evidence of its tags: `ArticleDetail`. */
export async function GET(_request: Request, { params }: WithId): Promise<Response> {
  const id = readArticleId((await params).id);
  const article = id === null ? null : await marsad().article(id);
  return article === null ? refusal(404, 'there is no article of that id', 'no-article') : Response.json(article, { headers: noStore });
}
