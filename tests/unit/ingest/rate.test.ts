import { describe, expect, it } from 'vitest';
import { datedRate, smoothedRate } from '../../../server/ingest/rate';

const NOW = new Date('2017-09-15T12:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** hours before now; null: undated */
const dated = (...hours: (number | null)[]) => hours.map((ago) => ({ publishedAt: ago === null ? null : new Date(NOW.getTime() - ago * HOUR).toISOString() }));
const hourly = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

describe('the rate by the entries\' own dates', () => {
  it.each<[string, (number | null)[], number | null]>([
    ['one an hour', hourly(24), 24],
    ['only the newer half counts', [1, 2, 3, 4, 1000, 2000, 3000, 4000], 24],
    ['in any order', [4, 2000, 1, 3, 1000, 2, 4000, 3000], 24],
    ['silent for ten days since', [240, 241, 242, 243], 4 / (243 / 24)],
    ['all at once: no more than so many an hour', [0, 0, 0, 0], 96],
    ['too few to say', [1, 2, 3], null],
    ['none dated', [null, null, null, null, null], null],
    ['what is ahead of the clock is left out', [-5, -5, -5, 1, 2], null],
    ['an empty document', [], null],
  ])('%s', (_, hours, perDay) => {
    const rate = datedRate(dated(...hours), NOW, null).perDay;
    if (perDay === null) expect(rate).toBeNull();
    else expect(rate).toBeCloseTo(perDay);
  });

  it('tells how many were dated since a moment', () => {
    expect(datedRate(dated(1, 2, 3, 4, 5), NOW, new Date(NOW.getTime() - 2.5 * HOUR)).since).toBe(2);
  });

  it('does not believe a feed that dates all its entries now', () => {
    expect(datedRate(dated(0, 0, 0, 0), NOW, new Date(NOW.getTime() - HOUR)).since).toBe(0);
  });
});

describe('the rate with what came since', () => {
  it('stays where as much comes as was expected', () => {
    expect(smoothedRate(24, 1, HOUR, 30 * DAY)).toBeCloseTo(24);
  });

  it('fades in silence within a day', () => {
    const afterADay = Array.from({ length: 24 }).reduce<number>((rate) => smoothedRate(rate, 0, HOUR, 30 * DAY), 24);
    expect(afterADay).toBeCloseTo(24 / Math.E);
  });

  it('a wrong first guess is corrected within hours', () => {
    const rate = [1, 2, 3, 4].reduce((before, hours) => smoothedRate(before, 0, HOUR, hours * HOUR), 1000);
    expect(rate).toBeLessThan(150);
  });

  it('is what came, where nothing was known and the time is long', () => {
    expect(smoothedRate(null, 240, 10 * DAY, 30 * DAY)).toBeCloseTo(24, 1);
  });

  it('does not divide by no time', () => {
    expect(smoothedRate(24, 0, 0, 0)).toBe(24);
  });
});
