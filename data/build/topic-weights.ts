/**
 * Learns words of Arabic topics from labelled articles and writes them as rows of data/topics/rules:
 *
 *   npx tsx data/build/topic-weights.ts path/to/ant_ar.jsonl > learned.tsv
 *
 * Lines: {"topic", "title", "text"}. The set's sections are topics of ours where they say one (SECTIONS). docs/topics.md says why none of it is shipped.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { learnWeights } from './learn-weights';
import { samplesOf, type LabelledRow } from './sections';

const [, , file] = process.argv;
if (!file) {
  console.error('usage: npx tsx data/build/topic-weights.ts path/to/ant_ar.jsonl[.gz] > learned.tsv');
  process.exit(2);
}
const bytes = readFileSync(file);
const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n').filter((line) => line !== '');
for (const [topic, phrases] of learnWeights(samplesOf(lines.map((line) => JSON.parse(line) as LabelledRow)), 'ar')) {
  for (const { phrase, weight } of phrases) console.log(`${topic}\t${weight}\t${phrase}`);
}
