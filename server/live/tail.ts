import { createWakeable } from '../wakeable';

/** One row of the log, as far as the tail is concerned. */
export interface Sequenced {
  seq: string;
}

export interface TailDeps<C extends Sequenced> {
  /** the changes after the cursor, in order, at most `limit` */
  changesSince(cursor: string, limit: number): Promise<C[]>;
  newestCursor(): Promise<string>;
  /** handles one batch; the next comes only when it is done. What it throws is reported, and the batch comes again. */
  onBatch(changes: C[], cursor: string): Promise<void>;
  onError(error: unknown): void;
  batchSize?: number;
  /** the net under NOTIFY: how often the log is looked at without being woken, and how soon after a failure */
  pollMs?: number;
}

export interface Tail {
  start(): Promise<void>;
  /** resolves when the batch in hand is done */
  stop(): Promise<void>;
  /** look now: LISTEN calls it, as often as it likes */
  wake(): void;
  /** everything up to here has been handed on */
  cursor(): string;
}

const BATCH = 500;
const POLL_MS = 5_000;

/** Follows the log from its end, batch by batch, one at a time and none twice. */
export function createTail<C extends Sequenced>(deps: TailDeps<C>): Tail {
  const batchSize = deps.batchSize ?? BATCH;
  let cursor = '0';

  async function next(): Promise<boolean> {
    const changes = await deps.changesSince(cursor, batchSize);
    const last = changes.at(-1);
    if (!last) return false;
    await deps.onBatch(changes, last.seq);
    cursor = last.seq;
    return changes.length === batchSize;
  }

  const { start, stop, wake } = createWakeable(next, deps.onError);
  return {
    async start() {
      cursor = await deps.newestCursor();
      start(deps.pollMs ?? POLL_MS);
    },
    stop,
    wake,
    cursor: () => cursor,
  };
}
