import { noStore } from '../answers';
import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

/** What readers took off articles, newest first: `{corrections: ListedCorrection[], total}`. */
export async function GET(): Promise<Response> {
  return Response.json(await marsad().corrections(), { headers: noStore });
}
