import type { Transferable } from 'node:worker_threads';
import { WorkerStoppedError } from './worker-errors';
import { createThread, type Call, type Thread, type ThreadOptions } from './worker-thread';

export interface WorkerPoolOptions {
  boot: URL;
  module: URL;
  /** how many threads, each with one call at a time */
  size: number;
  bootTimeoutMs?: number;
  /** heap beyond which a thread dies; Node's default if undefined */
  maxHeapMb?: number;
  /** the share of it for new objects */
  maxYoungHeapMb?: number;
}

export interface WorkerPool {
  /** Resolves when all threads are ready. @throws WorkerBootError: a module that can't be loaded shows here */
  start(): Promise<void>;
  /**
   * `deadlineMs` counts from when a thread takes the call, not from now. What is in `transfer` is gone here afterwards.
   * @throws WorkerTaskError, WorkerDeadlineError, WorkerDiedError, WorkerBootError, WorkerStoppedError: each costs this one call
   */
  run(task: string, payload: unknown, deadlineMs: number, transfer?: readonly Transferable[]): Promise<unknown>;
  /** Ends the threads at once; calls that aren't done reject with WorkerStoppedError. */
  stop(): Promise<void>;
}

interface Job extends Call {
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

const BOOT_TIMEOUT_MS = 60_000;

/** A fixed number of threads that share one queue. A thread that hangs or dies is replaced. */
export function createWorkerPool({ boot, module, size, bootTimeoutMs = BOOT_TIMEOUT_MS, maxHeapMb, maxYoungHeapMb }: WorkerPoolOptions): WorkerPool {
  const options: ThreadOptions = { boot, module, bootTimeoutMs, maxHeapMb, maxYoungHeapMb };
  const jobs: Job[] = [];
  const hungry: ((job: Job | null) => void)[] = [];
  const slots: Slot[] = [];
  let running: Promise<void>[] = [];
  let stopped = false;

  const nextJob = (): Promise<Job | null> => {
    const job = jobs.shift();
    return job || stopped ? Promise.resolve(job ?? null) : new Promise((resolve) => hungry.push(resolve));
  };
  const refuse = (job: Job) => job.reject(new WorkerStoppedError('the workers were stopped'));

  function begin(): void {
    while (slots.length < size) slots.push(createSlot(options));
    if (running.length === 0) running = slots.map((slot) => serve(slot, nextJob, () => stopped));
  }

  return {
    start: async () => {
      begin();
      await Promise.all(slots.map((slot) => slot.thread().ready));
    },
    run: (task, payload, deadlineMs, transfer = []) => {
      const done = new Promise<unknown>((resolve, reject) => {
        const job: Job = { task, payload, deadlineMs, transfer, resolve, reject };
        const taker = stopped ? undefined : hungry.shift();
        if (stopped) refuse(job);
        else if (taker) taker(job);
        else jobs.push(job);
      });
      if (!stopped) begin();
      return done;
    },
    stop: async () => {
      stopped = true;
      jobs.splice(0).forEach(refuse);
      hungry.splice(0).forEach((resolve) => resolve(null));
      await Promise.all(slots.map((slot) => slot.end()));
      await Promise.all(running);
    },
  };
}

/** A place for one thread, which is made anew where the last one died. */
interface Slot {
  thread(): Thread;
  end(): Promise<void>;
}

function createSlot(options: ThreadOptions): Slot {
  let thread = createThread(options);
  return {
    thread: () => {
      if (!thread.alive()) thread = createThread(options);
      return thread;
    },
    end: () => thread.end(),
  };
}

async function serve(slot: Slot, nextJob: () => Promise<Job | null>, stopped: () => boolean): Promise<void> {
  for (let job = await nextJob(); job !== null; job = await nextJob()) {
    if (stopped()) return job.reject(new WorkerStoppedError('the workers were stopped'));
    const thread = slot.thread();
    try {
      await thread.ready;
      job.resolve(await thread.call(job));
    } catch (error) {
      job.reject(error);
      // ready before the next call; where it can't boot, the next call tries again and says so
      if (!thread.alive() && !stopped() && !(error instanceof WorkerStoppedError)) slot.thread();
    }
  }
}
