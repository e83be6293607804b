import type { FeedServer } from './feed-server';

/** How long real feeds have to answer before the sample wire starts: it must be seen within 30 s of the start. */
export const PATIENCE_MS = 25_000;

/** What is remembered of the sample wire, as a setting. `startedAt` is ISO 8601. */
export interface SampleState {
  startedAt: string;
  dismissed: boolean;
}

/** Of the real feeds: how many there are, have been asked, have ever answered. */
export interface RealFeeds {
  total: number;
  asked: number;
  answered: number;
}

export interface SampleKeeperDeps {
  feedHealth(): Promise<RealFeeds>;
  loadState(): Promise<SampleState | null>;
  saveState(state: SampleState): Promise<void>;
  startWire(startedAt: Date): Promise<FeedServer>;
  /** adds the sample's feed, or moves it to this address; from now on it may be polled although it is private */
  registerSampleFeed(url: string, hostPort: string): Promise<void>;
  /** deletes the sample's feed and all that it brought; says how many articles. Harmless where there is none. */
  removeSample(): Promise<number>;
  /** calls back after every poll of a real feed; returns how to stop that */
  onPollRecorded(listener: () => void): () => void;
  now(): Date;
  /** like setTimeout; returns how to cancel */
  after(ms: number, run: () => void): () => void;
  log: { info(message: string): void; error(message: string, error: unknown): void };
}

export interface SampleKeeper {
  start(): Promise<void>;
  /** ends it for good and says how many articles went */
  dismiss(): Promise<number>;
  /** stops serving; the next start goes on */
  stop(): Promise<void>;
}

/** Whether real feeds had their chance and none took it. Without any feed nothing was asked, so nothing failed. */
function allFailed({ total, asked, answered }: RealFeeds): boolean {
  return total > 0 && answered === 0 && asked >= total;
}

/**
 * Decides when the sample wire runs: from when every real feed has failed (or none has answered in 25 s) until the
 * first one answers or the reader dismisses it, after which it never comes back.
 */
export function createSampleKeeper(deps: SampleKeeperDeps): SampleKeeper {
  let wire: FeedServer | null = null;
  let patient = true;
  let checking = false;
  let over = false;
  const subscriptions: (() => void)[] = [];
  // One step at a time: polls of several feeds end together, and a click may come between.
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(step: () => Promise<T>): Promise<T> {
    const turn = last.then(step);
    last = turn.catch(() => null);
    return turn;
  }

  function unsubscribe(): void {
    for (const cancel of subscriptions.splice(0)) cancel();
  }

  async function open(startedAt: Date): Promise<void> {
    await deps.saveState({ startedAt: startedAt.toISOString(), dismissed: false });
    const opened = await deps.startWire(startedAt);
    try {
      await deps.registerSampleFeed(opened.url, opened.hostPort);
    } catch (error) {
      await opened.stop();
      throw error;
    }
    wire = opened;
    deps.log.info(`no feed has answered: the sample wire runs at ${opened.url} until one does`);
  }

  async function close(): Promise<void> {
    const closing = wire;
    wire = null;
    await closing?.stop();
  }

  /** Remembered first: should we die before all is removed, the next start removes the rest. */
  async function end(why: string): Promise<number> {
    over = true;
    unsubscribe();
    const state = await deps.loadState();
    await deps.saveState({ startedAt: state?.startedAt ?? deps.now().toISOString(), dismissed: true });
    await close();
    const removed = await deps.removeSample();
    deps.log.info(`${why}: the sample wire has ended, ${removed} sample articles removed`);
    return removed;
  }

  async function check(): Promise<void> {
    if (over) return;
    const feeds = await deps.feedHealth();
    if (feeds.answered > 0) {
      if (wire) await end('a feed has answered');
      else settle();
    } else if (!wire && (allFailed(feeds) || (!patient && feeds.total > 0))) await open(deps.now());
  }

  /** A real feed answered before the sample was needed: there is nothing to watch for. */
  function settle(): void {
    over = true;
    unsubscribe();
  }

  function complain(error: unknown): void {
    deps.log.error('the sample wire could not be started or ended', error);
  }

  /** Polls come in bursts; one check after the last of them sees them all. */
  function checkSoon(): void {
    if (checking) return;
    checking = true;
    inTurn(() => {
      checking = false;
      return check();
    }).catch(complain);
  }

  async function begin(): Promise<void> {
    const state = await deps.loadState();
    if (state?.dismissed) {
      over = true;
      await deps.removeSample();
      return;
    }
    const feeds = await deps.feedHealth();
    if (feeds.answered > 0) {
      if (state) await end('a feed has answered');
      else over = true;
      return;
    }
    subscriptions.push(deps.onPollRecorded(checkSoon));
    subscriptions.push(deps.after(PATIENCE_MS, () => {
      patient = false;
      checkSoon();
    }));
    if (state) await open(new Date(state.startedAt)).catch(complain);
  }

  return {
    start: () => inTurn(begin),
    dismiss: () => inTurn(() => end('dismissed')),
    stop: () => {
      unsubscribe();
      return inTurn(async () => {
        over = true;
        await close();
      });
    },
  };
}
