import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../../server/cli/extract';

const TEXT = 'قالت البلدية إن الحديقة العامة ستفتح أبوابها للزوار صباح الجمعة بعد أشغال دامت عامين كاملين.';
const PAGE = `<html lang="ar"><head><title>الحديقة تفتح أبوابها</title><link rel="canonical" href="/n/1"></head><body><article><p>${TEXT}</p></article></body></html>`;
let [output, errors, folder]: [string[], string[], string] = [[], [], ''];

const take = (lines: () => string[]) => (chunk: unknown, done?: unknown): boolean => {
  lines().push(String(chunk));
  if (typeof done === 'function') done();
  return true;
};

beforeEach(async () => {
  [output, errors] = [[], []];
  folder = await mkdtemp(path.join(tmpdir(), 'marsad-extract-'));
  vi.spyOn(process.stdout, 'write').mockImplementation(take(() => output));
  vi.spyOn(process.stderr, 'write').mockImplementation(take(() => errors));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const lines = () => output.map((line) => JSON.parse(line) as unknown);

describe('marsad extract', () => {
  it('writes a line a page, gzipped or not, from files and folders, and goes on after a bad one', async () => {
    await writeFile(path.join(folder, 'a.html'), PAGE);
    await writeFile(path.join(folder, 'b.html.gz'), gzipSync(PAGE));
    await writeFile(path.join(folder, 'notes.txt'), 'no page');
    const absent = path.join(folder, 'ليس-هنا.html');
    expect(await main([absent, folder, '--url', 'https://baladiya.example/x'])).toBe(1);
    const read = { title: 'الحديقة تفتح أبوابها', text: TEXT, author: null, publishedAt: null, lang: 'ar', canonicalUrl: 'https://baladiya.example/n/1' };
    expect(lines()).toEqual([
      { file: absent, error: 'no such file' }, { file: path.join(folder, 'a.html'), ...read }, { file: path.join(folder, 'b.html.gz'), ...read },
    ]);
    expect(errors).toEqual([`marsad extract: ${absent}: no such file\n`]);
  });

  it.each([
    ['no file', [], 'name at least one file'],
    ['an option that there is not', ['--ur', 'x', 'page.html'], '--ur'],
    ['an address that is none', ['--url', 'الأخبار', 'page.html'], '--url is no absolute address'],
  ])('%s: one clear line, exit code 2', async (_, argv, message) => {
    expect(await main(argv)).toBe(2);
    expect(errors.join('')).toContain(message);
    expect(output).toEqual([]);
  });

  it('--help explains itself on standard output', async () => {
    expect(await main(['--help'])).toBe(0);
    expect(output.join('')).toContain('usage: npx marsad extract FILE...');
  });
});
