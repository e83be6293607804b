import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../server/replay/options';

const read = (...argv: string[]) => readOptions(argv, '/دفق');

describe('the command line of replay', () => {
  it('needs no more than a file', () => {
    expect(read('أخبار.jsonl.gz')).toEqual({
      kind: 'run',
      options: {
        file: '/دفق/أخبار.jsonl.gz', speed: 60, pace: 'recorded', dates: 'now', limit: Infinity, port: 3000, dataDir: '/دفق/.data-replay',
        keep: false, exitWhenDone: false, check: false, killAfter: null,
      },
    });
  });

  it('takes every option', () => {
    const argv = '/a.jsonl --speed 0.5 --pace even --dates recorded --limit 10 --port 4000 --data /d --keep --exit-when-done --check --kill-after 2.5';
    expect(read(...argv.split(' '))).toEqual({
      kind: 'run',
      options: {
        file: '/a.jsonl', speed: 0.5, pace: 'even', dates: 'recorded', limit: 10, port: 4000, dataDir: '/d',
        keep: true, exitWhenDone: true, check: true, killAfter: 2.5,
      },
    });
  });

  it('gives help whatever else is there', () => {
    expect(read('a', 'b', '--help')).toEqual({ kind: 'help' });
  });

  const wrong: [string, string[], string][] = [
    ['no file', [], 'name one file'],
    ['two files', ['a', 'b'], 'name one file'],
    ['a speed of nothing', ['a', '--speed', '0'], '--speed must be a number from 0.001 to 1000000000: 0'],
    ['a speed in Arabic digits', ['a', '--speed', '٦٠'], '--speed must be a number from 0.001 to 1000000000: ٦٠'],
    ['half an item', ['a', '--limit', '1.5'], '--limit must be a whole number from 1 to 1000000000: 1.5'],
    ['an empty limit', ['a', '--limit', ''], '--limit must be a whole number from 1 to 1000000000: '],
    ['a pace of its own', ['a', '--pace', 'slow'], '--pace must be recorded or even: slow'],
    ['an unknown option', ['a', '--sped', '2'], "Unknown option '--sped'"],
  ];
  it.each(wrong)('says what is wrong: %s', (_name, argv, problem) => {
    expect(read(...argv)).toEqual({ kind: 'wrong', problem: expect.stringContaining(problem) });
  });
});
