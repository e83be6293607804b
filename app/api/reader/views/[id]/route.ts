import { viewChangeSchema } from '@/lib/reader-input';
import { marsad } from '@/server/db/handle';
import { readId, readJson, type WithId } from '../../../answers';
import { found, noView, writingOwn } from '../../answers';

export const dynamic = 'force-dynamic';

/** Changes what a `ViewChange` names of a view; `seen` when it is opened: the View as it is then. */
export async function PATCH(request: Request, { params }: WithId): Promise<Response> {
  return writingOwn(request, async (reader) => {
    const change = await readJson(request, viewChangeSchema);
    const id = readId((await params).id);
    const view = id === null ? null : await marsad().editView(reader, id, change);
    return view ? found(view) : noView();
  });
}

/** Forgets a view. */
export async function DELETE(request: Request, { params }: WithId): Promise<Response> {
  return writingOwn(request, async (reader) => {
    const id = readId((await params).id);
    return id !== null && (await marsad().deleteView(reader, id)) ? found({}) : noView();
  });
}
