import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readStream } from '../../server/replay/read-stream';
import type { StreamRecord } from '../../server/replay/record';
import { parseWire, type WireItem } from '../../server/sample/wire';

export interface Articles {
  records: StreamRecord[];
  /** in words, where they come from */
  origin: string;
}

/** As many as the recorded stream that the figures in docs/benchmarks.md were taken on. */
const MADE = 5_245;
const NEWSPAPERS = 10;

/** Some are a line, some are long reads, as in a newspaper: this many items' texts are strung together. */
const LENGTHS = [1, 3, 2, 5, 2, 3, 8, 2, 4, 3];

function make(items: readonly WireItem[], n: number): StreamRecord {
  const item = items[n % items.length] as WireItem;
  const kin = items.filter(({ lang }) => lang === item.lang);
  const start = kin.indexOf(item);
  const length = LENGTHS[n % LENGTHS.length] ?? 1;
  const texts = Array.from({ length }, (_, i) => kin[(start + i * (1 + (n % 7))) % kin.length]?.text ?? '');
  return {
    id: `bench-${n + 1}`, source: `bench-${(n % NEWSPAPERS) + 1}`, title: `${item.title} (${n + 1})`, text: texts.join('\n\n'),
    url: `https://sample.example/${n + 1}`, lang: item.lang, extractedAt: new Date(n * 1000),
  };
}

/**
 * The articles to measure with: a recorded stream, else as many made from the texts of the sample wire, each unlike the others.
 * @throws where the file can't be read
 */
export async function loadArticles(stream: string | null, projectDir: string): Promise<Articles> {
  if (stream !== null) {
    const { records, broken } = await readStream(stream, Infinity, () => undefined);
    const sources = new Set(records.map(({ source }) => source)).size;
    const left = broken > 0 ? `, ${broken} broken lines left out` : '';
    return { records, origin: `${records.length} articles of ${sources} newspapers, recorded (${path.basename(stream)}${left})` };
  }
  const items = parseWire(JSON.parse(await readFile(path.join(projectDir, 'data/sample-wire.json'), 'utf8')));
  return {
    records: Array.from({ length: MADE }, (_, n) => make(items, n)),
    origin: `${MADE} articles of ${NEWSPAPERS} newspapers, made from the sample wire's texts`,
  };
}
