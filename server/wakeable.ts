export interface Wakeable {
  start(everyMs: number): void;
  /** resolves when the round in hand is over */
  stop(): Promise<void>;
  /** asks for a round now, as often as one likes: a wake during a round brings one more after it, never two at once */
  wake(): void;
  stopped(): boolean;
}

/**
 * Runs `round` when woken, and every now and then as a net under lost wakes; one at a time. A round returns whether
 * another should follow at once. What it throws is reported, and the next wake tries again.
 */
export function createWakeable(round: () => Promise<boolean>, onError: (error: unknown) => void): Wakeable {
  let running: Promise<void> | null = null;
  let woken = false;
  let stopped = true;
  let timer: NodeJS.Timeout | null = null;

  async function rounds(): Promise<void> {
    do {
      woken = false;
      if (await round()) woken = true;
    } while (woken && !stopped);
  }

  function wake(): void {
    woken = true;
    if (stopped || running) return;
    running = rounds().catch(onError).finally(() => {
      running = null;
      // A wake that came while the round was failing must not be lost.
      if (woken) wake();
    });
  }

  return {
    start(everyMs) {
      stopped = false;
      timer = setInterval(wake, everyMs);
      wake();
    },
    async stop() {
      stopped = true;
      if (timer) clearInterval(timer);
      await running;
    },
    wake,
    stopped: () => stopped,
  };
}
