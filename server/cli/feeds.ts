import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { isBadSource } from '../../lib/source';
import { ConfigError, readProcessConfig, type Config } from '../config';
import type { Database } from '../db/client';
import type { SourcesHandle } from '../db/handle';
import { knownSources } from '../db/sources/add';
import { createDiscovery } from '../ingest/discover/discover';
import { createLog } from '../log';
import { createSources } from '../sources-app';
import { StartError } from '../start-error';
import { addFeed } from './feeds/add';
import { checkAll } from './feeds/check-all';
import { withDatabase } from './feeds/database';
import { withNetwork } from './feeds/network';
import { HELP, readFeedsOptions, type FeedsOptions } from './feeds/options';
import { reportLines, sourceLines } from './feeds/text';

const PROJECT_DIR = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`marsad feeds: ${line}\n`);
const now = () => new Date();

/** The command line of `marsad feeds`: returns the exit code. */
export async function main(argv: string[]): Promise<number> {
  const options = readFeedsOptions(argv);
  if (options === null) {
    process.stdout.write(HELP);
    return 0;
  }
  if (typeof options === 'string') {
    complain(`${options}\ntry: npx marsad feeds --help`);
    return 2;
  }
  try {
    return await run(options, readProcessConfig(PROJECT_DIR));
  } catch (error) {
    if (error instanceof ConfigError) {
      error.problems.forEach(complain);
      return 2;
    }
    if (!(error instanceof StartError || isBadSource(error) || (error instanceof Error && 'syscall' in error))) throw error;
    complain(error.message);
    return 1;
  }
}

async function run(options: FeedsOptions, config: Config): Promise<number> {
  const { command, names } = options;
  if (command === 'check') return checkAll(options, config, { say, complain });
  if (command === 'import') {
    const bytes = names[0] === '-' ? Buffer.concat(await process.stdin.toArray()) : await readFile(names[0] ?? '');
    return onSources(config, async (sources) => {
      const report = await sources.importOpml(bytes, null);
      if (options.json) say(JSON.stringify(report));
      else reportLines(report).forEach(say);
      return report.refused.length > 0 ? 1 : 0;
    });
  }
  if (command === 'add') return add(options, config);
  return onSources(config, (sources) => manage(options, sources));
}

function onSources(config: Config, work: (sources: SourcesHandle, db: Database) => Promise<number>): Promise<number> {
  return withDatabase(config, complain, (db) => work(createSources({ db, now, log: createLog('warn') }), db));
}

async function manage(options: FeedsOptions, sources: SourcesHandle): Promise<number> {
  const { command, names, json, withArticles } = options;
  if (command === 'list') {
    const list = await sources.sources();
    if (json) say(JSON.stringify(list, null, 2));
    else if (list.length === 0) say('There are no feeds yet: npx marsad feeds add ADDRESS');
    else list.flatMap(sourceLines).forEach(say);
    return 0;
  }
  if (command === 'export') {
    const opml = await sources.exportOpml();
    if (names[0]) await writeFile(names[0], opml);
    else process.stdout.write(opml);
    return 0;
  }
  let failed = 0;
  for (const name of names) if (!(await one(command, Number(name), withArticles, sources))) failed += 1;
  return failed === 0 ? 0 : 1;
}

/** Does it to one feed and says so. @returns false where it can't be done */
async function one(command: FeedsOptions['command'], id: number, withArticles: boolean, sources: SourcesHandle): Promise<boolean> {
  const acts: Partial<Record<FeedsOptions['command'], () => Promise<string | null>>> = {
    pause: async () => (await sources.editSource(id, { paused: true })) && 'paused',
    resume: async () => (await sources.editSource(id, { paused: false })) && 'resumed: it is asked at once',
    ask: async () => ((await sources.askNow(id)) ? 'asked at once' : null),
    delete: async () => {
      const deleted = await sources.deleteSource(id, withArticles ? 'delete' : 'keep');
      return deleted && `deleted, with ${deleted.removed} articles`;
    },
  };
  try {
    const done = await acts[command]?.();
    if (done) say(`${id}  ${done}`);
    else complain(`there is no feed ${id}`);
    return Boolean(done);
  } catch (error) {
    if (!isBadSource(error)) throw error;
    complain(`${id}: ${error.message}`);
    return false;
  }
}

function add(options: FeedsOptions, config: Config): Promise<number> {
  return onSources(config, (sources, db) => withNetwork(config, (fetch, parse) => addFeed({
    discover: createDiscovery({ fetch, parse, now, known: (urls) => knownSources(db, urls) }),
    add: sources.addSources,
    ask: process.stdin.isTTY && process.stdout.isTTY ? askAtTerminal : null,
    say,
    complain,
  }, options)));
}

async function askAtTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}
