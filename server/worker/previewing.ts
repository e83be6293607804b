import { createWorkerPool } from '../ingest/worker-pool';
import type { Caught, PreviewArticle } from '../tagging/topics/preview';
import { THREAD_MODULES } from './modules';
import type { CorpusState, PreviewCall } from './topics';

/** A thread that keeps articles to try drafts on. One that died and began anew is empty: its state is asked for, not remembered. */
export interface Previewing {
  corpus(): Promise<CorpusState>;
  keep(articles: PreviewArticle[]): Promise<CorpusState>;
  preview(call: PreviewCall): Promise<Caught>;
  stop(): Promise<void>;
}

const BOOT = new URL('./boot.mjs', import.meta.url);
const DEADLINE_MS = 10_000;
const HEAP_MB = 512;
const YOUNG_HEAP_MB = 24;

export function createPreviewing(): Previewing {
  const pool = createWorkerPool({ boot: BOOT, module: THREAD_MODULES.topics, size: 1, maxHeapMb: HEAP_MB, maxYoungHeapMb: YOUNG_HEAP_MB });
  return {
    corpus: () => pool.run('corpus', null, DEADLINE_MS) as Promise<CorpusState>,
    keep: (articles) => pool.run('keep', articles, DEADLINE_MS) as Promise<CorpusState>,
    preview: (call) => pool.run('preview', call, DEADLINE_MS) as Promise<Caught>,
    stop: () => pool.stop(),
  };
}
