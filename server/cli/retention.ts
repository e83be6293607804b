import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { problemsOf, retentionSchema } from '../../lib/source-input';
import { ConfigError, readProcessConfig } from '../config';
import { createLog } from '../log';
import { createSources } from '../sources-app';
import { StartError } from '../start-error';
import { withDatabase } from './feeds/database';

const HELP = `Says or sets how long articles are kept.

usage: npx marsad retention [DAYS|all]

Without an argument it says how it is set. DAYS: articles older than so many days are deleted, a few hundred at a time, by the Marsad
that ingests; older ones are not taken in any more. Mention counts stay. all: nothing is deleted.

Exit code: 0 if all was well, 1 if the database can't be reached, 2 if the command was wrong.
`;

const PROJECT_DIR = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const complain = (line: string) => process.stderr.write(`marsad retention: ${line}\n`);
const inWords = (days: number | null) => (days === null ? 'all articles are kept' : `articles are kept for ${days} days`);

/** The command line of `marsad retention`: returns the exit code. */
export async function main(argv: string[]): Promise<number> {
  const wanted = readDays(argv);
  if (typeof wanted === 'string') {
    complain(`${wanted}\ntry: npx marsad retention --help`);
    return 2;
  }
  if (wanted.help) {
    process.stdout.write(HELP);
    return 0;
  }
  try {
    return await withDatabase(readProcessConfig(PROJECT_DIR), complain, async (db) => {
      const sources = createSources({ db, now: () => new Date(), log: createLog('warn') });
      if (wanted.days !== undefined) await sources.setRetention({ days: wanted.days });
      process.stdout.write(`${inWords((await sources.retention()).days)}\n`);
      return 0;
    });
  } catch (error) {
    if (!(error instanceof StartError || error instanceof ConfigError)) throw error;
    complain(error.message);
    return error instanceof ConfigError ? 2 : 1;
  }
}

/** What is asked for; `days` undefined: only to say it. Else what is wrong, in a line. */
function readDays(argv: string[]): { help: boolean; days?: number | null } | string {
  try {
    const { values, positionals: [days, ...more] } = parseArgs({ args: argv, allowPositionals: true, options: { help: { type: 'boolean', short: 'h' } } });
    if (values.help) return { help: true };
    if (more.length > 0) return `say one number, not ${more.join(' ')} too`;
    if (days === undefined) return { help: false };
    const read = retentionSchema.safeParse({ days: days === 'all' ? null : Number(days) });
    return read.success ? { help: false, days: read.data.days } : problemsOf(read.error).join('; ');
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return error.message;
    throw error;
  }
}
