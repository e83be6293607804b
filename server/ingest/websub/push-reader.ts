import type { ClaimedFeed, PushRecord } from '../../../lib/feed';
import { createWakeable } from '../../wakeable';
import { WorkerStoppedError } from '../worker-errors';

/** What a hub delivered of a feed. */
export interface Push {
  id: string;
  receivedAt: Date;
  contentType: string | null;
  bytes: Uint8Array<ArrayBuffer>;
  feed: ClaimedFeed;
}

export interface PushReaderDeps {
  /** the delivery that waits longest, for this process alone; null: none waits */
  next(): Promise<Push | null>;
  take(feed: ClaimedFeed, push: Push): Promise<PushRecord>;
  record(push: Push, record: PushRecord): Promise<void>;
  onError(error: unknown): void;
}

export interface PushReader {
  start(): void;
  stop(): Promise<void>;
  /** something was delivered */
  wake(): void;
}

/** Under lost wakes, and for what a process left behind that died reading it. */
const EVERY_MS = 10_000;

/** Reads what hubs delivered, one at a time and in the order of its coming, as answers of feeds are read. */
export function createPushReader({ next, take, record, onError }: PushReaderDeps): PushReader {
  async function round(): Promise<boolean> {
    const push = await next();
    if (!push) return false;
    try {
      await record(push, await take(push.feed, push));
    } catch (error) {
      // it is another's when the time that it is held for is over
      if (!(error instanceof WorkerStoppedError)) onError(error);
    }
    return true;
  }

  const rounds = createWakeable(round, onError);
  return { start: () => rounds.start(EVERY_MS), stop: rounds.stop, wake: rounds.wake };
}
