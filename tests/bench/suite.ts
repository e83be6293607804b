import path from 'node:path';
import { parseArgs } from 'node:util';
import { endingOnSignals } from './closing';
import type { Table } from './figures';
import { busyness, machine } from './machine';
import { tablesText, writeReport } from './report';

/** What a part of a suite is given. */
export interface PartContext {
  projectDir: string;
  /** the folder of real data to measure with, which the repository doesn't hold; see the help */
  data: string;
  say(line: string): void;
}

export interface SuitePart {
  /** what it measures, a line for the help */
  what: string;
  measure(context: PartContext): Promise<Table[]>;
}

/** A bench of several parts, each of which prints tables: `npm run bench:NAME`. */
export interface Suite {
  name: string;
  about: string;
  /** in the order in which they run */
  parts: Readonly<Record<string, SuitePart>>;
}

export interface SuiteOptions {
  parts: string[];
  data: string;
  write: boolean;
}

/** Beside the project's folder: data of others that may be measured with, not committed. */
const DATA = '../shared/data';

function helpOf({ name, about, parts }: Suite): string {
  const width = Math.max(...Object.keys(parts).map(({ length }) => length));
  return [
    `usage: npm run bench:${name} -- [PART...] [options]`, '', about, '',
    ...Object.entries(parts).map(([part, { what }]) => `  ${part.padEnd(width)}   ${what}`), '',
    `  --data DIR   the folder of real data to measure with (${DATA})`,
    '  --write      put the tables into docs/benchmarks.md as well; those of parts that did not run stay as they are',
    '  --help       this', '',
  ].join('\n');
}

/** @returns null where only help was asked for. @throws saying what is wrong with the command line */
export function readSuiteOptions(suite: Suite, argv: string[], projectDir: string): SuiteOptions | null {
  const { values, positionals } = parseArgs({
    args: argv, allowPositionals: true,
    options: { data: { type: 'string' }, write: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) return null;
  const known = Object.keys(suite.parts);
  const wrong = positionals.find((part) => !known.includes(part));
  if (wrong !== undefined) throw new Error(`there is no part ${wrong}: choose of ${known.join(', ')}`);
  const parts = known.filter((part) => positionals.length === 0 || positionals.includes(part));
  return { parts, data: values.data === undefined ? path.resolve(projectDir, DATA) : path.resolve(values.data), write: values.write };
}

async function measurePart(suite: Suite, part: string, context: PartContext): Promise<string> {
  context.say(`· ${part} …`);
  const before = busyness();
  const tables = (await suite.parts[part]?.measure(context)) ?? [];
  const head = `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, ${machine()}; ${before}.`;
  return [head, tablesText(tables)].join('\n\n');
}

/** @returns the exit code; figures that miss their aim are no failure */
export async function runSuite(suite: Suite, argv: string[], projectDir: string): Promise<number> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  let options: SuiteOptions | null;
  try {
    options = readSuiteOptions(suite, argv, projectDir);
  } catch (error) {
    process.stderr.write(`bench:${suite.name}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  if (options === null) {
    say(helpOf(suite));
    return 0;
  }
  const { parts, data, write } = options;
  await endingOnSignals(async () => {
    for (const part of parts) {
      const text = await measurePart(suite, part, { projectDir, data, say });
      say(`\n${text}\n`);
      if (write) await writeReport(path.join(projectDir, 'docs/benchmarks.md'), text, `bench:${suite.name} ${part}`);
    }
  });
  return 0;
}
