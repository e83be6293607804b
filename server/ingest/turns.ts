/**
 * At most `places` pieces of work at once; the others wait, in the order of asking.
 * @returns runs `work` when its turn comes. A signal that was given by then ends it unbegun: throws the signal's reason
 */
export function createTurns(places: number): <T>(work: () => Promise<T>, signal?: AbortSignal) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = places;

  async function turn(): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function pass(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  return async (work, signal) => {
    await turn();
    try {
      signal?.throwIfAborted();
      return await work();
    } finally {
      pass();
    }
  };
}
