import { isSuccess, type PollOutcome } from '../../lib/feed';

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
  /** 0 to 1: spreads feeds that would else be asked together; only ever lengthens */
  jitter: number;
}

export interface NextPoll {
  /** the feed's own rhythm, which failures don't change */
  intervalSeconds: number;
  /** from now until it is asked again */
  waitSeconds: number;
  /** in words, for the feed's row */
  reason: string;
}

export const MAX_SECONDS = 6 * 3600;
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
  const { newArticles, minSeconds } = summary;
  const [seconds, reason] = rhythm(summary);
  const intervalSeconds = clamp(seconds, minSeconds, MAX_SECONDS);
  return { intervalSeconds, waitSeconds: intervalSeconds, reason: newArticles === 0 ? reason : `${newArticles} new: ${reason}` };
}

function rhythm({ newArticles, entries, first, intervalSeconds, minSeconds, jitter }: PollSummary): [seconds: number, reason: string] {
  if (first) return [minSeconds, 'first answer: its rhythm is not known yet'];
  if (newArticles === 0) return [Math.floor(intervalSeconds * GROWTH + jitter), 'nothing new: a little later each time'];
  if (newArticles === entries) return [minSeconds, 'all of the feed was new, so some may have been missed: as soon as allowed'];
  return [Math.floor(intervalSeconds / 2), 'asked again in half the time'];
}

/** A feed that never answered has no rhythm yet: it is tried again soon, since the network may only just be coming up. */
function afterFailure({ outcome, first, failures, intervalSeconds, minSeconds, retryAfterSeconds }: PollSummary): NextPoll {
  const interval = first ? minSeconds : clamp(intervalSeconds, minSeconds, MAX_SECONDS);
  if (outcome === 'gone') return { intervalSeconds: interval, waitSeconds: MAX_SECONDS, reason: 'gone for good (410): not asked any more' };
  const inRow = failures + 1;
  const backoff = Math.min(MAX_SECONDS, interval * 2 ** Math.min(inRow, 20));
  const asked = Math.min(retryAfterSeconds ?? 0, MOST_RETRY_AFTER_SECONDS);
  const times = `${inRow} ${inRow === 1 ? 'time' : 'times'}`;
  const reason = asked > backoff ? `the server asked to wait ${asked} s` : `failed ${times} in a row: twice the wait each time`;
  return { intervalSeconds: interval, waitSeconds: Math.max(backoff, asked), reason };
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), Math.max(least, most));
