import type { z } from 'zod';
import type { Database } from './db/client';
import type { Prisma } from './db/generated/client';
import { listen } from './db/listen';
import { TASK_CHANNEL, requestTask, taskOutcome } from './db/tasks';

export interface Question<R> {
  /** what an ingest process has a handler for */
  kind: string;
  payload?: Prisma.InputJsonValue;
  answer: z.ZodType<R>;
  waitMs: number;
}

/**
 * Asks whichever process ingests, and waits for its answer in the task's row.
 * @throws where it fails, or nobody answers in time
 */
export async function askIngest<R>(db: Database, { kind, payload, answer, waitMs }: Question<R>): Promise<R> {
  const id = await requestTask(db, kind, payload);
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      void listener.stop();
      settle();
    };
    const look = () => {
      taskOutcome(db, id).then((task) => {
        if (task?.state === 'failed') end(() => reject(new Error(task.error ?? 'the task failed')));
        if (task?.state !== 'done') return;
        const read = answer.safeParse(task.result);
        end(() => (read.success ? resolve(read.data) : reject(read.error)));
      }, (error: unknown) => end(() => reject(error)));
    };
    const timer = setTimeout(() => end(() => reject(new Error('no ingest process answered: is one running?'))), waitMs);
    const listener = listen(db.connectionString, TASK_CHANNEL, look, (error) => end(() => reject(error)));
  });
}
