import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

/** Ends the sample wire and deletes what it brought: `{removed}`. Needs the token where writing does (401), and is refused to a read-only interface (403). */
export async function DELETE(request: Request): Promise<Response> {
  if (!comesFromHere(request.headers)) return refusal(403, 'the request comes from another site');
  const server = marsad();
  if (server.writeAccess === 'read-only') return refusal(403, 'this interface is read-only: set ADMIN_TOKEN to write through it');
  if (!server.mayWrite(request.headers.get('authorization'))) return refusal(401, 'give the admin token as "Authorization: Bearer ..."');
  return Response.json(await server.removeSample());
}

/** A browser sends the Origin of the page with every DELETE; the page has to be one of ours. */
function comesFromHere(headers: Headers): boolean {
  const origin = headers.get('origin');
  const host = headers.get('host');
  return origin !== null && host !== null && URL.canParse(origin) && new URL(origin).host === host;
}

function refusal(status: 401 | 403, error: string): Response {
  const headers: HeadersInit = status === 401 ? { 'www-authenticate': 'Bearer' } : {};
  return Response.json({ error }, { status, headers });
}
