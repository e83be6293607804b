import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clearLeftover } from '../../../server/db/postgres/leftover';
import { temporaryFolder } from '../../support/folders';

const fail = (line: string) => { throw new Error(line); };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let pidFile: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  pidFile = path.join(folder.path, 'postgres', 'postmaster.pid');
  await mkdir(path.dirname(pidFile));
});
afterEach(() => folder.remove());

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'close');
  return child.pid ?? 0;
}

/** What is left of the file. */
async function afterClearing(written: string): Promise<string | null> {
  await writeFile(pidFile, written);
  await clearLeftover({ home: folder.path, binaries: { root: folder.path, version: '18.0.0' }, user: null }, fail);
  return readFile(pidFile, 'utf8').catch(() => null);
}

test('the file of a server that has ended is left to Postgres', async () => {
  const written = `${await deadPid()}\n${folder.path}/postgres\n`;
  expect(await afterClearing(written)).toBe(written);
});

test.each<[string, string]>([
  ['whose number a stranger has by now', `${process.pid}\n`],
  ['that is empty', ''],
  ['without a number', 'مرصد\n'],
])('a file %s is removed, since Postgres would not start', async (_name, written) => {
  expect(await afterClearing(written)).toBeNull();
});
