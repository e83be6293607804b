import { createHash } from 'node:crypto';
import type { ClaimedFeed, PollRecord, PushRecord } from '../../lib/feed';
import type { FetchRequest, FetchResult, FetchedBody } from './fetch';
import { withoutCredentials } from './fetch/credentials';
import { keepEntries, type KeepDeps } from './keep';
import { named } from './log';
import { failedPoll, NOTHING_DONE, pollRecord, rateAfter, type PollEnd } from './poll-record';
import { datedRate, oldestDate } from './rate';
import type { FeedReading, ReadInput, ReadResult } from './read';
import { createTurns } from './turns';
import { isPayloadFault, WorkerDeadlineError, WorkerStoppedError } from './worker-errors';

export interface PollerDeps extends KeepDeps {
  fetch(request: FetchRequest): Promise<FetchResult>;
  /** in a thread; `bytes` may be transferred */
  parse(input: ReadInput): Promise<ReadResult>;
  now(): Date;
  minSeconds: number;
  /** 0 to 1, for the jitter */
  random?(): number;
}

export interface Poller {
  /**
   * Asks one feed and keeps what it brings. The answer is remembered only once all of it is stored, so that nothing is lost.
   * @throws the signal's reason, WorkerStoppedError (both: as if it had not been asked), or a bug
   */
  poll(feed: ClaimedFeed, signal?: AbortSignal): Promise<PollRecord>;
  /**
   * Keeps what a feed's hub delivered: it goes the way of an answer, but nothing of it is remembered.
   * @throws WorkerStoppedError (as if it had not come), or a bug
   */
  take(feed: ClaimedFeed, pushed: Pick<FetchedBody, 'bytes' | 'contentType'>): Promise<PushRecord>;
}

const PUSHED = 'pushed by its hub';

/** Feeds between being read and being stored. More would wait with all their entries in memory, since one thread tags for all. */
const AT_ONCE = 4;

type Readable = Pick<FetchedBody, 'bytes' | 'contentType' | 'url'>;

export function createPoller(deps: PollerDeps): Poller {
  const { now, log } = deps;
  const inTurn = createTurns(AT_ONCE);

  async function understand(feed: ClaimedFeed, answer: FetchResult, signal?: AbortSignal): Promise<PollEnd> {
    if (answer.outcome === 'ok') return ingest(feed, answer, signal);
    if (answer.outcome === 'not-modified') return { ...NOTHING_DONE, outcome: 'not-modified' };
    return failedPoll(answer.outcome, answer.detail);
  }

  async function ingest(feed: ClaimedFeed, body: FetchedBody, signal?: AbortSignal): Promise<PollEnd> {
    const bodyHash = createHash('sha256').update(body.bytes).digest('hex');
    if (bodyHash === feed.bodyHash) return { ...NOTHING_DONE, outcome: 'unchanged', bodyHash };
    const fetchedAt = now();
    return { ...(await inTurn(() => keepBody(feed, body, fetchedAt), signal)), bodyHash };
  }

  async function keepBody(feed: ClaimedFeed, body: Readable, fetchedAt: Date): Promise<PollEnd> {
    const read = await readBody(feed, body, fetchedAt);
    if ('outcome' in read) return read;
    const dated = datedRate(read.entries, fetchedAt, feed.lastSuccessAt);
    const end = await keepEntries(deps, feed, fetchedAt, read.entries);
    return { ...end, detail: withNotes(read.notes, end.detail), dated, oldest: oldestDate(read.entries), document: read.feed };
  }

  async function readBody(feed: ClaimedFeed, { bytes, contentType, url }: Readable, fetchedAt: Date): Promise<FeedReading | PollEnd> {
    try {
      const result = await deps.parse({ bytes, contentType, url, feedLanguage: feed.language, timezone: feed.timezone, now: fetchedAt });
      return result.ok ? result : failedPoll(result.outcome, result.detail);
    } catch (error) {
      if (error instanceof WorkerStoppedError) throw error;
      log.error({ err: error, ...named(feed) }, 'a feed could not be read');
      const itsFault = isPayloadFault(error) && !(error instanceof WorkerDeadlineError);
      return failedPoll(itsFault ? 'unreadable' : 'parse-timeout', `the reader failed at it: ${inWords(error)}`);
    }
  }

  return {
    poll: async (feed, signal) => {
      const startedAt = now();
      const answer = await deps.fetch({ url: feed.url, etag: feed.etag, lastModified: feed.lastModified, signal });
      const end = await understand(feed, answer, signal);
      const jitter = (deps.random ?? Math.random)();
      const record = pollRecord(feed, answer, end, { startedAt, finishedAt: now(), minSeconds: deps.minSeconds, jitter });
      log.debug({ ...named(feed), outcome: record.outcome, detail: record.detail, newArticles: record.newArticles }, 'polled');
      return record;
    },
    take: async (feed, { bytes, contentType }) => {
      const startedAt = now();
      const size = bytes.length;
      const end = await inTurn(() => keepBody(feed, { bytes, contentType, url: withoutCredentials(feed.url) }, startedAt));
      const { outcome, entries, newArticles, edited } = end;
      const detail = end.detail === null ? PUSHED : `${PUSHED}: ${end.detail}`;
      log.debug({ ...named(feed), outcome, detail, newArticles }, 'pushed');
      const finishedAt = now();
      return { outcome, detail, startedAt, finishedAt, bytes: size, entries, newArticles, edited, itemsPerDay: rateAfter(feed, end, finishedAt) };
    },
  };
}

const inWords = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** A document that could be read, but wasn't as it should be, is a success that says so. */
const withNotes = (notes: readonly string[] = [], detail: string | null) => [...notes, ...(detail === null ? [] : [detail])].join('; ') || null;
