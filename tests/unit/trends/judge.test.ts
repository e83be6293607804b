import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../../server/trends/spikes/history';
import { judge, strongest, usualTotals, type WindowCounts } from '../../../server/trends/spikes/judge';
import { CHANCE_A_DAY, WINDOWS, WINDOW_INDEXES, thresholdOf, thresholdsAt, thresholdsFor } from '../../../server/trends/spikes/thresholds';
import { NOON, made, momentOf, readingOf } from './history';

const THRESHOLDS = thresholdsFor(500);
const usualWeek = { total: () => 960, own: () => 40 };

/** Which window of a series with 40 of 1000 articles an hour stands out. */
function found(counts: WindowCounts, totals: WindowCounts, past: Parameters<typeof made>[0] = usualWeek) {
  const { shared, baseline } = made(past);
  const moment = momentOf(shared, totals);
  return strongest(judge(readingOf(baseline, counts), moment, usualTotals(moment)), THRESHOLDS);
}

describe('judging a series', () => {
  it.each<[string, WindowCounts, WindowCounts, number | null]>([
    ['as usual: nothing', [7, 41, 960], [167, 1000, 24_000], null],
    ['ten minutes of five times as many', [35, 60, 990], [195, 1020, 24_030], 0],
    ['an hour of three times as many', [17, 120, 1040], [177, 1080, 24_080], 1],
    ['a day of twice as many', [14, 70, 1920], [174, 1030, 24_960], 2],
    ['not quite twice as many in an hour and its end, however unlikely', [13, 75, 1000], [173, 1035, 24_035], null],
    ['three times as many of three times as much: coverage rose', [21, 120, 2880], [500, 3000, 72_000], null],
    ['as many as ever while others fell silent', [7, 40, 960], [10, 60, 12_000], null],
    ['the usual share of half the coverage, tripled', [10, 60, 500], [90, 540, 12_040], 1],
    ['four articles where none are expected', [4, 4, 4], [167, 1000, 24_000], null],
  ])('%s', (_name, counts, totals, window) => expect(found(counts, totals)?.window ?? null).toBe(window));

  it('says what was expected', () => {
    const judged = found([17, 120, 1040], [177, 1080, 24_080]);
    expect(judged?.observed).toBe(120);
    expect(judged?.expected).toBeGreaterThan(36);
    expect(judged?.expected).toBeLessThan(44);
  });

  it('finds nothing while cold', () => expect(found([90, 500, 5000], [250, 1500, 29_000], { ...usualWeek, hours: 48 })).toBeNull());

  it('finds what came up in a series that never had an article', () => {
    expect(found([8, 8, 8], [175, 1008, 24_008], { ...usualWeek, own: () => 0 })?.window).toBe(0);
  });

  it('does not take the morning of a series that has mornings for a spike', () => {
    const morning = (hour: number) => (hour % 24 >= 8 && hour % 24 < 13 ? 120 : 10);
    expect(found([20, 120, 800], [180, 1080, 24_000], { ...usualWeek, own: morning })).toBeNull();
    expect(found([20, 120, 800], [180, 1080, 24_000], { ...usualWeek, own: () => 33 })).not.toBeNull();
  });

  it('asks for more where the series has always been wild', () => {
    const wild = { ...usualWeek, own: (hour: number) => [10, 90, 20, 40][Math.floor(hour * 7.3) % 4] ?? 0 };
    const judgedOf = (past: Parameters<typeof made>[0]) => {
      const { shared, baseline } = made(past);
      const moment = momentOf(shared, [177, 1060, 24_060]);
      return judge(readingOf(baseline, [17, 100, 1020]), moment, usualTotals(moment)).find(({ window }) => window === 1)?.surprise ?? 0;
    };
    expect(judgedOf(wild)).toBeLessThan(judgedOf(usualWeek) / 2);
  });
});

describe('usualTotals', () => {
  it('are those of the hour of the week', () => {
    const { shared } = made({ total: (hour) => (hour % 24 < 12 ? 600 : 1200), own: () => 0 });
    const [ten, hour, day] = usualTotals(momentOf(shared, [0, 0, 0], NOON + 6 * HOUR_MS));
    expect([Math.round(ten), Math.round(hour)]).toEqual([200, 1200]);
    expect(day).toBeCloseTo(24 * 900, -2);
  });
});

describe('thresholds', () => {
  it('ask for more where more series are looked at', () => expect(thresholdsFor(5000)[0]).toBeCloseTo(thresholdsFor(500)[0] + 1, 6));
  it('ask for less of windows with fewer looks a day', () => {
    const [ten, hour, day] = thresholdsAt(6);
    expect(ten).toBe(6);
    expect(hour).toBeLessThan(ten);
    expect(day).toBeLessThan(hour);
  });
  it.each<[string, 0 | 1, number]>([['ten minutes', 0, 0.2], ['an hour', 1, 0.4]])('ask for less of %s that should hold many, for more where few are expected', (_name, window, large) => {
    const at = (expected: number) => thresholdOf([5, 5, 5], window, expected);
    expect(at(20)).toBeLessThan(5);
    expect(at(0.5)).toBeGreaterThan(5);
    // so large a part of the series is the one, the rest the other: chance brings no more than without
    expect(large * 10 ** -at(20) + (1 - large) * 10 ** -at(0.5)).toBeLessThan(1.001e-5);
  });
  it('are the same of a day whatever it should hold', () => expect([0.5, 20].map((expected) => thresholdOf([5, 5, 5], 2, expected))).toEqual([5, 5]));
  it('bring as much as chance may, over all windows', () => {
    const looks = WINDOW_INDEXES.map((window) => 500 * WINDOWS[window].looksADay * 10 ** -(thresholdsFor(500)[window] ?? 0));
    expect(looks.reduce((sum, one) => sum + one, 0)).toBeCloseTo(CHANCE_A_DAY, 6);
  });
});
