import { setTimeout as delay } from 'node:timers/promises';
import type { WindowCounts } from './feed-window';
import { isDone, progressLine, summary } from './progress';

const LOOK_EVERY_MS = 100;
const SPEAK_EVERY_MS = 5000;

export interface Watch {
  total: number;
  /** negative until Marsad is up */
  elapsed(): number;
  counts(elapsed: number): WindowCounts;
  /** articles in the database; null where it can't be asked */
  stored(): Promise<number | null>;
  cancelled: AbortSignal;
  say(line: string): void;
}

/** Says how it goes until all items have appeared and are taken, and then how it went. @returns false where it was cancelled before */
export async function watch({ total, elapsed, counts, stored, cancelled, say }: Watch): Promise<boolean> {
  let spoke = 0;
  while (!cancelled.aborted) {
    const now = elapsed();
    const seen = { total, elapsed: now, ...counts(now) };
    const done = now >= 0 && isDone(seen);
    if (done || now - spoke >= SPEAK_EVERY_MS) {
      spoke = now;
      const progress = { ...seen, stored: await stored() };
      say(progressLine(progress));
      if (done) say(summary(progress));
    }
    if (done) return true;
    await delay(LOOK_EVERY_MS, undefined, { signal: cancelled }).catch(() => undefined);
  }
  return false;
}
