import { setMaxListeners } from 'node:events';
import { schedule as cron, type ScheduledTask } from 'node-cron';
import type { ClaimedFeed, PollRecord } from '../../lib/feed';
import { named, type Log } from './log';

export interface ScheduleDeps {
  /** at most so many feeds that are due, leased to this process */
  claim(limit: number): Promise<ClaimedFeed[]>;
  poll(feed: ClaimedFeed, signal: AbortSignal): Promise<PollRecord>;
  /** keeps the feed leased to this process while it is in hand */
  hold?<T>(feed: ClaimedFeed, work: () => Promise<T>): Promise<T>;
  /** writes down what the poll came to and gives the lease back */
  record(feed: ClaimedFeed, record: PollRecord): Promise<void>;
  /** how many polls at once */
  concurrency: number;
  log: Log;
  /** how long stop() waits for polls that are past fetching */
  stopTimeoutMs?: number;
}

export interface Schedule {
  start(): void;
  /** Ends the fetches under way, waits for what is being stored, at most `stopTimeoutMs`. */
  stop(): Promise<void>;
}

const EVERY_SECOND = '* * * * * *';
const STOP_TIMEOUT_MS = 10_000;

/**
 * Keeps up to `concurrency` polls going: claims each second, and at once when a poll has ended, as many feeds as there are free places.
 * What is due is the database's to say; there is no list in memory.
 */
export function createSchedule({ claim, poll, hold = (_, work) => work(), record, concurrency, log, stopTimeoutMs = STOP_TIMEOUT_MS }: ScheduleDeps): Schedule {
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();
  // each poll listens to it: more of them than Node takes for a leak
  setMaxListeners(0, stopping.signal);
  let ticks: ScheduledTask | null = null;
  let filling: Promise<void> | null = null;
  let again = false;

  async function run(feed: ClaimedFeed): Promise<void> {
    try {
      await hold(feed, async () => record(feed, await poll(feed, stopping.signal)));
    } catch (error) {
      // given up on the way out: its lease ends, and whoever polls next asks it
      if (!stopping.signal.aborted) log.error({ err: error, ...named(feed) }, 'a poll failed in a way it should not');
    }
  }

  function begin(feed: ClaimedFeed): void {
    const polling = run(feed).finally(() => {
      running.delete(polling);
      void fill();
    });
    running.add(polling);
  }

  async function claimAll(): Promise<void> {
    do {
      again = false;
      const free = concurrency - running.size;
      if (free > 0 && !stopping.signal.aborted) (await claim(free)).forEach(begin);
    } while (again);
  }

  /** One claim at a time; asked for meanwhile, one more follows. */
  function fill(): Promise<void> {
    again = true;
    if (stopping.signal.aborted) return Promise.resolve();
    filling ??= claimAll()
      .catch((error: unknown) => log.error({ err: error }, 'no feeds could be claimed'))
      .finally(() => {
        filling = null;
      });
    return filling;
  }

  return {
    start: () => {
      // fill sees to it itself that there is one at a time: node-cron would complain of each that takes longer than a second
      ticks ??= cron(EVERY_SECOND, () => void fill(), { suppressMissedWarning: true });
      void fill();
    },
    stop: async () => {
      stopping.abort(new DOMException('the schedule was stopped', 'AbortError'));
      await ticks?.destroy();
      await filling;
      await atMost(stopTimeoutMs, Promise.all(running), () => log.warn({ polls: running.size }, 'stopped without waiting for all polls'));
    },
  };
}

async function atMost(ms: number, work: Promise<unknown>, late: () => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(() => resolve(late()), ms);
  });
  await Promise.race([work.then(() => undefined), timeout]);
  clearTimeout(timer);
}
