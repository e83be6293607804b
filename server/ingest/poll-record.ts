import { isSuccess, type ClaimedFeed, type PollOutcome, type PollRecord } from '../../lib/feed';
import type { FeedDocument } from '../../lib/entry';
import type { FetchedBody, FetchResult } from './fetch';
import { nextPoll } from './interval';
import { judgeOutage } from './outage';
import { smoothedRate, type DatedRate } from './rate';
import { namedHub } from './websub/named-hub';

/** What a poll came to, from the feed's answer to the store. */
export interface PollEnd {
  outcome: PollOutcome;
  detail: string | null;
  entries: number;
  newArticles: number;
  edited: number;
  /** SHA-256 (hex) of the answer; remembered only after a success */
  bodyHash: string | null;
  dated: DatedRate;
  /** its document lists something that the feed had shown when it last answered */
  overlaps: boolean;
  /** the oldest date of its document */
  oldest: Date | null;
  /** what the feed says of itself; null: nothing was read */
  document: FeedDocument | null;
}

export const NOTHING_DONE: PollEnd = { outcome: 'ok', detail: null, entries: 0, newArticles: 0, edited: 0, bodyHash: null, dated: { perDay: null, since: 0 }, overlaps: false, oldest: null, document: null };

const DAY_MS = 86_400_000;

export function failedPoll(outcome: PollOutcome, detail: string): PollEnd {
  return { ...NOTHING_DONE, outcome, detail };
}

export interface Timing {
  startedAt: Date;
  finishedAt: Date;
  minSeconds: number;
  /** 0 to 1 */
  jitter: number;
}

/** The record of a poll, with what the feed's row is to remember and when the feed is asked next. */
export function pollRecord(feed: ClaimedFeed, answer: FetchResult, end: PollEnd, timing: Timing): PollRecord {
  const { startedAt, finishedAt, minSeconds, jitter } = timing;
  const { outcome, detail, entries, newArticles, edited } = end;
  const { first, failures, intervalSeconds, pushed } = feed;
  const itemsPerDay = rateAfter(feed, end, finishedAt);
  const ttlSeconds = end.document ? end.document.ttlSeconds : feed.ttlSeconds;
  const next = nextPoll({
    outcome, newArticles, entries, first, failures, intervalSeconds, itemsPerDay, minSeconds, pushed, jitter, ttlSeconds,
    retryAfterSeconds: 'retryAfterSeconds' in answer ? answer.retryAfterSeconds : null,
    freshSeconds: 'freshSeconds' in answer ? answer.freshSeconds : null,
    silentDays: (finishedAt.getTime() - (feed.lastSuccessAt ?? feed.addedAt).getTime()) / DAY_MS,
  });
  return {
    outcome, detail, startedAt, finishedAt, entries, newArticles, edited,
    httpStatus: answer.status,
    bytes: answer.outcome === 'ok' ? answer.received : null,
    ...memory(feed, answer, end),
    intervalSeconds: next.intervalSeconds,
    itemsPerDay,
    ttlSeconds,
    nextPollAt: new Date(finishedAt.getTime() + next.waitSeconds * 1000),
    nextPollReason: next.reason,
    outage: judgeOutage(feed, { outcome, reach: end.document && { overlaps: end.overlaps, oldest: end.oldest }, startedAt, finishedAt }),
    hub: answer.outcome === 'ok' && end.document ? namedHub(answer, end.document) : undefined,
  };
}

/** The feed's rate with what this poll, or this delivery, showed. A failure shows nothing; what a first answer brings is told by its dates alone. */
export function rateAfter({ itemsPerDay, lastSuccessAt, addedAt }: ClaimedFeed, { outcome, dated, newArticles }: PollEnd, now: Date): number | null {
  if (!isSuccess(outcome)) return itemsPerDay;
  if (lastSuccessAt === null) return dated.perDay;
  const knownForMs = now.getTime() - addedAt.getTime();
  return smoothedRate(itemsPerDay ?? dated.perDay, Math.max(newArticles, dated.since), now.getTime() - lastSuccessAt.getTime(), knownForMs);
}

type Memory = Pick<PollRecord, 'etag' | 'lastModified' | 'bodyHash' | 'movedTo'>;

/** After a failure all stays as it was, so that the same answer is asked for, and read, again. */
function memory(feed: ClaimedFeed, answer: FetchResult, end: PollEnd): Memory {
  const before = { etag: feed.etag, lastModified: feed.lastModified, bodyHash: feed.bodyHash, movedTo: null };
  if (!isSuccess(end.outcome)) return before;
  if (answer.outcome === 'ok') return { etag: answer.etag, lastModified: answer.lastModified, bodyHash: end.bodyHash, movedTo: movedTo(answer, end) };
  if (answer.outcome !== 'not-modified') return before;
  // a 304 may leave out the validators: those that we sent still hold
  return { ...before, etag: answer.etag ?? feed.etag, lastModified: answer.lastModified ?? feed.lastModified };
}

/**
 * A feed moves only to where it was read with entries in it, or word for word as before: redirects lead to login pages, to a site's
 * home and to empty documents too, and its address would be lost. A 304 shows nothing; the next answer will.
 */
function movedTo(answer: FetchedBody, end: PollEnd): string | null {
  return end.outcome === 'unchanged' || end.entries > 0 ? answer.movedTo : null;
}
