import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClaimedFeed, PollRecord } from '../../../lib/feed';
import { createSchedule, type Schedule, type ScheduleDeps } from '../../../server/ingest/schedule';

const feed = (id: number) => ({ id, url: `https://news.example/${id}` }) as ClaimedFeed;
const record = {} as PollRecord;
const errors: string[] = [];
const log = { debug: () => undefined, warn: (_: object, message: string) => errors.push(message), error: (_: object, message: string) => errors.push(message) };

/** A promise that is settled from outside. */
function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve };
}

/** Feeds 1 to n, each claimed once. */
function queueOf(count: number) {
  const due = Array.from({ length: count }, (_, i) => feed(i + 1));
  return { due, claim: vi.fn((limit: number) => Promise.resolve(due.splice(0, limit))) };
}

let running: Schedule | null = null;
function started(deps: Partial<ScheduleDeps>): Schedule {
  running = createSchedule({ claim: () => Promise.resolve([]), poll: () => Promise.resolve(record), record: () => Promise.resolve(), concurrency: 2, log, ...deps });
  running.start();
  return running;
}

beforeEach(() => {
  errors.length = 0;
});
afterEach(async () => {
  await running?.stop();
});

describe('a schedule', () => {
  it('polls all that is due without waiting for the next second', async () => {
    const { claim } = queueOf(200);
    const done = deferred<void>();
    const seen: number[] = [];
    const startedAt = performance.now();
    started({ claim, record: ({ id }) => Promise.resolve(void (seen.push(id) === 200 && done.resolve())) });
    await done.promise;
    expect(new Set(seen).size).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(900);
  });

  it('never polls more at once than it may, nor claims more than it has room for', async () => {
    const { claim } = queueOf(20);
    const done = deferred<void>();
    let [open, most, polled] = [0, 0, 0];
    const poll = async () => {
      most = Math.max(most, ++open);
      await new Promise(setImmediate);
      open--;
      if (++polled === 20) done.resolve();
      return record;
    };
    started({ claim, poll, concurrency: 3 });
    await done.promise;
    expect(most).toBe(3);
    expect(Math.max(...claim.mock.calls.map(([limit]) => limit))).toBe(3);
  });

  it('asks again each second', async () => {
    const again = deferred<void>();
    const claim = vi.fn(() => {
      if (claim.mock.calls.length === 2) again.resolve();
      return Promise.resolve([]);
    });
    started({ claim });
    await again.promise;
    expect(claim).toHaveBeenCalledTimes(2);
  });

  it.each<[string, Partial<ScheduleDeps>, string]>([
    ['a poll', { poll: ({ id }) => (id === 1 ? Promise.reject(new Error('خلل')) : Promise.resolve(record)) }, 'a poll failed'],
    ['writing it down', { record: ({ id }) => (id === 1 ? Promise.reject(new Error('خلل')) : Promise.resolve()) }, 'a poll failed'],
  ])('goes on when %s fails', async (_, change, message) => {
    const { claim } = queueOf(3);
    const last = deferred<void>();
    const poll: ScheduleDeps['poll'] = (one, signal) => {
      if (one.id === 3) last.resolve();
      return change.poll ? change.poll(one, signal) : Promise.resolve(record);
    };
    started({ claim, concurrency: 1, ...change, poll });
    await last.promise;
    expect(errors[0]).toContain(message);
  });

  it('goes on when a claim fails', async () => {
    const polled = deferred<void>();
    const claim = vi.fn(() => (claim.mock.calls.length === 1 ? Promise.reject(new Error('لا اتصال')) : Promise.resolve(claim.mock.calls.length === 2 ? [feed(1)] : [])));
    started({ claim, poll: () => Promise.resolve(record).finally(() => polled.resolve()) });
    await polled.promise;
    expect(errors).toEqual(['no feeds could be claimed']);
  });
});

describe('stopping midway', () => {
  it('ends fetches by their signal, writes nothing down for them, and claims no more', async () => {
    const { claim, due } = queueOf(5);
    const fetching = deferred<void>();
    const recorded = vi.fn(() => Promise.resolve());
    const poll = (_: ClaimedFeed, signal: AbortSignal) =>
      new Promise<PollRecord>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        fetching.resolve();
      });
    const schedule = started({ claim, poll, record: recorded });
    await fetching.promise;
    await schedule.stop();
    expect(recorded).not.toHaveBeenCalled();
    expect(due).toHaveLength(3);
    expect(errors).toEqual([]);
  });

  it('waits for what is being stored', async () => {
    const storing = deferred<void>();
    const stored = deferred<PollRecord>();
    const recorded = vi.fn(() => Promise.resolve());
    const schedule = started({ claim: queueOf(1).claim, poll: () => (storing.resolve(), stored.promise), record: recorded });
    await storing.promise;
    const stopping = schedule.stop();
    stored.resolve(record);
    await stopping;
    expect(recorded).toHaveBeenCalledOnce();
  });

  it('but not for ever', async () => {
    const storing = deferred<void>();
    const schedule = started({ claim: queueOf(1).claim, poll: () => (storing.resolve(), new Promise(() => undefined)), stopTimeoutMs: 20 });
    await storing.promise;
    await schedule.stop();
    expect(errors).toEqual(['stopped without waiting for all polls']);
  });
});
