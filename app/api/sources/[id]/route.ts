import { noStore, onFeed, readJson, refusal, writing, type WithId } from '../../answers';
import { sourceChangeSchema } from '@/lib/source-input';
import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

/** One feed with its last polls: `{source, polls}`. */
export async function GET(_request: Request, context: WithId): Promise<Response> {
  return onFeed(context, (id) => marsad().source(id), (found) => Response.json(found, { headers: noStore }));
}

/** Changes what a SourceChange names, and nothing else: the Source as it is then. */
export async function PATCH(request: Request, context: WithId): Promise<Response> {
  return writing(request, async () => {
    const change = await readJson(request, sourceChangeSchema);
    return onFeed(context, (id) => marsad().editSource(id, change), (source) => Response.json(source));
  });
}

/** Deletes a feed and, with `?articles=delete`, what only it brought: `{removed}`. */
export async function DELETE(request: Request, context: WithId): Promise<Response> {
  return writing(request, async () => {
    const articles = new URL(request.url).searchParams.get('articles');
    if (articles !== 'keep' && articles !== 'delete') return refusal(400, 'articles: say keep or delete', 'bad-input', { reasons: [{ code: 'bad', field: 'articles' }] });
    return onFeed(context, (id) => marsad().deleteSource(id, articles), (deleted) => Response.json(deleted));
  });
}
