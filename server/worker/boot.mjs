// The first file of a worker thread: plain JavaScript, since Node can't start one from TypeScript.
import { parentPort, workerData } from 'node:worker_threads';

const told = (error) => (error instanceof Error ? { message: error.message, stack: error.stack ?? null } : { message: String(error), stack: null });

/** Compiled, the thread's module is plain JavaScript too; as source, tsx loads it. */
async function load(module) {
  if (!module.endsWith('.ts')) return import(module);
  const { tsImport } = await import('tsx/esm/api');
  return tsImport(module, import.meta.url);
}

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
  const module = await load(workerData.module);
  const tasks = await module.createTasks();
  parentPort.on('message', (call) => answer(tasks, call));
  parentPort.postMessage({ kind: 'ready' });
} catch (error) {
  parentPort.postMessage({ kind: 'boot-failed', error: told(error) });
}
