import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { explained, knownDifferences, type Difference } from '../../bench/feeds/differences';
import { temporaryFolder } from '../../support/folders';

const KNOWN: Difference[] = [{ file: 'أ/خبر.xml', what: 'link', right: 'us', why: 'لأنه كذلك' }];

describe('differences from the oracle', () => {
  test.each<[name: string, miss: string, line: string]>([
    ['one that is known', 'أ/خبر.xml: link', 'أ/خبر.xml: link: Marsad is right. لأنه كذلك'],
    ['one in a file that is known, but of something else too', 'أ/خبر.xml: link, title', 'أ/خبر.xml: link, title: **unexplained**'],
    ['one that nobody knows', 'ب.xml: date', 'ب.xml: date: **unexplained**'],
  ])('%s', (_name, miss, line) => expect(explained([miss], KNOWN)).toEqual([line]));

  test('each that is committed is told whole', async () => {
    for (const { file, what, why } of await knownDifferences()) expect([file, what, why].every((part) => part.trim() !== '')).toBe(true);
  });

  test('a line that isn’t as it should be is named', async () => {
    const folder = await temporaryFolder();
    try {
      const file = path.join(folder.path, 'd.tsv');
      await writeFile(file, 'file\twhat\tright\twhy\na.xml\tlink\tsomebody\tso\n');
      await expect(knownDifferences(pathToFileURL(file))).rejects.toThrow('line 2');
    } finally {
      await folder.remove();
    }
  });
});
