import { z } from 'zod';
import { articleIdsSchema, marksChangeSchema } from '@/lib/reader-input';
import { marsad } from '@/server/db/handle';
import { readJson } from '../../answers';
import { badParameter, found, readerOf, writingOwn } from '../answers';

export const dynamic = 'force-dynamic';

const asked = z.object({ article: articleIdsSchema });

/** What the reader did with the articles that `article` names, which repeats: `{marks}`, without those that nothing was done with. */
export async function GET(request: Request): Promise<Response> {
  const parsed = asked.safeParse({ article: new URL(request.url).searchParams.getAll('article') });
  if (!parsed.success) return badParameter(parsed.error);
  const reader = readerOf(request);
  return found({ marks: reader === null ? {} : await marsad().marks(reader, parsed.data.article) });
}

/** Marks articles as a `MarksChange` says: `{marks}`, how each of them stands now. */
export async function PATCH(request: Request): Promise<Response> {
  return writingOwn(request, async (reader) => found({ marks: await marsad().mark(reader, await readJson(request, marksChangeSchema)) }));
}
