/** Ends a turn. */
export type Release = () => void;

/**
 * One turn at a time for each origin, in the order of asking. A turn not yet begun can be given up by `signal`.
 */
export function createOriginQueue(): (origin: string, signal?: AbortSignal) => Promise<Release> {
  const last = new Map<string, Promise<void>>();
  return async (origin, signal) => {
    const before = last.get(origin) ?? Promise.resolve();
    let release: Release = () => undefined;
    const turn = new Promise<void>((resolve) => (release = resolve));
    const tail = before.then(() => turn);
    last.set(origin, tail);
    void tail.then(() => last.get(origin) === tail && last.delete(origin));
    try {
      await orAborted(before, signal);
    } catch (error) {
      release();
      throw error;
    }
    return release;
  };
}

function orAborted(wait: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return wait;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    void wait.then(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    });
  });
}
