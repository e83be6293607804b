import type { ClaimedPage, PageOutcome, PageRecord } from '../../../lib/page';
import type { FetchFailure } from '../fetch';

/** After so many attempts a page is given up. Redirects count: a ring of them ends here too. */
const MOST_ATTEMPTS = 5;
/** Between attempts, in seconds: what fails for a minute, an hour, half a day. */
const BACKOFF = [300, 3600, 6 * 3600, 12 * 3600];
const LONGEST_WAIT = 86_400;
/** What asking again can't mend. */
const FINAL: ReadonlySet<PageOutcome> = new Set<PageOutcome>([
  'ok', 'not-better', 'robots', 'not-html', 'no-article', 'not-found', 'gone', 'forbidden', 'too-large', 'private-address', 'bad-url', 'unreadable', 'parse-timeout',
]);
const DONE: ReadonlySet<PageOutcome> = new Set<PageOutcome>(['ok', 'not-better']);

/** What an attempt came to. */
export interface PageEnd {
  outcome: PageOutcome;
  detail: string | null;
  asked: boolean;
  /** where a redirect leads */
  to?: string;
  /** what the server asked to wait */
  retryAfterSeconds?: number | null;
}

export interface PageTiming {
  now: Date;
  /** between two pages of this server */
  delaySeconds: number;
}

export const failedPage = ({ outcome, detail, retryAfterSeconds }: FetchFailure): PageEnd => ({ outcome, detail, asked: true, retryAfterSeconds });

/** The record of an attempt: whether the page is asked for again, and when; and when another of its server may be. */
export function pageRecord(page: ClaimedPage, end: PageEnd, robots: PageRecord['robots'], { now, delaySeconds }: PageTiming): PageRecord {
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  const tries = page.attempts + 1;
  const isFinal = FINAL.has(end.outcome) || tries >= MOST_ATTEMPTS;
  const asksToWait = Math.min(end.retryAfterSeconds ?? 0, LONGEST_WAIT);
  const isOverloaded = asksToWait > 0 || end.outcome === 'rate-limited' || end.outcome === 'robots-unknown';
  const backoff = end.outcome === 'redirected' ? delaySeconds : Math.max(asksToWait, BACKOFF[page.attempts] ?? LONGEST_WAIT);
  return {
    state: DONE.has(end.outcome) ? 'done' : isFinal ? 'failed' : 'waiting',
    outcome: end.outcome, detail: end.detail, asked: end.asked, at: now, robots,
    url: end.to ?? page.url,
    counts: end.outcome !== 'edited',
    nextAt: end.outcome === 'edited' ? now : after(backoff),
    originNextAt: after(isOverloaded ? Math.max(asksToWait, BACKOFF[0] ?? 0) : delaySeconds),
  };
}
