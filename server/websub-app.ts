import { randomBytes } from 'node:crypto';
import { isSuccess, type ClaimedFeed, type PollRecord } from '../lib/feed';
import type { Config } from './config';
import type { Database } from './db/client';
import { listen, type Listener } from './db/listen';
import { noteMissed } from './db/missed-pushes';
import { PUSH_CHANNEL, recordPush, storePush, takePush } from './db/pushes';
import { confirmSubscription, denySubscription, findSubscription, noteRefusedPush } from './db/subscription-callback';
import { adoptPublicUrl, answerRequest, dueSubscriptions, leaveSubscriptions, letLapse, noteHub } from './db/subscriptions';
import { createFormPoster } from './ingest/fetch/post-form';
import type { Poller } from './ingest/poll';
import { createPushReader } from './ingest/websub/push-reader';
import { createSubscriber } from './ingest/websub/subscriber';
import { leaseFrom } from './ingest/websub/subscription';
import type { Log } from './log';
import { createCallback, type Callback } from './web/websub/callback';

export interface WebSub {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** what a poll says of the feed's hub, before it is recorded. @returns the poll, due sooner where the hub missed something */
  observe(feed: ClaimedFeed, record: PollRecord): Promise<PollRecord>;
}

export interface WebSubParts {
  config: Pick<Config, 'publicUrl' | 'pollMinSeconds'>;
  db: Database;
  take: Poller['take'];
  userAgent: string;
  allowPrivate: ReadonlySet<string>;
  now(): Date;
  log: Log;
  onError(error: unknown): void;
}

const CONNECT_TIMEOUT_MS = 10_000;
const TOTAL_TIMEOUT_MS = 20_000;
const MAX_ANSWER_BYTES = 64_000;
const HOLD_SECONDS = 120;
const DENIED_SECONDS = 7 * 86_400;
const KEY_BYTES = 32;

const newKey = () => randomBytes(KEY_BYTES).toString('hex');

/** The ingest side of WebSub: subscribes at the hubs that feeds name, and reads what they deliver. Without PUBLIC_URL no hub can reach us. */
export function createWebSub(parts: WebSubParts): WebSub {
  const { publicUrl } = parts.config;
  return publicUrl === null ? withoutHubs(parts) : withHubs(parts, publicUrl);
}

const withoutHubs = ({ db, now }: WebSubParts): WebSub => ({
  start: () => adoptPublicUrl(db, null, now()),
  stop: () => Promise.resolve(),
  observe: (_, record) => Promise.resolve(record),
});

function withHubs({ config, db, take, userAgent, allowPrivate, now, log, onError }: WebSubParts, publicUrl: string): WebSub {
  const poster = createFormPoster({
    allowPrivate, userAgent, connectTimeoutMs: CONNECT_TIMEOUT_MS, totalTimeoutMs: TOTAL_TIMEOUT_MS, maxBytes: MAX_ANSWER_BYTES,
  });
  const subscriber = createSubscriber({
    due: (at, limit) => dueSubscriptions(db, at, limit, publicUrl),
    answered: ({ callbackKey }, answer) => answerRequest(db, callbackKey, answer),
    leave: (at) => leaveSubscriptions(db, at),
    post: poster.post, publicUrl, now, log, onError,
  });
  const reader = createPushReader({
    next: () => takePush(db, HOLD_SECONDS),
    take,
    record: (push, record) => recordPush(db, push, record, config.pollMinSeconds),
    onError,
  });

  async function noteNamed(feed: ClaimedFeed, named: PollRecord['hub']): Promise<void> {
    if (named === undefined || feed.sample) return;
    if (named === null) return letLapse(db, feed.id);
    const left = await noteHub(db, feed.id, named, { callbackKey: newKey(), secret: newKey(), publicUrl }, now());
    if (left) subscriber.giveUp(left);
    subscriber.wake();
  }

  let listener: Listener | null = null;
  return {
    async start() {
      await adoptPublicUrl(db, publicUrl, now());
      subscriber.start();
      reader.start();
      listener = listen(db.connectionString, PUSH_CHANNEL, reader.wake, onError);
    },
    async stop() {
      await listener?.stop();
      await reader.stop();
      const stopped = subscriber.stop();
      // ends the requests that its round waits for
      await poster.close();
      await stopped;
    },
    async observe(feed, record) {
      if (!isSuccess(record.outcome)) return record;
      try {
        await noteNamed(feed, record.hub);
        const missed = record.newArticles > 0 && !feed.first ? await noteMissed(db, feed.id, record.startedAt) : null;
        return missed && feed.pushed ? dueByRhythm(record) : record;
      } catch (error) {
        // what a poll came to has to be recorded whatever becomes of its hub
        onError(error);
        return record;
      }
    },
  };
}

/** The hub can't be leant on after all: the feed's own rhythm holds again at once. */
function dueByRhythm(record: PollRecord): PollRecord {
  const nextPollAt = new Date(record.finishedAt.getTime() + record.intervalSeconds * 1000);
  return { ...record, nextPollAt, nextPollReason: { code: 'some-new', n: record.newArticles } };
}

/** The web side of WebSub: what hubs ask and deliver. Null without PUBLIC_URL. */
export function createHubCallback(
  config: Pick<Config, 'publicUrl' | 'allowedHosts' | 'pollMinSeconds'>, db: Database, now: () => Date, onError: (error: unknown) => void,
): Callback | null {
  const { publicUrl, allowedHosts, pollMinSeconds } = config;
  if (publicUrl === null) return null;
  return createCallback({
    publicUrl,
    allowedHosts,
    find: (key) => findSubscription(db, key),
    confirm: (key, leaseSeconds) => confirmSubscription(db, key, now(), leaseFrom(now(), leaseSeconds, Math.random())),
    deny: (key, reason) => denySubscription(db, key, reason, new Date(now().getTime() + DENIED_SECONDS * 1000)),
    refused: (key, reason) => noteRefusedPush(db, key, reason),
    keep: (feedId, contentType, body) => storePush(db, feedId, { receivedAt: now(), contentType, body }, pollMinSeconds),
    onError,
  });
}
