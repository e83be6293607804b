import { noStore, readJson, writing } from '../../answers';
import { retentionSchema } from '@/lib/source-input';
import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

/** How long articles are kept: `{days}`, null for ever. */
export async function GET(): Promise<Response> {
  return Response.json(await marsad().retention(), { headers: noStore });
}

/** Sets it, and answers it. What is older is deleted soon after. */
export async function PUT(request: Request): Promise<Response> {
  return writing(request, async () => {
    const retention = await readJson(request, retentionSchema);
    await marsad().setRetention(retention);
    return Response.json(retention);
  });
}
