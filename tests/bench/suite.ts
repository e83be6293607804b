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
  /** what the command line says of the suite's own numbers */
  numbers: Readonly<Record<string, number>>;
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
  /** whole numbers above nought that can be said otherwise: --NAME N */
  numbers?: Readonly<Record<string, SuiteNumber>>;
}

export interface SuiteNumber {
  /** a line for the help */
  what: string;
  usual: number;
}

export interface SuiteOptions {
  parts: string[];
  data: string;
  numbers: Record<string, number>;
  write: boolean;
}

/** Beside the project's folder: data of others that may be measured with, not committed. */
const DATA = '../shared/data';

function helpOf({ name, about, parts, numbers = {} }: Suite): string {
  const width = Math.max(...Object.keys(parts).map(({ length }) => length));
  return [
    `usage: npm run bench:${name} -- [PART...] [options]`, '', about, '',
    ...Object.entries(parts).map(([part, { what }]) => `  ${part.padEnd(width)}   ${what}`), '',
    ...Object.entries(numbers).map(([number, { what, usual }]) => `  ${`--${number} N`.padEnd(10)}   ${what} (${usual})`),
    `  --data DIR   the folder of real data to measure with (${DATA})`,
    '  --write      put the tables into docs/benchmarks.md as well; those of parts that did not run stay as they are',
    '  --help       this', '',
  ].join('\n');
}

/** @throws where one of them is no whole number above nought */
function readNumbers({ numbers = {} }: Suite, values: Readonly<Record<string, unknown>>): Record<string, number> {
  return Object.fromEntries(Object.entries(numbers).map(([name, { usual }]) => {
    const text = values[name] ?? String(usual);
    if (typeof text !== 'string' || !/^[1-9][0-9]{0,6}$/.test(text)) throw new Error(`--${name} must be a whole number above nought: ${String(text)}`);
    return [name, Number(text)];
  }));
}

/** @returns null where only help was asked for. @throws saying what is wrong with the command line */
export function readSuiteOptions(suite: Suite, argv: string[], projectDir: string): SuiteOptions | null {
  const own = Object.fromEntries(Object.keys(suite.numbers ?? {}).map((name) => [name, { type: 'string' } as const]));
  const { values, positionals } = parseArgs({
    args: argv, allowPositionals: true,
    options: { ...own, data: { type: 'string' }, write: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) return null;
  const known = Object.keys(suite.parts);
  const wrong = positionals.find((part) => !known.includes(part));
  if (wrong !== undefined) throw new Error(`there is no part ${wrong}: choose of ${known.join(', ')}`);
  const parts = known.filter((part) => positionals.length === 0 || positionals.includes(part));
  const data = typeof values.data === 'string' ? path.resolve(values.data) : path.resolve(projectDir, DATA);
  return { parts, data, numbers: readNumbers(suite, values), write: values.write === true };
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
  const { parts, data, numbers, write } = options;
  await endingOnSignals(async () => {
    for (const part of parts) {
      const text = await measurePart(suite, part, { projectDir, data, numbers, say });
      say(`\n${text}\n`);
      if (write) await writeReport(path.join(projectDir, 'docs/benchmarks.md'), text, `bench:${suite.name} ${part}`);
    }
  });
  return 0;
}
