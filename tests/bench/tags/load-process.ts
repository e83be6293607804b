/** A process that reads the gazetteer, once, and says how long it took and what it holds: node --expose-gc --import tsx load-process.ts [cities.tsv] */
import { readFileSync } from 'node:fs';
import { loadGazetteer } from '../../../server/tagging/places/gazetteer';

export interface Loaded {
  ms: number;
  /** bytes of resident memory more than before */
  memory: number;
  /** bytes of JavaScript's heap more than before */
  heap: number;
}

const [, , file] = process.argv;
globalThis.gc?.();
const before = process.memoryUsage();
const began = performance.now();
const gazetteer = file ? loadGazetteer(readFileSync(file)) : loadGazetteer();
const ms = performance.now() - began;
globalThis.gc?.();
const after = process.memoryUsage();
if (gazetteer.hierarchy.length === 0) throw new Error('nothing was read');
const loaded: Loaded = { ms, memory: after.rss - before.rss, heap: after.heapUsed - before.heapUsed };
process.stdout.write(JSON.stringify(loaded));
