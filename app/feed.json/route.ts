import { toJsonFeed } from '@/lib/feed-output';
import { feedOf } from '../feed-of';

export const dynamic = 'force-dynamic';

/** A filter's articles as JSON Feed 1.1. */
export function GET(request: Request): Promise<Response> {
  return feedOf(request, (feed) => Response.json(toJsonFeed(feed), { headers: { 'content-type': 'application/feed+json; charset=utf-8', 'cache-control': 'no-store' } }));
}
