import type { TopicTag } from '../../lib/topic';
import { createWorkerPool } from '../ingest/worker-pool';
import { THREAD_MODULES } from './modules';
import type { OwnTagCall } from './own-tagging';

export interface TopicTagging {
  tagOwn(call: OwnTagCall): Promise<TopicTag[][]>;
  stop(): Promise<void>;
}

const BOOT = new URL('./boot.mjs', import.meta.url);
const DEADLINE_MS = 30_000;
const HEAP_MB = 256;
const YOUNG_HEAP_MB = 24;

/** Tagging of articles that are there already in a thread of its own, so that new ones don't wait behind them. It starts with the first call. */
export function createTopicTagging(): TopicTagging {
  const pool = createWorkerPool({ boot: BOOT, module: THREAD_MODULES.topics, size: 1, maxHeapMb: HEAP_MB, maxYoungHeapMb: YOUNG_HEAP_MB });
  return { tagOwn: (call) => pool.run('tagOwn', call, DEADLINE_MS) as Promise<TopicTag[][]>, stop: () => pool.stop() };
}
