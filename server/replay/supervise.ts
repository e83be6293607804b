import { setTimeout as delay } from 'node:timers/promises';
import type { MarsadProcess } from './marsad-process';

/** Marsad may end unasked (killed, say) and is started again; so often, then there is something wrong with it. */
export const MAX_RESTARTS = 5;

export interface Supervision {
  start(): MarsadProcess;
  /** waits until it answers; false where it ended instead or we were cancelled */
  untilReady(marsad: MarsadProcess): Promise<boolean>;
  /** told once, the first time that it is ready */
  onReady(marsad: MarsadProcess): void;
  cancelled: AbortSignal;
  say(line: string): void;
}

/** Runs Marsad until `cancelled`, starting it again where it ended unasked. Resolves with what is wrong in words, or null. */
export async function supervise({ start, untilReady, onReady, cancelled, say }: Supervision): Promise<string | null> {
  let wasReady = false;
  for (let starts = 0; starts <= MAX_RESTARTS; starts++) {
    if (cancelled.aborted) return null;
    const marsad = start();
    const stop = () => void marsad.stop();
    cancelled.addEventListener('abort', stop, { once: true });
    const ready = await untilReady(marsad);
    if (ready && !wasReady) onReady(marsad);
    wasReady ||= ready;
    const how = await marsad.exited;
    cancelled.removeEventListener('abort', stop);
    if (cancelled.aborted) return null;
    if (!wasReady) return `Marsad ${how} before it was ready`;
    say(`Marsad ${how}: starting it again`);
  }
  return `Marsad ended ${MAX_RESTARTS + 1} times: given up`;
}

/** The drill: so many seconds from now, Marsad is killed without warning. */
export function armDrill(seconds: number, marsad: MarsadProcess, { cancelled, say }: Pick<Supervision, 'cancelled' | 'say'>): void {
  delay(seconds * 1000, undefined, { signal: cancelled }).then(
    () => {
      say(`kill -9, ${seconds} s after the start`);
      marsad.kill();
    },
    () => undefined,
  );
}
