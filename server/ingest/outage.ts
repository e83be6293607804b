import { isSuccess, type ClaimedFeed, type DocumentReach, type OutageVerdict, type PollOutcome } from '../../lib/feed';

/** So many times its own interval without an answer are long, and never less than ten minutes: below that a chart shows nothing of it. */
const LONG_TIMES = 3;
const LEAST_LONG_SECONDS = 600;
/** a feed whose hub delivers is asked once an hour */
const PUSHED_SECONDS = 3600;

export interface JudgedPoll {
  outcome: PollOutcome;
  /** null: nothing was read, or it was as before */
  reach: DocumentReach | null;
  startedAt: Date;
  finishedAt: Date;
}

type Asked = Pick<ClaimedFeed, 'lastSuccessAt' | 'askedSince' | 'failures' | 'intervalSeconds' | 'pushed' | 'sample'>;

function isLong({ intervalSeconds, pushed }: Asked, since: Date, at: Date): boolean {
  const own = pushed ? Math.max(intervalSeconds, PUSHED_SECONDS) : intervalSeconds;
  return at.getTime() - since.getTime() > 1000 * Math.max(LONG_TIMES * own, LEAST_LONG_SECONDS);
}

/** The hole between the last good answer and what this document reaches back to; without a date of its own it is a hole up to the poll. */
function hole(since: Date, { overlaps, oldest }: DocumentReach, startedAt: Date): OutageVerdict {
  const until = oldest === null || oldest > startedAt ? startedAt : oldest;
  return overlaps || until <= since ? { kind: 'nothing-missed' } : { kind: 'missed', since, until };
}

/**
 * What a poll says of the time since the feed last answered: whether it can be known to have told us everything of it. Asked in time it has, as far
 * as polling can know. One that never answered since its user added it, let it go on or gave it another address has no outage.
 * @returns null where there is nothing to say
 */
export function judgeOutage(feed: Asked, { outcome, reach, startedAt, finishedAt }: JudgedPoll): OutageVerdict | null {
  const since = feed.lastSuccessAt;
  if (feed.sample || since === null || since < feed.askedSince) return null;
  if (outcome === 'gone') return { kind: 'ended', until: finishedAt };
  if (!isSuccess(outcome)) return isLong(feed, since, finishedAt) ? { kind: 'silent', since } : null;
  if (feed.failures === 0 && !isLong(feed, since, startedAt)) return null;
  return reach === null ? { kind: 'nothing-missed' } : hole(since, reach, startedAt);
}
