import type { ClaimedPage } from '../../../lib/page';
import type { FetchFailure, FetchRequest, FetchResult } from '../fetch';
import { MOST_ROBOTS_BYTES, NO_ROBOTS, parseRobots, type Robots } from './robots';

/** The product token of our User-Agent. */
const TOKEN = 'Marsad';
const FRESH_MS = 24 * 3_600_000;
/** While a robots.txt can't be reached, the one that was read last holds for so long. */
const STALE_MS = 7 * FRESH_MS;
const MOST_TEXT = MOST_ROBOTS_BYTES * 2;

/** `read`: what was read just now, to be remembered; null where what is remembered was fresh enough. */
export type RobotsAnswer =
  | { ok: true; robots: Robots; read: { text: string | null } | null }
  | { ok: false; failure: FetchFailure };

/**
 * The rules of a page's server: remembered for a day, else asked for. RFC 9309: an answer of 4xx means that there are none; where nothing can
 * be had (5xx, no answer), all is forbidden until it can.
 */
export async function askRobots(
  page: Pick<ClaimedPage, 'origin' | 'robots' | 'robotsAt'>, now: Date, fetch: (request: FetchRequest) => Promise<FetchResult>, signal?: AbortSignal,
): Promise<RobotsAnswer> {
  const age = page.robotsAt === null ? Infinity : now.getTime() - page.robotsAt.getTime();
  if (age < FRESH_MS) return { ok: true, robots: rulesOf(page.robots), read: null };
  const answer = await fetch({
    url: `${page.origin}/robots.txt`, etag: null, lastModified: null, accept: 'text/plain, */*;q=0.5', maxBytes: MOST_TEXT, signal,
  });
  if (answer.outcome === 'ok') return learned(new TextDecoder().decode(answer.bytes.subarray(0, MOST_ROBOTS_BYTES)).replaceAll('\u0000', ''));
  if (answer.outcome === 'not-modified') throw new Error('a robots.txt was "not modified", though no version was named');
  const isMissing = answer.status !== null && answer.status >= 400 && answer.status < 500 && answer.status !== 429;
  if (isMissing) return learned(null);
  return age < STALE_MS ? { ok: true, robots: rulesOf(page.robots), read: null } : { ok: false, failure: answer };
}

const learned = (text: string | null): RobotsAnswer => ({ ok: true, robots: rulesOf(text), read: { text } });
const rulesOf = (text: string | null) => (text === null ? NO_ROBOTS : parseRobots(text, TOKEN));
