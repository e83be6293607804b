import { describe, expect, it } from 'vitest';
import { readBacktestOptions } from '../../../server/cli/backtest/options';
import { backtestLines } from '../../../server/cli/backtest/text';
import type { BacktestReport, TestedSpike } from '../../../server/backtest-app';

const NOW = new Date('2026-11-29T12:00:00Z');
const read = (line: string) => readBacktestOptions(line.split(' ').filter(Boolean), NOW);

describe('options of marsad backtest', () => {
  it('take days and times, in UTC where no zone is named', () => {
    expect(read('--from 2026-11-01 --to 2026-11-02T08:30')).toEqual({
      from: new Date('2026-11-01T00:00:00Z'), to: new Date('2026-11-02T08:30:00Z'), thresholds: [null], everyMinutes: 1, top: 10, json: false,
    });
    expect(read('--from 2026-11-01T00:00+03:00')).toMatchObject({ from: new Date('2026-10-31T21:00:00Z'), to: NOW });
  });

  it('take several thresholds, with commas or repeated, each once', () => {
    expect(read('--from 2026-11-01 --threshold shipped,5 --threshold 6.25,5')).toMatchObject({ thresholds: [null, 5, 6.25] });
  });

  it.each<[string, string]>([
    ['', 'say --from'], ['--from أمس', '--from takes a time'], ['--from 2026-02-30', '--from takes a time'], ['--from 2026-11-01 --to soon', '"soon"'],
    ['--from 2026-11-02 --to 2026-11-01', '--from has to lie before --to'], ['--from 2026-11-01 --threshold high', '"high"'], ['--from 2026-11-01 --threshold 0', '"0"'],
    ['--from 2026-11-01 --every 0', '--every takes'], ['--from 2026-11-01 --top many', '--top takes'], ['--from 2026-11-01 --since 3', '--since'],
  ])('%s: says what is wrong', (line, said) => {
    expect(String(read(line))).toContain(said);
  });

  it('says all that is wrong at once', () => {
    expect(read('--to x --every y')).toHaveLength(3);
  });

  it('gives help', () => {
    expect(read('--help')).toBeNull();
  });
});

describe('what a back-test prints', () => {
  const spike: TestedSpike = {
    id: 'a', series: 'topic:conflict region:SY', labels: [{ en: 'Conflict', ar: 'نزاع' }, { en: 'Syria', ar: 'سوريا' }], before: [], lane: 'fast', state: 'over',
    startedAt: Date.parse('2026-11-02T10:00Z'), foundAt: Date.parse('2026-11-02T10:20Z'), peakAt: 0, endedAt: Date.parse('2026-11-02T13:00Z'), observed: 40, expected: 7.25,
    windowMinutes: 60, surprise: 9.1, publishers: 5, peakExcess: 33, calmSince: null,
  };
  const report: BacktestReport = { articles: 5000, past: 120_000, late: 3, series: 400, checks: 2880, coldMinutes: 0, spikes: [[spike, { ...spike, id: 'b', lane: 'slow', surprise: 5 }], []] };
  const test = { from: new Date('2026-11-01T00:00Z'), to: new Date('2026-11-03T00:00Z'), thresholds: [null, [8, 7, 6] as const], everyMinutes: 1 };

  it('spikes a day at each threshold, and the largest: what, since when, how many of how many', () => {
    const lines = backtestLines(test, report, 1);
    expect(lines).toContainEqual(expect.stringMatching(/^as shipped +2 +1\.00 +1 +1$/u));
    expect(lines).toContainEqual(expect.stringMatching(/^10\^-8 +0 +0\.00/u));
    expect(lines.filter((line) => line.includes('2026-11-02 10:00'))).toHaveLength(1);
    expect(lines.join('\n')).toMatch(/نزاع.*سوريا[^]*40 articles in an hour, expected 7\.3; 1 in 10\^9\.1; 5 publishers; until 2026-11-02 13:00/u);
  });

  it('says plainly where there was not enough history, and counts days without that time', () => {
    const lines = backtestLines(test, { ...report, coldMinutes: 1440 }, 1);
    expect(lines.join('\n')).toContain('Not enough history in 50 % of that time');
    expect(lines).toContainEqual(expect.stringMatching(/^as shipped +2 +2\.00/u));
    expect(backtestLines(test, { ...report, coldMinutes: 2880, spikes: [[], []] }, 1)).toHaveLength(2);
  });
});
