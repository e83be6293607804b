/** One fetch under way: its signal ends the request, whoever gives up first. */
export interface Running {
  signal: AbortSignal;
  /** Runs one hop; when `ms` are over, the signal aborts with a Deadline. */
  within<T>(ms: number, hop: () => Promise<T>): Promise<T>;
}

export class Deadline extends Error {
  override name = 'Deadline';
}

/**
 * Keeps count of the fetches under way. Plain listeners instead of AbortSignal.any, whose results pile up on a signal that lives long.
 */
export function createRunning() {
  const controllers = new Set<AbortController>();

  async function run<T>(outer: AbortSignal | undefined, work: (running: Running) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    const abort = () => controller.abort(outer?.reason);
    if (outer?.aborted) abort();
    outer?.addEventListener('abort', abort, { once: true });
    controllers.add(controller);
    try {
      return await work({ signal: controller.signal, within: (ms, hop) => within(controller, ms, hop) });
    } finally {
      outer?.removeEventListener('abort', abort);
      controllers.delete(controller);
    }
  }

  return { run, abortAll: (reason: Error) => controllers.forEach((controller) => controller.abort(reason)) };
}

async function within<T>(controller: AbortController, ms: number, hop: () => Promise<T>): Promise<T> {
  const timer = setTimeout(() => controller.abort(new Deadline()), Math.max(1, ms));
  try {
    return await hop();
  } finally {
    clearTimeout(timer);
  }
}
