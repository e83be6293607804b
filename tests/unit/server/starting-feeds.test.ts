import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StartError } from '../../../server/start-error';
import { readStartingFeeds } from '../../../server/starting-feeds';
import { temporaryFolder } from '../../support/folders';

const FEED = { publisher: { slug: 'alsafa', name: 'الصفا', country: 'LB' }, url: 'https://alsafa.example/rss', title: 'الأخبار', language: 'ar', country: 'LB' };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let file: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  file = path.join(folder.path, 'feeds.json');
});
afterEach(() => folder.remove());

async function problems(of: string): Promise<string[]> {
  const error: unknown = await readStartingFeeds(of).then(() => null, (reason: unknown) => reason);
  if (error instanceof StartError) return error.message.split('\n');
  throw error;
}

test('no file, no feeds', async () => {
  expect(await readStartingFeeds(null)).toEqual([]);
});

test('a list is read, also behind a byte order mark', async () => {
  await writeFile(file, `\uFEFF${JSON.stringify([FEED])}`);
  expect(await readStartingFeeds(file)).toEqual([FEED]);
});

test.each<[string, string, RegExp[]]>([
  ['an empty file', '', [/feeds\.json is no JSON: .*end of JSON/u]],
  ['a comma too many after an Arabic name', '[\n  {"name": "الصفا",\n  }\n]', [/feeds\.json is no JSON: line 3, column 3: /u]],
  ['a word in the wrong place', '[\n  oops\n]', [/feeds\.json is no JSON: .*oops/u]],
  ['no list', '{}', [/feeds\.json: the list of feeds: is no list/u]],
  ['two bad rows, one line each', JSON.stringify([{ ...FEED, country: 'ZZ1' }, { ...FEED, url: 'ftp://alsafa.example' }]),
    [/feeds\.json: feed 1, country: /u, /feeds\.json: feed 2, url: /u]],
])('%s', async (_name, text, expected) => {
  await writeFile(file, text);
  expect(await problems(file)).toEqual(expected.map((line) => expect.stringMatching(line)));
});

test('a file that is not there, and a folder', async () => {
  expect(await problems(file)).toEqual([expect.stringMatching(/^FEEDS: .*feeds\.json can't be read: ENOENT/u)]);
  expect(await problems(folder.path)).toEqual([expect.stringMatching(/can't be read: EISDIR/u)]);
});
