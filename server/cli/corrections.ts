import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ConfigError, readProcessConfig } from '../config';
import { correctionCases } from '../db/corrections/list';
import { StartError } from '../start-error';
import { withDatabase } from './feeds/database';

const HELP = `Writes what readers took off articles ("not this place", "not this topic") as tests of the tagger, one article a JSON line.

usage: npx marsad corrections > corrections.jsonl

  {"id", "title", "text", "lang", "notPlaces": [{"id", "form"}], "notTopics": [{"id"}]}
       form: the words that the place was named by; null where they are no longer in the text

The lines are input of "npx marsad tag" as they are: what it answers should hold none of those places and topics.

Exit code: 0 if all was well, 1 if the database can't be reached, 2 if the command was wrong.
`;

const PROJECT_DIR = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const complain = (line: string) => process.stderr.write(`marsad corrections: ${line}\n`);

/** The command line of `marsad corrections`: returns the exit code. */
export async function main(argv: string[]): Promise<number> {
  const wanted = readOptions(argv);
  if (typeof wanted === 'string') {
    complain(`${wanted}\ntry: npx marsad corrections --help`);
    return 2;
  }
  if (wanted.help) {
    process.stdout.write(HELP);
    return 0;
  }
  try {
    return await withDatabase(readProcessConfig(PROJECT_DIR), complain, async (db) => {
      for await (const one of correctionCases(db)) process.stdout.write(`${JSON.stringify(one)}\n`);
      return 0;
    });
  } catch (error) {
    if (!(error instanceof StartError || error instanceof ConfigError)) throw error;
    complain(error.message);
    return error instanceof ConfigError ? 2 : 1;
  }
}

/** What is asked for; else what is wrong, in a line. */
function readOptions(argv: string[]): { help: boolean } | string {
  try {
    const { values } = parseArgs({ args: argv, options: { help: { type: 'boolean', short: 'h' } } });
    return { help: values.help ?? false };
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return error.message;
    throw error;
  }
}
