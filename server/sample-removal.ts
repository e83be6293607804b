import { z } from 'zod';
import type { Database } from './db/client';
import { listen } from './db/listen';
import { TASK_CHANNEL, requestTask, taskOutcome } from './db/tasks';

export const REMOVE_SAMPLE = 'sample:remove';
const WAIT_MS = 20_000;
const resultSchema = z.object({ removed: z.number() });

/**
 * Asks whichever process ingests to end the sample wire, and waits for its answer in the task's row.
 * @throws where it fails, or nobody answers within 20 s
 */
export function createSampleRemoval(db: Database): () => Promise<{ removed: number }> {
  return async () => {
    const id = await requestTask(db, REMOVE_SAMPLE);
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer);
        void listener.stop();
        settle();
      };
      const look = () => {
        taskOutcome(db, id).then((task) => {
          if (task?.state === 'done') end(() => resolve(resultSchema.parse(task.result)));
          if (task?.state === 'failed') end(() => reject(new Error(task.error ?? 'the task failed')));
        }, (error: unknown) => end(() => reject(error)));
      };
      const timer = setTimeout(() => end(() => reject(new Error('no ingest process answered: is one running?'))), WAIT_MS);
      const listener = listen(db.connectionString, TASK_CHANNEL, look, (error) => end(() => reject(error)));
    });
  };
}
