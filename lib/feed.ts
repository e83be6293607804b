/** Every way a poll can end. All but `ok`, `not-modified` and `unchanged` are failures. */
export const POLL_OUTCOMES = [
  'ok', 'not-modified', 'unchanged', 'gone', 'not-found', 'forbidden', 'rate-limited', 'http-error', 'too-large', 'timeout',
  'dns-error', 'connection-refused', 'network-error', 'tls-error', 'private-address', 'redirect-loop', 'bad-url',
  'not-a-feed', 'unreadable', 'parse-timeout', 'store-error',
] as const;
export type PollOutcome = (typeof POLL_OUTCOMES)[number];

export function isSuccess(outcome: PollOutcome): boolean {
  return outcome === 'ok' || outcome === 'not-modified' || outcome === 'unchanged';
}

/**
 * Why a feed is asked when it is. `n` says how many or how long, where the code has a number:
 * `rhythm` entries a day that it publishes; `all-new`, `some-new` entries; `cache`, `ttl`, `retry-after` seconds asked for; `failing` times in a row;
 * `dead` days without an answer.
 */
export const NEXT_POLL_CODES = [
  'new', 'first-answer', 'rhythm', 'all-new', 'some-new', 'nothing-new', 'cache', 'ttl', 'retry-after', 'failing', 'dead', 'gone', 'asked', 'pushed', 'sample', 'resumed',
] as const;
export type NextPollCode = (typeof NEXT_POLL_CODES)[number];

export interface NextPollReason {
  code: NextPollCode;
  n?: number;
}

/** A feed handed to one poller, with what polling remembers of it. */
export interface ClaimedFeed {
  id: number;
  url: string;
  publisherId: number;
  /** scheme://host:port: one request at a time */
  origin: string;
  language: string | null;
  country: string | null;
  timezone: string | null;
  etag: string | null;
  lastModified: string | null;
  bodyHash: string | null;
  intervalSeconds: number;
  /** what it publishes, smoothed; null: not known yet */
  itemsPerDay: number | null;
  /** how long its last document said that it holds */
  ttlSeconds: number | null;
  addedAt: Date;
  /** since when it is asked at this address and without a pause */
  askedSince: Date;
  lastSuccessAt: Date | null;
  failures: number;
  /** it never answered before: what it brings is backfill */
  first: boolean;
  sample: boolean;
  /** it carries only summaries: the pages themselves are to be fetched */
  fullArticles: boolean;
  /** its hub delivers what it publishes: polls only look whether anything is missing */
  pushed: boolean;
}

/** A WebSub hub, and the address under which it knows a feed. */
export interface NamedHub {
  hub: string;
  topic: string;
}

/** What a delivery of a feed's hub came to. It holds only what is new, so that polls remember nothing of it but how much is published. */
export type PushRecord =
  Pick<PollRecord, 'outcome' | 'detail' | 'startedAt' | 'finishedAt' | 'bytes' | 'entries' | 'newArticles' | 'edited' | 'itemsPerDay'>;

/** How far back a document reaches. */
export interface DocumentReach {
  /** it lists something that the feed had shown when it last answered */
  overlaps: boolean;
  /** the oldest date in it; null: none that can be trusted */
  oldest: Date | null;
}

/**
 * What a poll says of the time since the feed last answered. `silent`: it has not answered for long; `missed`: what it published then is not all known;
 * `nothing-missed`; `ended`: nothing more will come.
 */
export type OutageVerdict =
  | { kind: 'silent'; since: Date }
  | { kind: 'missed'; since: Date; until: Date }
  | { kind: 'nothing-missed' }
  | { kind: 'ended'; until: Date };

/** What a poll came to, and what the feed's row remembers of it. */
export interface PollRecord {
  outcome: PollOutcome;
  /** in words, for people: what and where */
  detail: string | null;
  startedAt: Date;
  finishedAt: Date;
  httpStatus: number | null;
  bytes: number | null;
  entries: number;
  newArticles: number;
  edited: number;
  etag: string | null;
  lastModified: string | null;
  bodyHash: string | null;
  /** where a permanent redirect leads; null: stays */
  movedTo: string | null;
  intervalSeconds: number;
  itemsPerDay: number | null;
  ttlSeconds: number | null;
  nextPollAt: Date;
  nextPollReason: NextPollReason;
  /** null: nothing to say of the time before */
  outage: OutageVerdict | null;
  /** the hub that the feed names; null: none; undefined: nothing was read that could name one */
  hub?: NamedHub | null;
}
