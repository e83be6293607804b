import { isSuccess, type NextPollReason, type PollOutcome } from '../../lib/feed';

export interface PollSummary {
  outcome: PollOutcome;
  newArticles: number;
  /** entries in the feed's document, new or not; 0 where it was not read */
  entries: number;
  /** the feed had never answered before */
  first: boolean;
  /** failures before this poll, in a row */
  failures: number;
  intervalSeconds: number;
  /** what the feed publishes; null: not known */
  itemsPerDay: number | null;
  minSeconds: number;
  retryAfterSeconds: number | null;
  /** for how long the answer's headers say that it holds */
  freshSeconds: number | null;
  /** for how long the document says so */
  ttlSeconds: number | null;
  /** since it answered last, or since it was added where it never did */
  silentDays: number;
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
const DAY_SECONDS = 24 * 3600;
const MOST_RETRY_AFTER_SECONDS = DAY_SECONDS;
const JITTER_SHARE = 0.1;
/** Of the expected time between two entries: the mean delay is half of it, and each entry costs four requests. */
const SHARE_OF_GAP = 1 / 4;
/** While nothing comes, waits grow up to the rhythm: by half, and by little below a minute, where somebody wants it quick. */
const GROWTH = 1.5;
const QUICK_GROWTH = 1.05;
const QUICK_SECONDS = 60;
/** What headers and documents ask for lengthens a wait at most so many times. */
const HINT_TIMES = 2;
/** A first failure is often one of the moment: it does not cost a slow feed a whole round. */
const FIRST_RETRY_SECONDS = 15 * 60;
/** After so many days without an answer a feed is asked once a day. */
const DEAD_DAYS = 7;
/** How often a feed whose hub delivers is still asked whether all came. */
const PUSHED_SECONDS = 3600;

/** When to ask a feed next, and why. */
export function nextPoll(summary: PollSummary): NextPoll {
  const next = isSuccess(summary.outcome) ? afterSuccess(summary) : afterFailure(summary);
  return { ...next, waitSeconds: next.waitSeconds * (1 + JITTER_SHARE * summary.jitter) };
}

function afterSuccess(summary: PollSummary): NextPoll {
  const { minSeconds, pushed } = summary;
  const [seconds, reason] = rhythm(summary);
  const intervalSeconds = clamp(seconds, minSeconds, MAX_SECONDS);
  // the rhythm is remembered for when the hub goes quiet
  if (pushed && intervalSeconds < PUSHED_SECONDS) return { intervalSeconds, waitSeconds: PUSHED_SECONDS, reason: { code: 'pushed' } };
  return { intervalSeconds, ...hinted(summary, intervalSeconds, reason) };
}

type Rhythm = [seconds: number, reason: NextPollReason];

/**
 * News halves the wait, since news seldom comes alone; silence lengthens it again, up to a share of the feed's mean gap. The jitter
 * rounds: else a wait of one second would stay or double.
 */
function rhythm({ newArticles, entries, first, intervalSeconds, itemsPerDay, minSeconds, jitter }: PollSummary): Rhythm {
  if (first) return [minSeconds, { code: 'first-answer' }];
  const steady = itemsPerDay === null || itemsPerDay <= 0 ? MAX_SECONDS : Math.round((SHARE_OF_GAP * DAY_SECONDS) / itemsPerDay);
  if (newArticles > 0 && newArticles === entries) return [minSeconds, { code: 'all-new', n: newArticles }];
  if (newArticles > 0) return [Math.min(Math.floor(intervalSeconds / 2), steady), { code: 'some-new', n: newArticles }];
  const grown = Math.floor(intervalSeconds * (intervalSeconds < QUICK_SECONDS ? QUICK_GROWTH : GROWTH) + jitter);
  if (grown < Math.min(steady, MAX_SECONDS)) return [grown, { code: 'nothing-new' }];
  return [steady, itemsPerDay === null ? { code: 'nothing-new' } : { code: 'rhythm', n: Math.round(itemsPerDay * 10) / 10 }];
}

/**
 * Where the answer says that it holds for longer than we would wait, that is believed within bounds: even then half an entry is to be
 * expected meanwhile, so that none leaves the document unseen.
 */
function hinted({ freshSeconds, ttlSeconds }: PollSummary, intervalSeconds: number, reason: NextPollReason): Omit<NextPoll, 'intervalSeconds'> {
  const [asked, code] = (freshSeconds ?? 0) >= (ttlSeconds ?? 0) ? [freshSeconds ?? 0, 'cache' as const] : [ttlSeconds ?? 0, 'ttl' as const];
  const waitSeconds = Math.min(asked, HINT_TIMES * intervalSeconds, MAX_SECONDS);
  return waitSeconds > intervalSeconds ? { waitSeconds, reason: { code, n: asked } } : { waitSeconds: intervalSeconds, reason };
}

/** A feed that never answered has no rhythm yet: it is tried again soon, since the network may only just be coming up. */
function afterFailure(summary: PollSummary): NextPoll {
  const { outcome, first, failures, minSeconds, retryAfterSeconds, silentDays } = summary;
  const intervalSeconds = first ? minSeconds : clamp(summary.intervalSeconds, minSeconds, MAX_SECONDS);
  if (outcome === 'gone') return { intervalSeconds, waitSeconds: MAX_SECONDS, reason: { code: 'gone' } };
  const inRow = failures + 1;
  const backoff = Math.min(MAX_SECONDS, Math.min(intervalSeconds, Math.max(FIRST_RETRY_SECONDS, minSeconds)) * 2 ** Math.min(inRow, 20));
  const asked = Math.min(retryAfterSeconds ?? 0, MOST_RETRY_AFTER_SECONDS);
  if (asked > backoff) return { intervalSeconds, waitSeconds: asked, reason: { code: 'retry-after', n: asked } };
  if (silentDays >= DEAD_DAYS && backoff >= MAX_SECONDS) return { intervalSeconds, waitSeconds: DAY_SECONDS, reason: { code: 'dead', n: Math.floor(silentDays) } };
  return { intervalSeconds, waitSeconds: backoff, reason: { code: 'failing', n: inRow } };
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), Math.max(least, most));
