/** A thread module in which everything goes wrong that can. */
export function createTasks() {
  return Promise.resolve({
    echo: (payload: unknown) => Promise.resolve(payload),
    length: ({ bytes }: { bytes: Uint8Array }) => Promise.resolve(bytes.length),
    fail: (message: string) => Promise.reject(new TypeError(message)),
    loop: () => {
      for (;;);
    },
    never: () => new Promise(() => undefined),
    exit: () => process.exit(3),
    uncaught: () => {
      setImmediate(() => {
        throw new Error('سقط الخيط');
      });
      return new Promise(() => undefined);
    },
    hoard: () => {
      const kept: number[][] = [];
      for (;;) kept.push(new Array<number>(100_000).fill(kept.length));
    },
  });
}
