import type { StarredPage } from '@/lib/reader';
import { marsad } from '@/server/db/handle';
import { refusal } from '../../answers';
import { found, readerOf } from '../answers';

export const dynamic = 'force-dynamic';

const NONE: StarredPage = { items: [], marks: {}, older: null };

/** The reader's starred articles, those starred last first, a page at a time; `before` is the `older` of the page above: `StarredPage`. */
export async function GET(request: Request): Promise<Response> {
  const reader = readerOf(request);
  const before = new URL(request.url).searchParams.get('before');
  const page = reader === null ? NONE : await marsad().starred(reader, before);
  return page ? found(page) : refusal(400, 'before: is no cursor: give the "older" of the page before', 'bad-input', { reasons: [{ code: 'bad', field: 'before' }] });
}
