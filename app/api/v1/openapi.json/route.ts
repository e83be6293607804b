import { apiDocument } from '@/lib/api-document';

export const dynamic = 'force-dynamic';

/** What there is to be asked here, and what is answered: OpenAPI 3.1. */
export function GET(): Response {
  return Response.json(apiDocument());
}
