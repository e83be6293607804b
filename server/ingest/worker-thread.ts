import { Worker, type Transferable } from 'node:worker_threads';
import { WorkerBootError, WorkerDeadlineError, WorkerDiedError, WorkerStoppedError, WorkerTaskError } from './worker-errors';

export interface ThreadOptions {
  /** server/worker/boot.mjs */
  boot: URL;
  /** the thread's module; exports createTasks(): Promise<Record<name, (payload) => Promise<result>>> */
  module: URL;
  /** how long it may take to become ready */
  bootTimeoutMs: number;
  /** heap beyond which it dies; Node's default if undefined */
  maxHeapMb: number | undefined;
  /** the share of it for new objects; Node's default if undefined */
  maxYoungHeapMb: number | undefined;
}

export interface Call {
  task: string;
  payload: unknown;
  deadlineMs: number;
  transfer: readonly Transferable[];
}

export interface Thread {
  /** @throws WorkerBootError */
  ready: Promise<void>;
  /** One call at a time. @throws one of the typed errors; all but WorkerTaskError leave the thread dead */
  call(call: Call): Promise<unknown>;
  alive(): boolean;
  end(): Promise<void>;
}

interface Failure { message: string; stack: string | null }
type Message =
  | { kind: 'ready' }
  | { kind: 'boot-failed'; error: Failure }
  | { kind: 'done'; result: unknown }
  | { kind: 'failed'; error: Failure };
interface Pending { resolve(result: unknown): void; reject(error: Error): void }

/** One worker thread, that ends itself when a call or its boot takes too long. */
export function createThread({ boot, module, bootTimeoutMs, maxHeapMb, maxYoungHeapMb }: ThreadOptions): Thread {
  const worker = new Worker(boot, {
    workerData: { module: module.href },
    // what the process was started with (a loader, an inspector) is not the thread's: boot.mjs brings its own
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb, maxYoungGenerationSizeMb: maxYoungHeapMb },
  });
  let alive = true;
  let pending: Pending | null = null;
  let timer: NodeJS.Timeout | undefined;

  const settle = (act: (pending: Pending) => void) => {
    clearTimeout(timer);
    const waiting = pending;
    pending = null;
    if (waiting) act(waiting);
  };
  const die = (error: Error) => {
    alive = false;
    settle(({ reject }) => reject(error));
    void worker.terminate();
  };
  const wait = (ms: number, late: () => Error): Promise<unknown> =>
    new Promise((resolve, reject) => {
      pending = { resolve, reject };
      timer = setTimeout(() => die(late()), ms);
    });

  worker.on('message', (message: Message) => {
    if (message.kind === 'ready') settle(({ resolve }) => resolve(undefined));
    else if (message.kind === 'done') settle(({ resolve }) => resolve(message.result));
    else if (message.kind === 'failed') settle(({ reject }) => reject(rebuilt(new WorkerTaskError(message.error.message), message.error)));
    else die(rebuilt(new WorkerBootError(message.error.message), message.error));
  });
  worker.on('messageerror', (error) => die(new WorkerDiedError(`its answer could not be read: ${error.message}`)));
  worker.on('error', (error) => die(new WorkerDiedError(`the thread died: ${error instanceof Error ? error.message : String(error)}`)));
  worker.on('exit', (code) => die(new WorkerDiedError(`the thread ended by itself with code ${code}`)));

  const ready = wait(bootTimeoutMs, () => new WorkerBootError(`not ready within ${bootTimeoutMs} ms`)).then(
    () => undefined,
    (error: Error) => {
      throw error instanceof WorkerDiedError ? new WorkerBootError(error.message) : error;
    },
  );
  // whoever awaits it sees the failure; nobody need
  ready.catch(() => undefined);

  return {
    ready,
    alive: () => alive,
    call: ({ task, payload, deadlineMs, transfer }) => {
      const answer = wait(deadlineMs, () => new WorkerDeadlineError(`${task}: no answer within ${deadlineMs} ms`));
      try {
        worker.postMessage({ task, payload }, transfer);
      } catch (error) {
        // what can't be cloned never gets there
        settle(({ reject }) => reject(error instanceof Error ? error : new Error(String(error))));
      }
      return answer;
    },
    end: async () => {
      alive = false;
      settle(({ reject }) => reject(new WorkerStoppedError('the workers were stopped')));
      await worker.terminate();
    },
  };
}

function rebuilt(error: Error, { stack }: Failure): Error {
  if (stack) error.stack = stack;
  return error;
}
