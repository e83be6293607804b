import type { Tags } from '../../lib/entry';
import type { Reference } from '../../lib/reference';
import type { TopicTag } from '../../lib/topic';
import type { ReadInput, ReadResult } from '../ingest/read';
import { createWorkerPool } from '../ingest/worker-pool';
import { THREAD_MODULES } from './modules';
import type { OwnTagCall } from './own-tagging';
import type { TagInput } from './tag';

export interface Reading {
  start(): Promise<void>;
  stop(): Promise<void>;
  parse(input: ReadInput): Promise<ReadResult>;
  tag(inputs: TagInput[]): Promise<Tags[]>;
  /** the users' topics of each */
  tagOwn(call: OwnTagCall): Promise<TopicTag[][]>;
  /** what articles refer to, for the database to keep */
  reference(): Promise<Reference>;
}

const BOOT = new URL('./boot.mjs', import.meta.url);
const PARSE_DEADLINE_MS = 15_000;
/** Ten megabytes of the worst XML stay well below; what doesn't costs its thread, not the process. */
const PARSE_HEAP_MB = 512;
/** Four times what the gazetteer takes. The lower the limit, the sooner a heap is cleaned instead of grown. */
const TAG_HEAP_MB = 256;
/** What is new in a heap, nearly all of it soon garbage, would else be let grow to 48 MB a thread. */
const YOUNG_HEAP_MB = 24;
const TAG_DEADLINE_MS = 15_000;
const REFERENCE_DEADLINE_MS = 10_000;

/**
 * Reading in two threads: one parses, one tags, so that a feed that hangs the parser doesn't cost loading the gazetteer anew.
 * The threads answer with what they were asked for: their tasks are typed here, once.
 */
export function createReading(): Reading {
  const parsers = createWorkerPool({ boot: BOOT, module: THREAD_MODULES.parse, size: 1, maxHeapMb: PARSE_HEAP_MB, maxYoungHeapMb: YOUNG_HEAP_MB });
  const taggers = createWorkerPool({ boot: BOOT, module: THREAD_MODULES.tag, size: 1, maxHeapMb: TAG_HEAP_MB, maxYoungHeapMb: YOUNG_HEAP_MB });
  return {
    async start() {
      await Promise.all([parsers.start(), taggers.start()]);
    },
    async stop() {
      await Promise.all([parsers.stop(), taggers.stop()]);
    },
    // a feed's bytes are handed over, not copied: nobody reads them here any more
    parse: (input) => parsers.run('parse', input, PARSE_DEADLINE_MS, transferable(input.bytes)) as Promise<ReadResult>,
    tag: (inputs) => taggers.run('tag', inputs, TAG_DEADLINE_MS) as Promise<Tags[]>,
    tagOwn: (call) => taggers.run('tagOwn', call, TAG_DEADLINE_MS) as Promise<TopicTag[][]>,
    reference: () => taggers.run('reference', null, REFERENCE_DEADLINE_MS) as Promise<Reference>,
  };
}

function transferable(bytes: Uint8Array): ArrayBuffer[] {
  return bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : [];
}
