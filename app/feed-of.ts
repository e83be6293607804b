import { readFeedQuery } from '@/lib/api-query';
import { toSearchParams } from '@/lib/filter-address';
import type { FeedOutput } from '@/lib/feed-output';
import { marsad } from '@/server/db/handle';
import { problem } from './api/v1/answers';

/** Where this server is reached, as the request has it: its Host was checked before Next saw it. */
function siteOf(request: Request): string {
  const { protocol } = new URL(request.url);
  return `${request.headers.get('x-forwarded-proto')?.split(',')[0] ?? protocol.replace(':', '')}://${request.headers.get('host') ?? 'localhost'}`;
}

/** Any filter as a feed for other tools; refuses what can't be filtered by. */
export async function feedOf(request: Request, render: (feed: FeedOutput) => Response): Promise<Response> {
  const url = new URL(request.url);
  const parsed = readFeedQuery(url.searchParams);
  if (!parsed.ok) return problem(parsed.problems);
  const { filter, limit } = parsed.query;
  const page = await marsad().articles(filter, null, limit);
  const params = toSearchParams(filter).toString();
  const site = siteOf(request);
  return render({
    title: params === '' ? 'مرصد · Marsad' : `مرصد · Marsad: ${decodeURIComponent(params.replaceAll('+', ' '))}`,
    description: 'Articles of a filter, newest publication first', page: `${site}/${params === '' ? '' : `?${params}`}`, self: `${site}${url.pathname}${url.search}`, items: page?.items ?? [],
  });
}
