import { toRss } from '@/lib/feed-output';
import { feedOf } from '../feed-of';

export const dynamic = 'force-dynamic';

/** A filter's articles as RSS 2.0. */
export function GET(request: Request): Promise<Response> {
  return feedOf(request, (feed) => new Response(toRss(feed), { headers: { 'content-type': 'application/rss+xml; charset=utf-8', 'cache-control': 'no-store' } }));
}
