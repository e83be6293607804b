import { createHash } from 'node:crypto';
import type { Entry, TaggedEntry } from '../../lib/entry';
import type { ClaimedFeed, PollRecord } from '../../lib/feed';
import type { FetchRequest, FetchResult, FetchedBody } from './fetch';
import type { Log } from './log';
import { failedPoll, NOTHING_DONE, pollRecord, type PollEnd } from './poll-record';
import type { ReadInput, ReadResult } from './read';
import { tagAll, type Tag } from './tag-entries';
import { isPayloadFault, WorkerDeadlineError, WorkerStoppedError } from './worker-errors';

export interface PollerDeps {
  fetch(request: FetchRequest): Promise<FetchResult>;
  /** in a thread; `bytes` may be transferred */
  parse(input: ReadInput): Promise<ReadResult>;
  /** in a thread; aligned with its input */
  tag: Tag;
  /** aligned with the entries; `seen`: nothing to tag, only its seen-in row has to be there */
  known(feed: ClaimedFeed, entries: Entry[]): Promise<('new' | 'edited' | 'seen')[]>;
  store(feed: ClaimedFeed, fetchedAt: Date, batch: { tagged: TaggedEntry[]; seen: Entry[] }): Promise<{ inserted: number; edited: number }>;
  now(): Date;
  minSeconds: number;
  log: Log;
  /** 0 to 1, for the jitter */
  random?(): number;
}

export interface Poller {
  /**
   * Asks one feed and keeps what it brings. The answer is remembered only once all of it is stored, so that nothing is lost.
   * @throws the signal's reason, WorkerStoppedError (both: as if it had not been asked), or a bug
   */
  poll(feed: ClaimedFeed, signal?: AbortSignal): Promise<PollRecord>;
}

/** Entries tagged and stored together: short calls, short transactions. */
const BATCH = 50;

export function createPoller(deps: PollerDeps): Poller {
  const { now, log } = deps;

  async function understand(feed: ClaimedFeed, answer: FetchResult): Promise<PollEnd> {
    if (answer.outcome === 'ok') return ingest(feed, answer);
    if (answer.outcome === 'not-modified') return { ...NOTHING_DONE, outcome: 'not-modified' };
    return failedPoll(answer.outcome, answer.detail);
  }

  async function ingest(feed: ClaimedFeed, body: FetchedBody): Promise<PollEnd> {
    const bodyHash = createHash('sha256').update(body.bytes).digest('hex');
    if (bodyHash === feed.bodyHash) return { ...NOTHING_DONE, outcome: 'unchanged', bodyHash };
    const fetchedAt = now();
    const read = await readBody(feed, body, fetchedAt);
    if (!Array.isArray(read)) return read;
    return { ...(await keep(feed, fetchedAt, distinct(read))), bodyHash };
  }

  async function readBody(feed: ClaimedFeed, { bytes, contentType, url }: FetchedBody, fetchedAt: Date): Promise<Entry[] | PollEnd> {
    try {
      const result = await deps.parse({ bytes, contentType, url, feedLanguage: feed.language, timezone: feed.timezone, now: fetchedAt });
      return result.ok ? result.entries : failedPoll(result.outcome, result.detail);
    } catch (error) {
      if (error instanceof WorkerStoppedError) throw error;
      log.error({ err: error, feed: feed.id, url: feed.url }, 'a feed could not be read');
      const itsFault = isPayloadFault(error) && !(error instanceof WorkerDeadlineError);
      return failedPoll(itsFault ? 'unreadable' : 'parse-timeout', `the reader failed at it: ${inWords(error)}`);
    }
  }

  /** Tags and stores what is new. What was stored before a failure stays, and the next poll finds the rest. */
  async function keep(feed: ClaimedFeed, fetchedAt: Date, entries: Entry[]): Promise<PollEnd> {
    const end: PollEnd = { ...NOTHING_DONE, entries: entries.length };
    const untagged: string[] = [];
    try {
      const knowledge = await deps.known(feed, entries);
      for (const batch of batches(entries, knowledge)) {
        const tagging = await tagAll(batch.fresh, feed.country, deps.tag);
        const { inserted, edited } = await deps.store(feed, fetchedAt, { tagged: tagging.tagged, seen: batch.seen });
        untagged.push(...tagging.untagged);
        end.newArticles += inserted;
        end.edited += edited;
      }
    } catch (error) {
      if (error instanceof WorkerStoppedError) throw error;
      log.error({ err: error, feed: feed.id, url: feed.url }, 'what a feed brought could not be stored');
      return { ...end, outcome: 'store-error', detail: `not all could be tagged and stored: ${inWords(error)}` };
    }
    if (untagged.length === 0) return end;
    log.warn({ feed: feed.id, url: feed.url, untagged }, 'entries were stored without tags');
    return { ...end, detail: `stored without tags: ${untagged.join('; ')}` };
  }

  return {
    poll: async (feed, signal) => {
      const startedAt = now();
      const answer = await deps.fetch({ url: feed.url, etag: feed.etag, lastModified: feed.lastModified, signal });
      const end = await understand(feed, answer);
      const jitter = (deps.random ?? Math.random)();
      const record = pollRecord(feed, answer, end, { startedAt, finishedAt: now(), minSeconds: deps.minSeconds, jitter });
      log.debug({ feed: feed.id, url: feed.url, outcome: record.outcome, detail: record.detail, newArticles: record.newArticles }, 'polled');
      return record;
    },
  };
}

const inWords = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** An item that a document lists twice counts once. Under two ids it stays two: the store ties both ids to the one article. */
function distinct(entries: readonly Entry[]): Entry[] {
  const known = new Set<string>();
  const name = ({ guid, identity }: Entry) => JSON.stringify([guid, identity]);
  return entries.filter((entry) => !known.has(name(entry)) && known.add(name(entry)));
}

interface Batch {
  fresh: Entry[];
  seen: Entry[];
}

/** In portions; all that is to be tagged is in `fresh`, in the document's order. */
function batches(entries: readonly Entry[], knowledge: readonly string[]): Batch[] {
  const fresh = entries.filter((_, i) => knowledge[i] !== 'seen');
  const seen = entries.filter((_, i) => knowledge[i] === 'seen');
  const count = Math.ceil(Math.max(fresh.length, seen.length) / BATCH);
  const portion = (list: Entry[], i: number) => list.slice(i * BATCH, (i + 1) * BATCH);
  return Array.from({ length: count }, (_, i) => ({ fresh: portion(fresh, i), seen: portion(seen, i) }));
}
