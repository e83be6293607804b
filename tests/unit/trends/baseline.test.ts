import { describe, expect, it } from 'vitest';
import type { Usual } from '../../../server/trends/spikes/baseline';
import { HOUR_MS, clumpingOf, slotOf } from '../../../server/trends/spikes/history';
import { NOON, made } from './history';

const steady = { total: () => 1000, own: () => 40 };
const isNight = (hour: number) => hour % 24 < 6;
const isFriday = (hour: number) => new Date(hour * HOUR_MS).getUTCDay() === 5;
const lastWeeks = (weeks: number) => (hour: number) => hour >= NOON / HOUR_MS - weeks * 168;

function usual(of: Parameters<typeof made>[0]): Usual {
  const { baseline } = made(of);
  if (baseline.kind === 'cold') throw new Error('cold');
  return baseline;
}

/** The odds at an hour of a weekday (0 is Sunday). */
const oddsAt = (of: Usual, weekday: number, hour: number) => of.odds[slotOf(NOON / HOUR_MS - 12 + ((weekday + 6) % 7) * 24 + hour)] ?? 0;

describe('a baseline', () => {
  it('says that it is cold with less than three days', () => expect(made({ ...steady, hours: 71 }).baseline).toEqual({ kind: 'cold', hours: 71 }));
  it('is short in the first two weeks', () => expect(made({ ...steady, hours: 200 }).baseline.kind).toBe('short'));
  it('is full after', () => expect(made(steady).baseline.kind).toBe('full'));
  it('counts only hours that are no gaps', () => expect(made({ ...steady, hours: 100, gap: (hour) => hour % 2 === 0 }).baseline).toEqual({ kind: 'cold', hours: 50 }));

  it('knows the hours of the day', () => {
    const of = usual({ ...steady, own: (hour) => (isNight(hour) ? 15 : 60) });
    expect(oddsAt(of, 1, 3)).toBeCloseTo(0.015, 2);
    expect(oddsAt(of, 1, 15)).toBeCloseTo(0.06, 2);
  });

  it('knows the hours of the week', () => {
    const of = usual({ ...steady, own: (hour) => (isFriday(hour) ? 90 : 30) });
    expect(oddsAt(of, 5, 12) / oddsAt(of, 3, 12)).toBeGreaterThan(2.4);
  });

  it('takes the hours of the day from the days there are while no week is over', () => {
    const of = usual({ ...steady, own: (hour) => (isNight(hour) ? 15 : 60), hours: 96 });
    expect(oddsAt(of, 5, 3) / oddsAt(of, 5, 15)).toBeLessThan(0.5);
  });

  it('is not moved by a burst in one of the weeks', () => {
    const burst = NOON / HOUR_MS - 168;
    const of = usual({ ...steady, own: (hour) => (Math.abs(hour - burst) < 6 ? 800 : 40) });
    expect(oddsAt(of, 1, 12)).toBeLessThan(0.05);
  });

  it('is not moved by hours that are left out', () => {
    const down = (hour: number) => slotOf(hour) % 24 < 8;
    const of = usual({ total: (hour) => (down(hour) ? 20 : 1000), own: () => 40, gap: down });
    expect(oddsAt(of, 1, 3)).toBeCloseTo(0.04, 1);
    expect(oddsAt(of, 1, 3)).toBeLessThan(0.06);
  });

  it('is a share: it stays where coverage doubles', () => {
    const twice = lastWeeks(2);
    const of = usual({ total: (hour) => (twice(hour) ? 2000 : 1000), own: (hour) => (twice(hour) ? 80 : 40) });
    expect(oddsAt(of, 1, 12)).toBeCloseTo(0.04, 2);
    expect(of.level).toBeCloseTo(1, 1);
  });

  it('knows that the past days differ from the past weeks', () => {
    const lately = lastWeeks(1);
    expect(usual({ ...steady, own: (hour) => (lately(hour) ? 80 : 40) }).level).toBeGreaterThan(1.5);
  });

  it('finds hours that scatter, and none where only chance does', () => {
    const wild = usual({ ...steady, own: (hour) => (hour % 2 === 0 ? 60 : 20) });
    expect(usual(steady).hourScatter).toBeLessThan(0.01);
    expect(wild.hourScatter).toBeGreaterThan(0.05);
  });
});

describe('clumpingOf', () => {
  it.each([
    ['as many in every quarter', Array.from({ length: 400 }, () => 5), 1, 1],
    ['all of an hour in one quarter', Array.from({ length: 400 }, (_, i) => (i % 4 === 1 ? 8 : 0)), 3, 10],
    ['nothing at all', [], 1.2, 1.2],
  ])('%s', (_name, quarters, least, most) => {
    const clumping = clumpingOf(Uint16Array.from(quarters));
    expect(clumping).toBeGreaterThanOrEqual(least);
    expect(clumping).toBeLessThanOrEqual(most);
  });
});
