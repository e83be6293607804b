import { describe, expect, it } from 'vitest';
import { createSampleKeeper, PATIENCE_MS, type RealFeeds, type SampleState } from '../../../server/sample/keeper';

const T0 = new Date('2026-03-01T10:00:00Z');

/** A Marsad around the keeper: what it did is in `did`, in order. */
function world(start: { feeds?: Partial<RealFeeds>; state?: SampleState | null; failing?: string[] } = {}) {
  const did: string[] = [];
  const feeds: RealFeeds = { total: 3, asked: 0, answered: 0, ...start.feeds };
  const failing = new Set(start.failing);
  let state = start.state ?? null;
  const listeners = new Set<() => void>();
  const timers = new Map<() => void, number>();
  const step = (what: string) => {
    did.push(what);
    if (failing.delete(what)) throw new Error(`${what} failed`);
  };
  const errors: string[] = [];
  const keeper = createSampleKeeper({
    feedHealth: async () => ({ ...feeds }),
    loadState: async () => state,
    saveState: async (next) => {
      step(next.dismissed ? 'remember: over' : 'remember: running');
      state = next;
    },
    startWire: async (startedAt) => {
      step(`serve from ${startedAt.toISOString()}`);
      return { url: 'http://127.0.0.1:9/feed.xml', hostPort: '127.0.0.1:9', stop: async () => step('stop serving') };
    },
    registerSampleFeed: async (url, hostPort) => step(`register ${url} ${hostPort}`),
    removeSample: async () => {
      step('remove');
      return 20;
    },
    onPollRecorded: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => T0,
    after: (ms, run) => {
      timers.set(run, ms);
      return () => timers.delete(run);
    },
    log: { info: () => undefined, error: (_message, error) => errors.push(String(error)) },
  });
  /** Ends once everything that was set off has been done: the keeper works in turn. */
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    keeper, did, errors, listeners, timers, state: () => state,
    async polled(change: Partial<RealFeeds>) {
      Object.assign(feeds, change);
      for (const listener of listeners) listener();
      await settled();
    },
    async waited() {
      for (const [run, ms] of timers) if (ms === PATIENCE_MS) run();
      await settled();
    },
  };
}

const OPENED = ['remember: running', `serve from ${T0.toISOString()}`, 'register http://127.0.0.1:9/feed.xml 127.0.0.1:9'];
const ENDED = ['remember: over', 'stop serving', 'remove'];

describe('the sample wire starts', () => {
  it('once every feed has been asked and none has answered', async () => {
    const { keeper, did, polled } = world();
    await keeper.start();
    await polled({ asked: 1 });
    await polled({ asked: 2 });
    expect(did).toEqual([]);
    await polled({ asked: 3 });
    expect(did).toEqual(OPENED);
  });

  it('when none has answered in time, though some were not asked yet', async () => {
    const { keeper, did, polled, waited } = world();
    await keeper.start();
    await polled({ asked: 1 });
    await waited();
    expect(did).toEqual(OPENED);
  });

  it('once, however many polls follow', async () => {
    const { keeper, did, polled, waited } = world();
    await keeper.start();
    await polled({ asked: 3 });
    await polled({ asked: 3 });
    await waited();
    expect(did).toEqual(OPENED);
  });

  it('at once where it ran before, and goes on from where it was', async () => {
    const { keeper, did } = world({ state: { startedAt: '2026-02-28T08:00:00.000Z', dismissed: false }, feeds: { asked: 3 } });
    await keeper.start();
    expect(did[1]).toBe('serve from 2026-02-28T08:00:00.000Z');
  });

  it('at the next poll where it failed the first time', async () => {
    const { keeper, did, errors, polled } = world({ failing: [OPENED[2] ?? ''] });
    await keeper.start();
    await polled({ asked: 3 });
    expect(errors).toHaveLength(1);
    expect(did).toEqual([...OPENED, 'stop serving']);
    await polled({});
    expect(did.slice(4)).toEqual(OPENED);
  });
});

describe('the sample wire never starts', () => {
  const cases: [string, Parameters<typeof world>[0]][] = [
    ['where a feed has answered before', { feeds: { answered: 1 } }],
    ['where there is no feed that could have failed', { feeds: { total: 0 } }],
  ];
  it.each(cases)('%s', async (_name, start) => {
    const { keeper, did, polled, waited } = world(start);
    await keeper.start();
    await polled({});
    await waited();
    expect(did).toEqual([]);
  });

  it('where it was dismissed; what a crash left of it is removed', async () => {
    const { keeper, did, listeners, waited } = world({ state: { startedAt: T0.toISOString(), dismissed: true } });
    await keeper.start();
    await waited();
    expect(did).toEqual(['remove']);
    expect(listeners.size).toBe(0);
  });

  it('once a feed has answered in time, and stops watching', async () => {
    const { keeper, did, listeners, timers, polled } = world();
    await keeper.start();
    await polled({ asked: 1, answered: 1 });
    expect([did, listeners.size, timers.size]).toEqual([[], 0, 0]);
  });
});

describe('the sample wire ends', () => {
  it('with the first real feed that answers, for good', async () => {
    const { keeper, did, state, polled } = world();
    await keeper.start();
    await polled({ asked: 3 });
    await polled({ answered: 1 });
    expect(did.slice(3)).toEqual(ENDED);
    expect(state()).toEqual({ startedAt: T0.toISOString(), dismissed: true });
    await polled({ answered: 0 });
    expect(did).toHaveLength(6);
  });

  it('by dismissal, and says how many articles went', async () => {
    const { keeper, did, polled } = world();
    await keeper.start();
    await polled({ asked: 3 });
    expect(await keeper.dismiss()).toBe(20);
    await polled({});
    expect(did.slice(3)).toEqual(ENDED);
  });

  it('by a dismissal that came before it started', async () => {
    const { keeper, did, waited } = world();
    await keeper.start();
    await keeper.dismiss();
    await waited();
    expect(did).toEqual(['remember: over', 'remove']);
  });

  it('by a dismissal, though a poll that failed is looked at right after it', async () => {
    const { keeper, did, polled } = world();
    await keeper.start();
    await Promise.all([keeper.dismiss(), polled({ asked: 3 })]);
    expect(did).toEqual(['remember: over', 'remove']);
  });

  it('at the start where a feed answered after it was stopped', async () => {
    const { keeper, did } = world({ state: { startedAt: T0.toISOString(), dismissed: false }, feeds: { answered: 1 } });
    await keeper.start();
    expect(did).toEqual(['remember: over', 'remove']);
  });

  it('and is remembered as over before anything is removed', async () => {
    const { keeper, state, polled } = world({ failing: ['remove'] });
    await keeper.start();
    await polled({ asked: 3 });
    await expect(keeper.dismiss()).rejects.toThrow('remove failed');
    expect(state()?.dismissed).toBe(true);
  });
});

describe('stop', () => {
  it('ends the serving but not the sample', async () => {
    const { keeper, did, state, listeners, timers, polled, waited } = world();
    await keeper.start();
    await polled({ asked: 3 });
    await keeper.stop();
    await waited();
    expect(did).toEqual([...OPENED, 'stop serving']);
    expect([state()?.dismissed, listeners.size, timers.size]).toEqual([false, 0, 0]);
  });

  it('while it is still waiting leaves nothing behind', async () => {
    const { keeper, did, listeners, timers } = world();
    await keeper.start();
    await keeper.stop();
    expect([did, listeners.size, timers.size]).toEqual([[], 0, 0]);
  });
});
