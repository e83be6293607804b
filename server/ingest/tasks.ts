import { createWakeable } from '../wakeable';

/** What a page asked for, as a row of the task table. */
export interface PendingTask {
  id: string;
  kind: string;
  payload: unknown;
}

export interface TaskDeps<R> {
  take(): Promise<PendingTask | null>;
  finish(id: string, outcome: { result: R } | { error: string }): Promise<void>;
  handlers: Readonly<Record<string, (payload: unknown) => Promise<R>>>;
  onError(error: unknown): void;
  /** how often the table is looked at without being woken */
  pollMs?: number;
}

export interface TaskRunner {
  start(): void;
  stop(): Promise<void>;
  wake(): void;
}

const POLL_MS = 10_000;
/** One that waits for a slow site must not keep the others waiting. */
const AT_ONCE = 4;

/** Answers the tasks that pages put into the table, oldest first, a few at once. A task that fails says why in its row. */
export function createTaskRunner<R>(deps: TaskDeps<R>): TaskRunner {
  const running = new Set<Promise<void>>();

  async function answer(task: PendingTask): Promise<void> {
    const handler = deps.handlers[task.kind];
    if (!handler) return deps.finish(task.id, { error: `nobody answers tasks of the kind ${task.kind}` });
    let outcome: { result: R } | { error: string };
    try {
      outcome = { result: await handler(task.payload) };
    } catch (error) {
      deps.onError(error);
      outcome = { error: error instanceof Error ? error.message : String(error) };
    }
    await deps.finish(task.id, outcome);
  }

  function run(task: PendingTask): void {
    const done = answer(task).catch(deps.onError).finally(() => {
      running.delete(done);
      wakeable.wake();
    });
    running.add(done);
  }

  const wakeable = createWakeable(async () => {
    if (running.size >= AT_ONCE) return false;
    const task = await deps.take();
    if (task) run(task);
    return task !== null;
  }, deps.onError);

  return {
    start: () => wakeable.start(deps.pollMs ?? POLL_MS),
    async stop() {
      await wakeable.stop();
      await Promise.all(running);
    },
    wake: wakeable.wake,
  };
}
