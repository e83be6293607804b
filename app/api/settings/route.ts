import { noStore, readJson, writing } from '../answers';
import { settingsChangeSchema } from '@/lib/settings-input';
import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

/** The product's settings, as lib/settings has them. */
export async function GET(): Promise<Response> {
  return Response.json(await marsad().productSettings(), { headers: noStore });
}

/** Changes those that the body names, and answers all. */
export async function PATCH(request: Request): Promise<Response> {
  return writing(request, async () => Response.json(await marsad().changeSettings(await readJson(request, settingsChangeSchema))));
}
