import path from 'node:path';
import { parseArgs } from 'node:util';

export const PARTS = ['paint', 'pipeline', 'starts', 'tagger'] as const;
export type Part = (typeof PARTS)[number];

export interface BenchOptions {
  /** a recorded stream to replay; null: articles made from the sample wire's */
  stream: string | null;
  /** the folder of labelled articles and their scorer; null: the tagger's quality is not measured */
  data: string | null;
  /** puts the tables into docs/benchmarks.md too */
  write: boolean;
  parts: readonly Part[];
  /** how often what is repeated is repeated */
  repeat: number;
}

export const HELP = `usage: npm run bench -- [options]

Measures Marsad on this machine and prints tables: fetched to painted, articles a second and memory, first and second start, the tagger.

  --stream FILE   replay this recorded stream (JSON lines, as for npx marsad replay) instead of articles made from the sample wire
  --data DIR      a folder with score_articles.py and articles/ to score the tagger by
  --only PARTS    some of ${PARTS.join(',')}
  --repeat N      how often the pipeline and the second start are measured; medians are shown (3)
  --write         put the tables into docs/benchmarks.md as well
  --help          this
`;

function partsOf(text: string | undefined): readonly Part[] {
  if (text === undefined) return PARTS;
  const parts = text.split(',');
  const wrong = parts.find((part) => !PARTS.some((known) => known === part));
  if (wrong !== undefined) throw new Error(`--only takes some of ${PARTS.join(',')}, not "${wrong}"`);
  return PARTS.filter((part) => parts.includes(part));
}

function count(text: string): number {
  if (!/^[1-9][0-9]?$/.test(text)) throw new Error(`--repeat must be a whole number from 1 to 99: ${text}`);
  return Number(text);
}

/** @returns null where only help was asked for. @throws saying what is wrong with the command line */
export function readOptions(argv: string[], workingDir: string): BenchOptions | null {
  const { values } = parseArgs({
    args: argv,
    options: {
      stream: { type: 'string' }, data: { type: 'string' }, only: { type: 'string' }, repeat: { type: 'string', default: '3' },
      write: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return null;
  const file = (name: string | undefined) => (name === undefined ? null : path.resolve(workingDir, name));
  return { stream: file(values.stream), data: file(values.data), write: values.write, parts: partsOf(values.only), repeat: count(values.repeat) };
}
