const open = new Set<() => Promise<unknown>>();

/**
 * Sees to it that something is closed, whatever ends the bench.
 * @returns closes it now
 */
export function closing<T>(close: () => Promise<T>): () => Promise<T> {
  open.add(close);
  return () => {
    open.delete(close);
    return close();
  };
}

async function closeAll(): Promise<void> {
  for (const close of [...open].reverse()) await close().catch((error: unknown) => process.stderr.write(`bench: ${String(error)}\n`));
}

/** Runs `work`. A signal meanwhile closes what is open, the newest first, and ends the process, whatever becomes of the work. */
export async function endingOnSignals<T>(work: () => Promise<T>): Promise<T> {
  let signalled = false;
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      signalled = true;
      void closeAll().then(() => process.exit(130));
    });
  }
  try {
    return await work();
  } catch (error) {
    if (signalled) await new Promise(() => undefined);
    throw error;
  }
}
