import { describe, expect, it } from 'vitest';
import type { MarsadProcess } from '../../../server/replay/marsad-process';
import { MAX_RESTARTS, supervise } from '../../../server/replay/supervise';

/** A process that ends as told, or when it is asked to. */
function fakeProcess(ends: string | null): MarsadProcess & { asked: boolean } {
  let end: (how: string) => void = () => undefined;
  const exited = new Promise<string>((resolve) => (end = resolve));
  if (ends !== null) end(ends);
  const marsad = {
    exited, asked: false, running: () => ends === null,
    stop: async () => {
      marsad.asked = true;
      end('ended with exit code 0');
    },
    kill: () => end('ended by SIGKILL'),
  };
  return marsad;
}

/** Marsad's lives, in turn: whether each was ready, and how it ended (null: runs on). */
async function run(lives: [ready: boolean, ends: string | null][], onReady: (stop: () => void, marsad: MarsadProcess) => void = () => undefined) {
  const cancel = new AbortController();
  const said: string[] = [];
  const started: (MarsadProcess & { asked: boolean })[] = [];
  let ready = 0;
  const problem = await supervise({
    start: () => {
      const marsad = fakeProcess(lives[started.length]?.[1] ?? null);
      started.push(marsad);
      return marsad;
    },
    untilReady: async () => lives[started.length - 1]?.[0] ?? false,
    onReady: (marsad) => {
      ready++;
      onReady(() => cancel.abort(), marsad);
    },
    cancelled: cancel.signal,
    say: (line) => said.push(line),
  });
  return { problem, said, starts: started.length, ready, asked: started.map((marsad) => marsad.asked) };
}

describe('supervise', () => {
  it('says how Marsad ended where it never was ready, and leaves it', async () => {
    expect(await run([[false, 'ended with exit code 2']])).toMatchObject({ problem: 'Marsad ended with exit code 2 before it was ready', starts: 1, ready: 0 });
  });

  it('asks it to stop when cancelled', async () => {
    expect(await run([[true, null]], (cancel) => cancel())).toMatchObject({ problem: null, starts: 1, asked: [true], said: [] });
  });

  it('starts it again where it was killed, and tells of the first readiness only', async () => {
    const killed = 'ended by SIGKILL';
    const result = await run([[true, killed], [false, killed], [true, killed], [true, killed], [true, killed], [true, killed]]);
    expect(result).toMatchObject({ problem: `Marsad ended ${MAX_RESTARTS + 1} times: given up`, starts: 6, ready: 1 });
    expect(result.said[0]).toBe('Marsad ended by SIGKILL: starting it again');
  });
});
