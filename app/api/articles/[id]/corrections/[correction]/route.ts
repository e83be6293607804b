import { readArticleId, refusal, writing } from '../../../../answers';
import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

interface WithCorrection {
  params: Promise<{ id: string; correction: string }>;
}

/** Undoes a correction: answered with the article as it is then. */
export function DELETE(request: Request, { params }: WithCorrection): Promise<Response> {
  return writing(request, async () => {
    const given = await params;
    const id = readArticleId(given.id);
    const correction = readArticleId(given.correction);
    const undone = id !== null && correction !== null && (await marsad().undoCorrection(id, correction));
    return undone ? Response.json(await marsad().article(id)) : refusal(404, 'there is no such correction on that article', 'no-correction');
  });
}
