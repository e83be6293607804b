import { z } from 'zod';
import { parseFilterQuery } from '@/lib/filter-query';
import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

/** Where a page ended: the `sortAt` and `id` of its last article. */
const beforeSchema = z
  .string('is missing: give the "older" of the page above')
  .refine(isPageKey, 'is no page key: give the "older" of the page above');

function isPageKey(key: string): boolean {
  const [time = ''] = key.split('~');
  return /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,12}Z~[0-9]{1,18}$/u.test(key) && !Number.isNaN(Date.parse(time));
}

/** The articles of a filter that come after the page which ended at `before`: `{items, older}`, or 400 with what is wrong. */
export async function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const filter = parseFilterQuery(params);
  const before = beforeSchema.safeParse(params.get('before') ?? undefined);
  if (filter.ok && before.success) {
    return Response.json(await marsad().older(filter.query, before.data), { headers: { 'cache-control': 'no-store' } });
  }
  const problems = [...(filter.ok ? [] : filter.problems), ...(before.error?.issues.map((issue) => `before: ${issue.message}`) ?? [])];
  return Response.json({ error: problems.join('; '), problems }, { status: 400 });
}
