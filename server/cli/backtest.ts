import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { backtestStored, type StoredBacktest } from '../backtest-app';
import { ConfigError, readProcessConfig } from '../config';
import { readSpan } from '../db/spikes/history';
import { StartError } from '../start-error';
import { thresholdsAt } from '../trends/spikes/thresholds';
import { HELP, readBacktestOptions, type BacktestOptions } from './backtest/options';
import { backtestLines } from './backtest/text';
import { withDatabase } from './feeds/database';

const PROJECT_DIR = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`marsad backtest: ${line}\n`);

/** The command line of `marsad backtest`: returns the exit code. */
export async function main(argv: string[]): Promise<number> {
  const options = readBacktestOptions(argv, new Date());
  if (options === null) {
    process.stdout.write(HELP);
    return 0;
  }
  if (Array.isArray(options)) {
    [...options, 'try: npx marsad backtest --help'].forEach(complain);
    return 2;
  }
  try {
    return await run(options);
  } catch (error) {
    if (!(error instanceof StartError || error instanceof ConfigError)) throw error;
    (error instanceof ConfigError ? error.problems : [error.message]).forEach(complain);
    return error instanceof ConfigError ? 2 : 1;
  }
}

function run({ from, to, thresholds, everyMinutes, top, json }: BacktestOptions): Promise<number> {
  const test: StoredBacktest = { from, to, everyMinutes, thresholds: thresholds.map((one) => (one === null ? null : thresholdsAt(one))) };
  return withDatabase(readProcessConfig(PROJECT_DIR), complain, async (db) => {
    const span = await readSpan(db);
    if (span === null || span.last < from || span.first >= to) {
      complain(span === null ? 'there are no articles yet' : `there are no articles of that time: they reach from ${span.first.toISOString()} to ${span.last.toISOString()}`);
      return 1;
    }
    const report = await backtestStored(db, test);
    if (json) say(JSON.stringify({ from, to, everyMinutes, thresholds: test.thresholds, ...report }, null, 2));
    else backtestLines(test, report, top).forEach(say);
    return 0;
  });
}
