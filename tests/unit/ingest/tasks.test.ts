import { expect, test } from 'vitest';
import { createTaskRunner, type PendingTask } from '../../../server/ingest/tasks';
import { deferred } from '../../support/deferred';

type Outcome = { result: unknown } | { error: string };

function bench(handlers: Record<string, (payload: unknown) => Promise<unknown>>, kinds: string[]) {
  const waiting: PendingTask[] = kinds.map((kind, n) => ({ id: String(n), kind, payload: n }));
  const outcomes = new Map<string, Outcome>();
  const ends = new Map<string, () => void>();
  const errors: unknown[] = [];
  const runner = createTaskRunner({
    take: async () => waiting.shift() ?? null,
    finish: async (id, outcome) => {
      outcomes.set(id, outcome);
      ends.get(id)?.();
    },
    handlers,
    onError: (error) => errors.push(error),
  });
  const finished = (id: string) => new Promise<void>((resolve) => (outcomes.has(id) ? resolve() : ends.set(id, resolve)));
  return { runner, outcomes, finished, errors, waiting };
}

test('one that waits long keeps the others from nothing', async () => {
  const slow = deferred<string>();
  const { runner, outcomes, finished } = bench({ slow: () => slow.promise, fast: async (n) => n }, ['slow', 'fast', 'fast']);
  runner.start();
  await finished('2');
  expect([...outcomes.keys()]).toEqual(['1', '2']);
  slow.resolve('أخيرا');
  await finished('0');
  expect(outcomes.get('0')).toEqual({ result: 'أخيرا' });
  await runner.stop();
});

test('four run at once, and the next when one has ended', async () => {
  const gates = Array.from({ length: 5 }, () => deferred<null>());
  const { runner, finished, waiting } = bench({ gate: (n) => gates[n as number]?.promise ?? Promise.resolve(null) }, Array<string>(5).fill('gate'));
  runner.start();
  gates[2]?.resolve(null);
  await finished('2');
  gates[4]?.resolve(null);
  await finished('4');
  expect(waiting).toEqual([]);
  for (const gate of gates) gate.resolve(null);
  await runner.stop();
});

test('what fails says why, and so does what nobody answers', async () => {
  const { runner, outcomes, finished, errors } = bench({ bad: () => Promise.reject(new Error('فشل')) }, ['bad', 'رصد']);
  runner.start();
  await Promise.all([finished('0'), finished('1')]);
  expect([outcomes.get('0'), outcomes.get('1')]).toEqual([{ error: 'فشل' }, { error: 'nobody answers tasks of the kind رصد' }]);
  expect(errors).toHaveLength(1);
  await runner.stop();
});

test('stopping waits for what runs', async () => {
  const gate = deferred<null>();
  const { runner, outcomes } = bench({ gate: () => gate.promise }, ['gate']);
  runner.start();
  await Promise.resolve();
  const stopping = runner.stop();
  gate.resolve(null);
  await stopping;
  expect(outcomes.size).toBe(1);
});
