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

/** Answers the tasks that pages put into the table, oldest first, one at a time. A task that fails says why in its row. */
export function createTaskRunner<R>(deps: TaskDeps<R>): TaskRunner {
  async function run(task: PendingTask): Promise<void> {
    const handler = deps.handlers[task.kind];
    if (!handler) return deps.finish(task.id, { error: `nobody answers tasks of the kind ${task.kind}` });
    try {
      await deps.finish(task.id, { result: await handler(task.payload) });
    } catch (error) {
      deps.onError(error);
      await deps.finish(task.id, { error: error instanceof Error ? error.message : String(error) });
    }
  }

  async function next(): Promise<boolean> {
    const task = await deps.take();
    if (task) await run(task);
    return task !== null;
  }

  const { start, stop, wake } = createWakeable(next, deps.onError);
  return { start: () => start(deps.pollMs ?? POLL_MS), stop, wake };
}
