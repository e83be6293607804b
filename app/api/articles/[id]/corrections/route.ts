import { readArticleId, readJson, refusal, writing, type WithId } from '../../../answers';
import { correctionInputSchema } from '@/lib/correction-input';
import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

/** Takes a place or a topic off the article: `CorrectionInput`, answered with the article as it is then. */
export function POST(request: Request, { params }: WithId): Promise<Response> {
  return writing(request, async () => {
    const id = readArticleId((await params).id);
    const input = await readJson(request, correctionInputSchema);
    const outcome = id === null ? 'no-article' : await marsad().correct(id, input);
    if (id === null || outcome === 'no-article') return refusal(404, 'there is no article of that id', 'no-article');
    if (outcome === 'no-tag') return refusal(409, `the article does not bear the ${input.kind} ${input.targetId}`, 'no-tag');
    return Response.json(await marsad().article(id));
  });
}
