import type { Tags } from '../../lib/entry';
import type { Reference } from '../../lib/reference';
import type { ReadInput, ReadResult } from '../ingest/read';
import { createWorkerPool } from '../ingest/worker-pool';
import type { TagInput } from './tag';

export interface Reading {
  start(): Promise<void>;
  stop(): Promise<void>;
  parse(input: ReadInput): Promise<ReadResult>;
  tag(inputs: TagInput[]): Promise<Tags[]>;
  /** what articles refer to, for the database to keep */
  reference(): Promise<Reference>;
}

const BOOT = new URL('./boot.mjs', import.meta.url);
const PARSE_DEADLINE_MS = 15_000;
const TAG_DEADLINE_MS = 15_000;
const REFERENCE_DEADLINE_MS = 10_000;

/**
 * Reading in two threads: one parses, one tags, so that a feed that hangs the parser doesn't cost loading the gazetteer anew.
 * The threads answer with what they were asked for: their tasks are typed here, once.
 */
export function createReading(): Reading {
  const parsers = createWorkerPool({ boot: BOOT, module: new URL('./parse.ts', import.meta.url), size: 1 });
  const taggers = createWorkerPool({ boot: BOOT, module: new URL('./tag.ts', import.meta.url), size: 1 });
  return {
    async start() {
      await Promise.all([parsers.start(), taggers.start()]);
    },
    async stop() {
      await Promise.all([parsers.stop(), taggers.stop()]);
    },
    parse: (input) => parsers.run('parse', input, PARSE_DEADLINE_MS) as Promise<ReadResult>,
    tag: (inputs) => taggers.run('tag', inputs, TAG_DEADLINE_MS) as Promise<Tags[]>,
    reference: () => taggers.run('reference', null, REFERENCE_DEADLINE_MS) as Promise<Reference>,
  };
}
