import path from 'node:path';
import { loadArticles } from './articles';
import { endingOnSignals } from './closing';
import { openDesk, type Desk } from './desk';
import type { Table } from './figures';
import { busyness, machine } from './machine';
import { HELP, readOptions, type BenchOptions, type Part } from './options';
import { measurePaint } from './paint';
import { measurePipeline } from './pipeline';
import { reportText, writeReport } from './report';
import { measureStarts } from './starts';
import { measureTagger } from './tagger';

/** What the command line finds out before this is loaded. */
export interface Surroundings {
  projectDir: string;
  chromium: string;
}

const say = (text: string) => process.stdout.write(`${text}\n`);

async function withDesk<T>(use: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = await openDesk(say);
  try {
    return await use(desk);
  } finally {
    await desk.close();
  }
}

async function measureAll({ stream, data, parts, repeat }: BenchOptions, { projectDir, chromium }: Surroundings): Promise<{ articles: string; tables: Table[] }> {
  const { records, origin } = await loadArticles(stream, projectDir);
  const measures: Record<Part, () => Promise<Table>> = {
    paint: () => withDesk((desk) => measurePaint(desk, records, chromium)),
    pipeline: () => withDesk((desk) => measurePipeline(desk, records, repeat, say)),
    starts: () => measureStarts(projectDir, repeat, say),
    tagger: () => measureTagger(projectDir, data, records),
  };
  const tables: Table[] = [];
  for (const part of parts) {
    say(`· ${part} …`);
    tables.push(await measures[part]());
  }
  return { articles: origin, tables };
}

/** `npm run bench`. @returns the exit code; figures that miss their aim are no failure */
export async function main(argv: string[], surroundings: Surroundings): Promise<number> {
  let options: BenchOptions | null;
  try {
    options = readOptions(argv, process.cwd());
  } catch (error) {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  if (options === null) {
    say(HELP);
    return 0;
  }
  const before = busyness();
  const chosen = options;
  const measured = await endingOnSignals(() => measureAll(chosen, surroundings));
  const text = reportText({ machine: machine(), busyness: before, at: new Date().toISOString(), ...measured });
  say(`\n${text}`);
  if (options.write) await writeReport(path.join(surroundings.projectDir, 'docs/benchmarks.md'), text);
  return 0;
}
