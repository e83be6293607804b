import { readFile } from 'node:fs/promises';
import { parseStartingFeeds, StartingFeedsError, type StartingFeed } from '../lib/starting-feeds';
import { StartError } from './start-error';

/** What JSON.parse says, on one line, with its position as line and column where it names one. */
function whereInJson(error: Error, text: string): string {
  const [what = '', position] = error.message.split(/ in JSON at position ([0-9]+)/u);
  if (position === undefined) return what.replace(/\s+/gu, ' ');
  const before = text.slice(0, Number(position)).split('\n');
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}: ${what}`;
}

function parse(text: string, file: string): StartingFeed[] {
  try {
    return parseStartingFeeds(JSON.parse(text));
  } catch (error) {
    if (error instanceof StartingFeedsError) throw new StartError(error.problems.map((problem) => `FEEDS: ${file}: ${problem}`).join('\n'), { cause: error });
    if (error instanceof SyntaxError) throw new StartError(`FEEDS: ${file} is no JSON: ${whereInJson(error, text)}`, { cause: error });
    throw error;
  }
}

/**
 * The feeds to start with.
 * @param file the path of a JSON list; null: there are none
 * @throws StartError with one line for each thing that is wrong with the file
 */
export async function readStartingFeeds(file: string | null): Promise<StartingFeed[]> {
  if (file === null) return [];
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new StartError(`FEEDS: ${file} can't be read: ${error.message}`, { cause: error });
  });
  // editors on Windows like to begin with a byte order mark
  return parse(text.replace(/^\uFEFF/u, ''), file);
}
