import { createHash } from 'node:crypto';
import { MAX_BUCKETS } from '../../lib/buckets';
import { seriesChange, seriesKey, type SeriesChange } from '../../lib/series-change';
import type { SeriesAnswer, SeriesQuery } from '../../lib/trends';
import { articleIds, type LiveChange } from './rooms';

export interface LiveSeriesDeps {
  /** null where it would be too many buckets */
  readSeries(query: SeriesQuery): Promise<SeriesAnswer | null>;
  /** when these articles were published, ISO; those that are gone have none */
  publishedAt(ids: readonly string[]): Promise<string[]>;
  send(id: string, change: SeriesChange): void;
  onError(error: unknown): void;
}

/** Where a subscriber is taken in: in the same breath as it is answered, so that no change comes between the two. */
export type TakeIn = (id: string, answer: SeriesAnswer) => void;

export interface LiveSeries {
  /** @returns what is wrong with the question, in words; null where the subscriber was taken in, who counts until `unfollow` */
  follow(query: SeriesQuery, takeIn: TakeIn): Promise<string | null>;
  unfollow(id: string): void;
  onBatch(changes: readonly LiveChange[]): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** A question that somebody follows. Everybody who does has `answer`, and is sent what changes of it. */
interface Followed {
  id: string;
  query: SeriesQuery;
  answer: SeriesAnswer | null;
  followers: number;
  /** to be counted anew */
  dirty: boolean;
  /** one count at a time: an older one must not come in behind a newer */
  turn: Promise<void>;
}

const SEND_MS = 1_000;
const MINUTE_MS = 60_000;
const MOST_FOLLOWED = 200;
/** of the buckets that the log names (lib/window) */
const BASE_BUCKET_MS = 15 * 60_000;

const TOO_MANY = `too many series are followed (${MOST_FOLLOWED}): try again later`;
const TOO_LONG = `bucket: from and to lie more than ${MAX_BUCKETS} buckets apart`;

const idOf = (query: SeriesQuery) => `series ${createHash('sha256').update(seriesKey(query)).digest('base64url').slice(0, 22)}`;

/** Whether articles of these times, or of the base buckets that begin with them, may lie in the question's span: shares are of all articles, whatever the filter. */
function touches({ query, answer }: Followed, times: readonly string[]): boolean {
  if (answer === null) return true;
  const from = Date.parse(answer.from) - BASE_BUCKET_MS;
  const to = query.filter.to ? Date.parse(query.filter.to) : Infinity;
  return times.some((time) => Date.parse(time) > from && Date.parse(time) < to);
}

/** Keeps the answers of all questions that are followed as they are in the database, and sends the buckets that changed. */
export function createLiveSeries({ readSeries, publishedAt, send, onError }: LiveSeriesDeps): LiveSeries {
  const followed = new Map<string, Followed>();
  let sending: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;
  let refreshing: NodeJS.Timeout | null = null;

  async function count(one: Followed): Promise<void> {
    if (!one.dirty) return;
    one.dirty = false;
    try {
      const after = await readSeries(one.query);
      const change = after && one.answer && seriesChange(one.answer, after);
      one.answer = after ?? one.answer;
      if (change) send(one.id, change);
    } catch (error) {
      one.dirty = true;
      throw error;
    }
  }

  function recount(one: Followed): Promise<void> {
    const turn = one.turn.then(() => count(one));
    one.turn = turn.catch(() => undefined);
    return turn;
  }

  async function sendDue(): Promise<void> {
    for (const one of followed.values()) if (one.dirty) await recount(one);
  }

  function schedule(): void {
    timer ??= setTimeout(() => {
      timer = null;
      sending = sending.then(sendDue).catch(onError);
    }, SEND_MS);
  }

  function touchAll(): void {
    for (const one of followed.values()) one.dirty = true;
    schedule();
  }

  /** Buckets end and begin without a change of any article, and all do with a minute. */
  function refreshEachMinute(): void {
    refreshing = setTimeout(() => {
      touchAll();
      refreshEachMinute();
    }, MINUTE_MS - (Date.now() % MINUTE_MS));
  }

  function leave(one: Followed): void {
    one.followers -= 1;
    if (one.followers === 0) followed.delete(one.id);
  }

  return {
    async follow(query, takeIn) {
      const id = idOf(query);
      if (!followed.has(id) && followed.size >= MOST_FOLLOWED) return TOO_MANY;
      const one = followed.get(id) ?? { id, query, answer: null, followers: 0, dirty: true, turn: Promise.resolve() };
      followed.set(id, one);
      one.followers += 1;
      let taken = false;
      try {
        // what a new follower gets is what the database says now
        await recount(one);
        if (one.answer === null) return TOO_LONG;
        takeIn(id, one.answer);
        taken = true;
        return null;
      } finally {
        if (!taken) leave(one);
      }
    },
    unfollow(id) {
      const one = followed.get(id);
      if (one) leave(one);
    },
    async onBatch(changes) {
      if (followed.size === 0) return;
      // names and outages: which buckets they change nobody has listed
      if (changes.some(({ kind }) => kind === 'topics:changed' || kind === 'feed:changed')) return touchAll();
      const times = [...await publishedAt(articleIds(changes)), ...changes.flatMap(({ buckets }) => buckets)];
      for (const one of followed.values()) one.dirty ||= touches(one, times);
      schedule();
    },
    start: refreshEachMinute,
    async stop() {
      if (timer) clearTimeout(timer);
      if (refreshing) clearTimeout(refreshing);
      await sending;
    },
  };
}
