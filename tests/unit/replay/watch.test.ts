import { describe, expect, it } from 'vitest';
import { watch } from '../../../server/replay/watch';

describe('watch', () => {
  it('ends once all is taken, and sums up what is stored then', async () => {
    const said: string[] = [];
    const states = [{ appeared: 1, served: 1, taken: 0 }, { appeared: 2, served: 2, taken: 1 }, { appeared: 2, served: 2, taken: 2 }];
    const done = await watch({
      total: 2, elapsed: () => 2000, counts: () => states.shift() ?? { appeared: 2, served: 2, taken: 2 },
      stored: async () => 2, cancelled: new AbortController().signal, say: (line) => said.push(line),
    });
    expect(done).toBe(true);
    expect(said.at(-1)).toContain('articles stored   2');
    expect(states).toEqual([]);
  });

  it('is not done before the start, even with nothing to show', async () => {
    const cancel = new AbortController();
    const looked: number[] = [];
    const done = await watch({
      total: 0, elapsed: () => -1, stored: async () => null, cancelled: cancel.signal, say: () => undefined,
      counts: (elapsed) => {
        if (looked.push(elapsed) === 2) cancel.abort();
        return { appeared: 0, served: 0, taken: 0 };
      },
    });
    expect([done, looked]).toEqual([false, [-1, -1]]);
  });
});
