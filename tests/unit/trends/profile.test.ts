import { describe, expect, it } from 'vitest';
import { HISTORY_HOURS, HOUR_MS, slotOf } from '../../../server/trends/spikes/history';
import { profileOf, type Profile } from '../../../server/trends/spikes/profile';
import { seeded } from '../../support/random';
import { NOON, chance } from './history';

/** A series of so many articles an hour beside 1000 others, by chance: its profile at noon. Hours are numbers since 1970. */
function profile(rate: (hour: number) => number, { hours = HISTORY_HOURS, seed = 5 } = {}): Profile {
  const random = seeded(seed);
  const from = NOON / HOUR_MS - hours;
  const counts = Uint32Array.from({ length: hours }, (_, i) => chance(rate(from + i), random));
  return profileOf({ from, totals: counts.map((count) => count + 1000), gaps: new Uint8Array(hours) }, counts, 1);
}

const now = NOON / HOUR_MS;
/** articles an hour, by hours from noon */
const rateAt = ({ odds }: Profile, hour: number) => 1000 * (odds[slotOf(now + hour)] ?? 0);
const doubtAt = ({ doubt }: Profile, hour: number) => doubt[slotOf(now + hour)] ?? 0;
/** mean square of how far the hours of the week are off, as parts of the rate */
const off = ({ odds }: Profile, rate: number) => odds.reduce((sum, one) => sum + (1000 * one / rate - 1) ** 2, 0) / odds.length;

describe('hours of the week', () => {
  it('are what hour of the day and day of the week make where only chance sets them apart', () => {
    expect(off(profile(() => 12), 12)).toBeLessThan(0.006);
  });

  it('keep what is theirs alone, if it comes each week', () => {
    const isSermon = (hour: number) => slotOf(hour) === slotOf(now + 50);
    const usual = profile((hour) => (isSermon(hour) ? 120 : 40));
    expect(rateAt(usual, 50)).toBeGreaterThan(65);
    expect(rateAt(usual, 26)).toBeLessThan(50);
  });

  it('hardly know of a burst in one of two weeks', () => {
    const usual = profile((hour) => (hour > now - 168 && hour <= now - 165 ? 120 : 40), { hours: 340 });
    expect(rateAt(usual, 1)).toBeLessThan(48);
  });

  it('do not know of a burst that is going on', () => {
    const burst = (begin: number) => profile((hour) => (hour >= now - begin ? 120 : 40), { hours: 192 });
    expect(rateAt(burst(3), -1)).toBeLessThan(46);
    expect(burst(3)).toEqual(burst(1));
  });
});

describe('doubt', () => {
  it('is greatest on a day of the week that was never seen', () => {
    const usual = profile(() => 40, { hours: 96 });
    // noon to noon of four days: the next two were not seen
    expect(doubtAt(usual, 36)).toBeGreaterThan(0.02);
    expect(doubtAt(usual, -36)).toBeLessThan(doubtAt(usual, 36) / 2);
  });

  it('is about as great as the mistake', () => {
    const doubts = [1, 2, 3, 4].map((seed) => {
      const usual = profile(() => 12, { seed });
      return { said: usual.doubt.reduce((sum, one) => sum + one, 0) / usual.doubt.length, made: off(usual, 12) };
    });
    const sum = (of: 'said' | 'made') => doubts.reduce((so, one) => so + one[of], 0);
    expect(sum('said') / sum('made')).toBeGreaterThan(0.6);
    expect(sum('said') / sum('made')).toBeLessThan(3);
  });

  it('grows less with weeks', () => expect(doubtAt(profile(() => 12), 1)).toBeLessThan(doubtAt(profile(() => 12, { hours: 170 }), 1) / 1.5));
});
