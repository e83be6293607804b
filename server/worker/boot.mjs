// The first file of a worker thread: plain JavaScript, since Node can't start one from TypeScript; tsx then loads the thread's module.
import { parentPort, workerData } from 'node:worker_threads';
import { tsImport } from 'tsx/esm/api';

const told = (error) => (error instanceof Error ? { message: error.message, stack: error.stack ?? null } : { message: String(error), stack: null });

async function answer(tasks, { task, payload }) {
  try {
    const run = tasks[task];
    if (!run) throw new Error(`no such task: ${task}`);
    parentPort.postMessage({ kind: 'done', result: await run(payload) });
  } catch (error) {
    parentPort.postMessage({ kind: 'failed', error: told(error) });
  }
}

try {
  const module = await tsImport(workerData.module, import.meta.url);
  const tasks = await module.createTasks();
  parentPort.on('message', (call) => answer(tasks, call));
  parentPort.postMessage({ kind: 'ready' });
} catch (error) {
  parentPort.postMessage({ kind: 'boot-failed', error: told(error) });
}
