import type { PageInput, PageResult } from '../ingest/stages/extract/extract';
import { createWorkerPool } from '../ingest/worker-pool';
import { THREAD_MODULES } from './modules';

export interface PageReading {
  /** @throws WorkerTaskError, WorkerDeadlineError, WorkerDiedError: the page's fault; WorkerStoppedError */
  extract(input: PageInput): Promise<PageResult>;
  stop(): Promise<void>;
}

const BOOT = new URL('./boot.mjs', import.meta.url);
/** Some hundred times what a page takes. */
const DEADLINE_MS = 15_000;
const HEAP_MB = 512;
const YOUNG_HEAP_MB = 24;

/** Reading pages in a thread of its own, which starts with the first page: most who run Marsad may never ask for one. */
export function createPageReading(): PageReading {
  const pool = createWorkerPool({ boot: BOOT, module: THREAD_MODULES.page, size: 1, maxHeapMb: HEAP_MB, maxYoungHeapMb: YOUNG_HEAP_MB });
  return {
    extract: (input) => pool.run('extract', input, DEADLINE_MS) as Promise<PageResult>,
    stop: () => pool.stop(),
  };
}
