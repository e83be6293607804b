import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadArticles } from '../../bench/articles';
import { slope } from '../../bench/feeds/day-table';
import { median, medianOf, quantile } from '../../bench/figures';
import { readOptions } from '../../bench/options';
import { reportText, writeReport } from '../../bench/report';
import { temporaryFolder } from '../../support/folders';

describe('quantile, by nearest rank', () => {
  test.each<[name: string, values: number[], q: number, value: number]>([
    ['the one value there is', [7], 0.95, 7],
    ['the middle of three, unsorted', [3, 1, 2], 0.5, 2],
    ['the lower middle of four', [4, 3, 2, 1], 0.5, 2],
    ['numbers, not texts', [10, 9, 100], 1, 100],
    ['the 19th of 20', Array.from({ length: 20 }, (_, n) => n + 1), 0.95, 19],
    ['the smallest', [5, 4], 0, 4],
  ])('%s', (_name, values, q, value) => expect(quantile(values, q)).toBe(value));

  test('of nothing there is none', () => expect(() => median([])).toThrow('no values'));
  test('a median shows what it is the median of', () => expect(medianOf([3, 1, 2], String)).toBe('2 (3, 1, 2)'));
});

describe('the slope of memory', () => {
  test.each<[name: string, bytes: number[], expected: number]>([
    ['flat', [5, 5, 5], 0], ['a line', [1, 3, 5], 2], ['least squares through what goes up and down', [0, 2, 1, 3], 0.8], ['falling', [4, 2], -2],
  ])('%s', (_name, bytes, expected) => expect(slope(bytes.map((one, hours) => ({ hours, bytes: one })))).toBeCloseTo(expected));
  test('of one moment there is none', () => expect(() => slope([{ hours: 1, bytes: 1 }])).toThrow('two moments'));
});

describe('the command line', () => {

  test('names files from where it was typed', () => {
    expect(readOptions(['--stream', 'بث.jsonl', '--only', 'tagger,paint'], '/tmp')).toEqual({
      stream: '/tmp/بث.jsonl', data: null, write: false, parts: ['paint', 'tagger'], repeat: 3,
    });
  });
  test.each<[name: string, argv: string[], problem: RegExp]>([
    ['a part that there is none of', ['--only', 'paint,speed'], /not "speed"/],
    ['no repetition at all', ['--repeat', '0'], /from 1 to 99: 0/],
    ['an option that there is none of', ['--fast'], /--fast/],
  ])('%s is named', (_name, argv, problem) => expect(() => readOptions(argv, '/tmp')).toThrow(problem));
});

describe('articles made from the sample wire', () => {
  test('are many, and no two the same', async () => {
    const { records } = await loadArticles(null, process.cwd());
    expect(records.length).toBeGreaterThan(5000);
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    expect(new Set(records.map(({ title }) => title)).size).toBe(records.length);
    expect(new Set(records.map(({ source }) => source)).size).toBe(10);
    expect(records.filter(({ lang }) => lang === 'ar').length).toBeGreaterThan(1000);
  });
});

describe('the report', () => {
  const text = reportText({
    machine: 'Z80, 1 core', busyness: 'idle', at: '2026-11-23T19:12:00.000Z', articles: '3 articles',
    tables: [{ title: 'Speed', rows: [{ what: 'a | b', figure: '1 ms', aim: '', how: 'twice' }], notes: ['a note'] }],
  });

  test('is a table a part, with the machine and the time', () => {
    expect(text).toContain('2026-11-23 19:12 UTC, Z80, 1 core; idle.');
    expect(text).toContain('| a \\| b | 1 ms |  | twice |');
    expect(text).toMatch(/### Speed[\s\S]*a note$/u);
  });

  test('replaces the one before, and nothing around it', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder.path, 'benchmarks.md');
    await writeFile(file, '# قياس\n\n<!-- written by npm run bench: from here -->\nold\n<!-- written by npm run bench: to here -->\n\nafter\n');
    await writeReport(file, text);
    await writeReport(file, text);
    const page = await readFile(file, 'utf8');
    expect(page.split('### Speed')).toHaveLength(2);
    expect(page).toMatch(/^# قياس\n/u);
    expect(page).toMatch(/\nafter\n$/u);
    expect(page).not.toContain('old');
    await writeFile(file, '# nothing\n');
    await expect(writeReport(file, text)).rejects.toThrow('no place for the report');
    await folder.remove();
  });
});
