import { isSuccess, type NextPollReason, type PollOutcome } from '../../lib/feed';

export interface PollSummary {
  outcome: PollOutcome;
  newArticles: number;
  /** entries in the feed's document, new or not */
  entries: number;
  /** the feed had never answered before */
  first: boolean;
  /** failures before this poll, in a row */
  failures: number;
  intervalSeconds: number;
  minSeconds: number;
  retryAfterSeconds: number | null;
  /** its hub delivers what it publishes */
  pushed: boolean;
  /** 0 to 1: spreads feeds that would else be asked together; only ever lengthens */
  jitter: number;
}

export interface NextPoll {
  /** the feed's own rhythm, which failures don't change */
  intervalSeconds: number;
  /** from now until it is asked again */
  waitSeconds: number;
  reason: NextPollReason;
}

export const MAX_SECONDS = 6 * 3600;
/** How often a feed whose hub delivers is still asked whether all came. */
const PUSHED_SECONDS = 3600;
const MOST_RETRY_AFTER_SECONDS = 24 * 3600;
const JITTER_SHARE = 0.1;
/**
 * Without news each wait is longer by this much, so that it comes to a twentieth of the silence.
 * The jitter rounds it: else a wait of one second would stay or double.
 */
const GROWTH = 1.05;

/** When to ask a feed next, and why. */
export function nextPoll(summary: PollSummary): NextPoll {
  const next = isSuccess(summary.outcome) ? afterSuccess(summary) : afterFailure(summary);
  return { ...next, waitSeconds: next.waitSeconds * (1 + JITTER_SHARE * summary.jitter) };
}

function afterSuccess(summary: PollSummary): NextPoll {
  const { minSeconds } = summary;
  const [seconds, reason] = rhythm(summary);
  const intervalSeconds = clamp(seconds, minSeconds, MAX_SECONDS);
  // the rhythm is remembered for when the hub goes quiet
  if (summary.pushed && intervalSeconds < PUSHED_SECONDS) return { intervalSeconds, waitSeconds: PUSHED_SECONDS, reason: { code: 'pushed' } };
  return { intervalSeconds, waitSeconds: intervalSeconds, reason };
}

function rhythm({ newArticles, entries, first, intervalSeconds, minSeconds, jitter }: PollSummary): [seconds: number, reason: NextPollReason] {
  if (first) return [minSeconds, { code: 'first-answer' }];
  if (newArticles === 0) return [Math.floor(intervalSeconds * GROWTH + jitter), { code: 'nothing-new' }];
  if (newArticles === entries) return [minSeconds, { code: 'all-new', n: newArticles }];
  return [Math.floor(intervalSeconds / 2), { code: 'some-new', n: newArticles }];
}

/** A feed that never answered has no rhythm yet: it is tried again soon, since the network may only just be coming up. */
function afterFailure({ outcome, first, failures, intervalSeconds, minSeconds, retryAfterSeconds }: PollSummary): NextPoll {
  const interval = first ? minSeconds : clamp(intervalSeconds, minSeconds, MAX_SECONDS);
  if (outcome === 'gone') return { intervalSeconds: interval, waitSeconds: MAX_SECONDS, reason: { code: 'gone' } };
  const inRow = failures + 1;
  const backoff = Math.min(MAX_SECONDS, interval * 2 ** Math.min(inRow, 20));
  const asked = Math.min(retryAfterSeconds ?? 0, MOST_RETRY_AFTER_SECONDS);
  const reason: NextPollReason = asked > backoff ? { code: 'retry-after', n: asked } : { code: 'failing', n: inRow };
  return { intervalSeconds: interval, waitSeconds: Math.max(backoff, asked), reason };
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), Math.max(least, most));
