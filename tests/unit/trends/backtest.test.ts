import { describe, expect, it } from 'vitest';
import { createPairSearch, withPairs } from '../../../server/trends/backtest/pairs';
import { createReplay, type Row } from '../../../server/trends/backtest/replay';
import { createRolling } from '../../../server/trends/backtest/rolling';
import { HOUR_MS } from '../../../server/trends/spikes/history';
import { seeded } from '../../support/random';

const MINUTE = 60_000;

describe('rolling counts', () => {
  const random = seeded(4);
  const start = 29_000_000;
  // crowded hours, and days of silence between
  const minutes = Array.from({ length: 4000 }, () => start + Math.floor(40 * random()) * 1440 + Math.floor(600 * random() ** 3)).sort((a, b) => a - b);
  const from = (begin: number, end: number) => minutes.filter((minute) => minute >= begin && minute < end).length;

  it('equal a recount at every look', () => {
    const rolling = createRolling();
    let next = 0;
    for (let minute = start; minute < start + 41 * 1440; minute += 1 + Math.floor(200 * random())) {
      for (; next < minutes.length && (minutes[next] ?? 0) <= minute; next += 1) rolling.add(minutes[next] ?? 0);
      expect(rolling.counts(minute)).toEqual([from(minute - 9, minute + 1), from(minute - 59, minute + 1), from(minute - 1439, minute + 1)]);
      expect(rolling.day(minute)).toBe(from(minute - 1439, minute + 1));
    }
  });

  it('hold whole hours and quarters, zero where nothing came', () => {
    const rolling = createRolling();
    minutes.forEach(rolling.add);
    const end = Math.ceil((minutes.at(-1) ?? 0) / 60);
    expect([...rolling.hours(end, 672)]).toEqual(Array.from({ length: 672 }, (_, n) => from((end - 672 + n) * 60, (end - 671 + n) * 60)));
    expect([...rolling.quarters(end)]).toEqual(Array.from({ length: 672 }, (_, n) => from(end * 60 - (672 - n) * 15, end * 60 - (671 - n) * 15)));
    expect([...rolling.hours(end + 1000, 672)].every((count) => count === 0)).toBe(true);
  });
});

describe('pairs worth a look', () => {
  const row = (at: number, series: string[], late = false): Row => ({ at, publisher: 1, late, series });

  it('are those with five articles within two hours by the clock; late ones do not count', () => {
    const search = createPairSearch();
    for (let n = 0; n < 5; n += 1) search.take(row(n * 20 * MINUTE, ['topic:هدنة', 'region:SY', 'region:حلب']));
    for (let n = 0; n < 5; n += 1) search.take(row(2 * HOUR_MS + n, ['topic:sport', 'region:SY'], true));
    for (let n = 0; n < 5; n += 1) search.take(row((3 + 3 * n) * HOUR_MS, ['topic:crime', 'region:SY']));
    expect([...search.found].sort()).toEqual(['topic:هدنة region:SY', 'topic:هدنة region:حلب']);
    expect(withPairs(row(0, ['region:SY', 'topic:crime', 'topic:هدنة']), search.found).series).toEqual(['region:SY', 'topic:crime', 'topic:هدنة', 'topic:هدنة region:SY']);
  });
});

describe('a replay', () => {
  const steady = (hours: number): Row[] => Array.from({ length: hours * 20 }, (_, n) => ({ at: n * 3 * MINUTE, publisher: n % 5, late: false, series: [n % 4 === 0 ? 'region:LB' : 'region:SY'] }));
  const burst = (from: number): Row[] => Array.from({ length: 40 }, (_, n) => ({ at: from + n * MINUTE, publisher: n % 5, late: false, series: ['region:LB'] }));
  const run = (rows: Row[], to: number) => {
    const replay = createReplay({ thresholds: [null, [40, 40, 40]], everyMinutes: 1, isGap: () => false });
    const events = [...rows.sort((a, b) => a.at - b.at).flatMap((row) => replay.take(row)), ...replay.until(to)];
    return { replay, opened: events.filter(({ event }) => event.kind === 'opened') };
  };

  it('finds a burst at the thresholds that it goes beyond, once', () => {
    const { opened } = run([...steady(120), ...burst(100 * HOUR_MS)], 120 * HOUR_MS);
    expect(opened.map(({ threshold, event: { spike } }) => [threshold, spike.series])).toEqual([[0, 'region:LB']]);
    expect((opened[0]?.at ?? 0) - 100 * HOUR_MS).toBeLessThan(30 * MINUTE);
  });

  it('says nothing in the first three days, and counts that time apart', () => {
    const { replay, opened } = run([...steady(80), ...burst(40 * HOUR_MS)], 80 * HOUR_MS);
    expect(opened).toEqual([]);
    expect(replay.warmMinutes()).toBe(8 * 60);
    expect(replay.checks()).toBe(8 * 60);
  });
});
