import type { NextPollReason, PollOutcome } from './feed';

/**
 * How a feed fares. `dead`: gone (410), or no success in a week of asking; `failing`: its last poll failed; `silent`: answers, but
 * published nothing for much longer than it used to; `waiting`: not asked yet. In the order of the list: what needs a look comes first.
 */
export const SOURCE_HEALTH = ['dead', 'silent', 'failing', 'waiting', 'healthy', 'paused'] as const;
export type SourceHealth = (typeof SOURCE_HEALTH)[number];

/** A feed as the Sources page lists it. Times are ISO 8601 in UTC. */
export interface Source {
  id: number;
  title: string;
  url: string;
  /** the address it was added under, where it has moved since */
  listedUrl: string | null;
  siteUrl: string | null;
  publisher: { id: number; slug: string; name: string };
  language: string | null;
  country: string | null;
  timezone: string | null;
  /** levels joined by "/"; null: none */
  folder: string | null;
  fullArticles: boolean;
  sample: boolean;
  status: 'active' | 'paused' | 'gone';
  health: SourceHealth;
  addedAt: string;
  lastPollAt: string | null;
  lastSuccessAt: string | null;
  lastFailureAt: string | null;
  lastOutcome: PollOutcome | null;
  /** in words: what and where; English, for experts */
  lastError: string | null;
  /** in a row */
  failures: number;
  nextPollAt: string;
  nextPollReason: NextPollReason;
  /** articles first seen in it on each of the last 14 days (UTC), oldest first, without the backfill of its first poll; null: it wasn't there yet */
  perDay: (number | null)[];
  lastArticleAt: string | null;
  articles: number;
  /** its WebSub subscription, where its hub is asked */
  push: { hub: string; state: string; lastPushAt: string | null } | null;
  /** how its pages fare, where they are fetched */
  pages: { waiting: number; done: number; failed: number } | null;
}

/** One poll, newest first in a source's history. */
export interface SourcePoll {
  startedAt: string;
  outcome: PollOutcome;
  detail: string | null;
  httpStatus: number | null;
  bytes: number | null;
  entries: number;
  newArticles: number;
  edited: number;
}

/** What a user may say of a feed. A field that is left out stays as it is. */
export interface SourceChange {
  title?: string;
  url?: string;
  publisherName?: string;
  language?: string | null;
  country?: string | null;
  timezone?: string | null;
  folder?: string | null;
  fullArticles?: boolean;
  /** pause or go on; going on revives a gone feed too */
  paused?: boolean;
}

/** A feed that was found at an address, with what it holds, before anybody has said yes. */
export interface FoundFeed {
  url: string;
  title: string | null;
  siteUrl: string | null;
  language: string | null;
  /** already among the sources: its id */
  known: number | null;
  /** its first items; empty where it holds none */
  preview: { title: string; link: string | null; publishedAt: string | null; dir: 'ltr' | 'rtl' }[];
  /** how many it holds in all */
  entries: number;
}

/** What asking an address came to while feeds were looked for; `not-asked`: enough had been asked of the site by then. */
export type LookOutcome = PollOutcome | 'not-asked';

/** What looking at an address came to: the address is a feed itself, or a page that names some, or neither. */
export type Discovery =
  | { ok: true; feeds: FoundFeed[]; /** named or guessed, but not to be read: what and why */ failed: { url: string; outcome: LookOutcome; detail: string }[] }
  | { ok: false; outcome: LookOutcome; detail: string };

/** A feed to be added. */
export interface NewSource {
  url: string;
  title: string;
  siteUrl?: string | null;
  /** null: named after the site */
  publisherName?: string | null;
  language?: string | null;
  country?: string | null;
  timezone?: string | null;
  folder?: string | null;
  fullArticles?: boolean;
}

/**
 * Why a feed could not be taken. `cut-off`: the file ends within it; `no-xml-url`: its outline names no feed; `no-address`: its line holds
 * none; `no-list`: the file is no OPML at all; `empty`, `too-long` and `bad` are said of one of its fields; `more-unnamed` and `more-feeds`:
 * so many more were left out. Of a topic's phrases: `no-words`, `too-many-words`, `short-open` (a * after too few letters), `too-many`, and
 * `nothing-for`: none speaks for the topic.
 */
export const REFUSAL_CODES = ['cut-off', 'no-xml-url', 'no-address', 'no-list', 'empty', 'too-long', 'bad', 'more-unnamed', 'more-feeds',
  'no-words', 'too-many-words', 'short-open', 'too-many', 'nothing-for', 'tile-address', 'tile-parts'] as const;

export interface RefusalReason {
  code: (typeof REFUSAL_CODES)[number];
  /** of a NewSource or a TopicInput */
  field?: string;
  /** `too-long`: the most characters; `too-many…`: the most; `short-open`: the least; `more-…`: how many */
  n?: number;
  /** `more-feeds`: the most that are taken at once */
  most?: number;
}

/** What adding came to: nothing is dropped in silence. The words for it are the reader's: a page has its language. */
export interface AddReport {
  added: { id: number; url: string; title: string }[];
  /** already there under this address, or one that it has moved from */
  known: { url: string; title: string }[];
  /** `line`: in a list, from 1, where there is one; at least one reason */
  refused: { url: string | null; title: string | null; line: number | null; reasons: RefusalReason[] }[];
}

/** How long articles are kept, in days from their `sortAt`; null: for ever. */
export interface Retention {
  days: number | null;
}

/** What an article said before, oldest first; the last is what it says now. */
export interface ArticleVersionText {
  version: number;
  title: string;
  text: string;
  textSource: 'feed' | 'page';
  /** when it was first seen to say so */
  fetchedAt: string;
}

/** Why a request was refused as a whole. `bad-input`: for the reasons that come with it. */
export const REQUEST_REFUSALS = [
  'other-site', 'read-only', 'token', 'too-large', 'no-json', 'bad-input', 'empty-file', 'no-feed', 'no-article', 'no-tag', 'no-correction', 'sample-fixed', 'address-taken', 'paused',
  'no-topic', 'name-taken', 'too-many-topics', 'no-view', 'too-many-views', 'too-many-marks', 'too-many-readers',
] as const;
export type RequestRefusal = (typeof REQUEST_REFUSALS)[number];

/** What a refused request is answered: English for scripts, a code for a page, which has words of its own. */
export interface RefusalAnswer {
  error: string;
  code: RequestRefusal;
  /** what the words name */
  params?: Record<string, string>;
  reasons?: RefusalReason[];
}

/**
 * What a user asked for is right in itself, but doesn't go with what is there: in English, and as a code with what its words name.
 * Told apart by its name: pages are bundled apart, where the class is another one.
 */
export class BadSourceError extends Error {
  constructor(message: string, readonly code: RequestRefusal, readonly params: Record<string, string> = {}) {
    super(message);
    this.name = 'BadSourceError';
  }
}

export function isBadSource(error: unknown): error is BadSourceError {
  return error instanceof Error && error.name === 'BadSourceError';
}
