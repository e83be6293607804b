/**
 * Folds the names of data/gazetteer/cities.tsv anew, after a change of lib/text/fold.ts or words.ts; the sources are not needed:
 *
 *   npx tsx data/build/refold.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cityFile, keysOf } from './city-file';

const file = fileURLToPath(new URL('../gazetteer/cities.tsv', import.meta.url));
const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
const folded = lines.map((cells) => {
  const [names, derived] = cells.slice(-2).map((cell) => keysOf(cell.split('|')));
  return [...cells.slice(0, -2), (names ?? []).join('|'), (derived ?? []).filter((key) => !names?.includes(key)).join('|')];
});
writeFileSync(file, cityFile(folded));
console.log(`${file}: ${folded.length} rows`);
