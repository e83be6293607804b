import type { Database } from './client';

/** What a poll found that the feed's hub should have delivered. */
export interface Missed {
  articles: number;
  /** the hub is held for quiet from now on */
  quiet: boolean;
}

// Each poll that finds something missed weighs as much as three deliveries of news; two such polls in a row are too many.
// Younger articles may still be on their way; older ones were there before the subscription.
const MISS = `
  with missed as (
    select count(*)::int as articles
    from subscription s
    join article_feed seen on seen.feed_id = s.feed_id and seen.seen_at >= $2
    join article a on a.id = seen.article_id and a.first_seen_at >= $2
    where s.feed_id = $1 and a.published_at > s.verified_at and a.published_at < $2::timestamptz - interval '10 minutes'
  ), judged as (
    select articles,
      s.missed + 3 >= 6 and articles > 0 or coalesce(s.last_push_at, s.verified_at) < $2::timestamptz - interval '1 day' as quiet
    from missed, subscription s where s.feed_id = $1
  )
  update subscription s set
    missed = least(6, s.missed + case when articles > 0 then 3 else 0 end),
    state = case when quiet then 'quiet' else s.state end,
    next_at = case when quiet then $2::timestamptz + interval '6 hours' else s.next_at end,
    last_error = case when articles > 0 then 'a poll found ' || articles || ' articles that the hub had not delivered'
      else 'a poll found what is new; the hub delivered nothing for a day' end
  from judged where s.feed_id = $1 and s.state = 'active' and (articles > 0 or quiet)
  returning articles, quiet`;

/**
 * Judges the hub of a feed by what a poll found new. One that misses again, or delivered nothing for a day, is held for quiet: it is
 * asked anew after six hours, and is trusted once it delivers.
 * @param startedAt of the poll
 * @returns null where there is no verified subscription, or nothing to blame it for
 */
export async function noteMissed(db: Database, feedId: number, startedAt: Date): Promise<Missed | null> {
  const { rows } = await db.pool.query<Missed>(MISS, [feedId, startedAt]);
  return rows[0] ?? null;
}
