import { afterEach, describe, expect, it } from 'vitest';
import {
  isPayloadFault, WorkerBootError, WorkerDeadlineError, WorkerDiedError, WorkerStoppedError, WorkerTaskError,
} from '../../../server/ingest/worker-errors';
import { createWorkerPool, type WorkerPool } from '../../../server/ingest/worker-pool';

const boot = new URL('../../../server/worker/boot.mjs', import.meta.url);
const module = new URL('./threads/odd-tasks.ts', import.meta.url);
const LONG = 20_000;
const pools: WorkerPool[] = [];

function pool(size = 1, of = module): WorkerPool {
  const made = createWorkerPool({ boot, module: of, size, bootTimeoutMs: LONG, maxHeapMb: 64 });
  pools.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((one) => one.stop()));
});

describe('a pool of workers', { timeout: 30_000 }, () => {
  it('answers, in Arabic too', async () => {
    expect(await pool().run('echo', { title: 'مفاوضات أستانة' }, LONG)).toEqual({ title: 'مفاوضات أستانة' });
  });

  it('takes buffers over instead of copying them', async () => {
    const bytes = new Uint8Array(1000);
    expect(await pool().run('length', { bytes }, LONG, [bytes.buffer])).toBe(1000);
    expect(bytes.length).toBe(0);
  });

  it.each([
    ['throws', 'fail', LONG, WorkerTaskError],
    ['is not there', 'nothing', LONG, WorkerTaskError],
    ['loops for ever', 'loop', 200, WorkerDeadlineError],
    ['never answers', 'never', 200, WorkerDeadlineError],
    ['ends its thread', 'exit', LONG, WorkerDiedError],
    ['throws outside of any promise', 'uncaught', LONG, WorkerDiedError],
    ['eats all memory', 'hoard', LONG, WorkerDiedError],
  ])('a task that %s costs one call, and the next is answered', async (_, task, deadline, type) => {
    const one = pool();
    const error: unknown = await one.run(task, 'خطأ', deadline).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(type);
    expect(isPayloadFault(error)).toBe(true);
    expect(await one.run('echo', 'بعده', LONG)).toBe('بعده');
  });

  it('a task’s error keeps its words and the thread’s stack', async () => {
    await expect(pool().run('fail', 'نص معطوب', LONG)).rejects.toMatchObject({ message: 'نص معطوب', stack: expect.stringContaining('odd-tasks') as string });
  });

  it('what can’t be cloned fails alone', async () => {
    const one = pool();
    await expect(one.run('echo', () => undefined, LONG)).rejects.toThrow('could not be cloned');
    expect(await one.run('echo', 1, LONG)).toBe(1);
  });

  it('many calls share few threads, each with its own answer', async () => {
    const one = pool(2);
    const payloads = Array.from({ length: 50 }, (_, i) => i);
    expect(await Promise.all(payloads.map((i) => one.run('echo', i, LONG)))).toEqual(payloads);
  });

  it('those waiting behind a hanging call still get their answer', async () => {
    const one = pool();
    const hanging = one.run('loop', null, 200).catch((error: unknown) => error);
    const waiting = one.run('echo', 'انتظر', LONG);
    expect(await hanging).toBeInstanceOf(WorkerDeadlineError);
    expect(await waiting).toBe('انتظر');
  });

  it('a module that can’t start is told at the start, and by each call', async () => {
    const one = pool(1, new URL('./threads/no-tasks.ts', import.meta.url));
    await expect(one.start()).rejects.toBeInstanceOf(WorkerBootError);
    const error: unknown = await one.run('echo', 1, LONG).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'WorkerBootError', message: 'لا مهام هنا' });
    expect(isPayloadFault(error)).toBe(false);
  });

  it('stopped midway, it ends a running call, those in the queue and those to come', async () => {
    const one = pool();
    await one.start();
    const calls = [one.run('loop', null, LONG), one.run('echo', 1, LONG)].map((call) => call.catch((error: unknown) => error));
    await one.stop();
    for (const error of await Promise.all(calls)) expect(error).toBeInstanceOf(WorkerStoppedError);
    await expect(one.run('echo', 2, LONG)).rejects.toBeInstanceOf(WorkerStoppedError);
  });

  it('stopped while it starts, it ends too', async () => {
    const one = pool(2);
    const starting = one.start().catch((error: unknown) => error);
    await one.stop();
    expect(await starting).toBeInstanceOf(Error);
  });
});
