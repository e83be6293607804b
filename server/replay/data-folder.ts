import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StartingFeed } from '../../lib/starting-feeds';

/** The list of the replay's feeds. A folder that has it was made by a replay. */
const FEEDS_FILE = 'replay-feeds.json';

/** Why a folder can't be used, in a line for the person who named it. */
export class DataFolderError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DataFolderError';
  }
}

/**
 * Makes the replay's data folder ready.
 * @returns the path of the list of feeds, empty where it is new
 * @throws DataFolderError where the folder holds something that no replay made
 */
export function prepareDataFolder(folder: string): string {
  const feedsFile = path.join(folder, FEEDS_FILE);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  if (names.length > 0 && !names.includes(FEEDS_FILE)) {
    throw new DataFolderError(`${folder} holds something else than a replay's data: name another folder with --data`);
  }
  mkdirSync(folder, { recursive: true });
  if (names.length === 0) writeFeeds(feedsFile, []);
  return feedsFile;
}

export function writeFeeds(feedsFile: string, feeds: readonly StartingFeed[]): void {
  writeFileSync(feedsFile, `${JSON.stringify(feeds, null, 2)}\n`);
}
