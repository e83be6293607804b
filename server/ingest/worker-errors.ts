/** The call took longer than it may; its thread was ended and replaced. */
export class WorkerDeadlineError extends Error {
  override name = 'WorkerDeadlineError';
}

/** The thread died under the call (out of memory, exit) and was replaced. */
export class WorkerDiedError extends Error {
  override name = 'WorkerDiedError';
}

/** The task itself threw; the thread lives on. `stack` is the thread's. */
export class WorkerTaskError extends Error {
  override name = 'WorkerTaskError';
}

/** The thread never became ready: its module can't be loaded, or takes too long. */
export class WorkerBootError extends Error {
  override name = 'WorkerBootError';
}

/** stop() came before the call was done. */
export class WorkerStoppedError extends Error {
  override name = 'WorkerStoppedError';
}

/** Whether the fault may lie in what was handed over, so that another payload may well succeed. */
export function isPayloadFault(error: unknown): error is Error {
  return error instanceof WorkerDeadlineError || error instanceof WorkerDiedError || error instanceof WorkerTaskError;
}
