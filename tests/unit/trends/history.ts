import { baselineOf, sharedBaseline, type Baseline, type SharedBaseline } from '../../../server/trends/spikes/baseline';
import { HISTORY_HOURS, HOUR_MS } from '../../../server/trends/spikes/history';
import type { Moment, Reading, WindowCounts } from '../../../server/trends/spikes/judge';
import { seeded } from '../../support/random';

/** Monday 2026-03-02, noon UTC: the history ends here. */
export const NOON = Date.UTC(2026, 2, 2, 12);

/** A number around a mean, as articles come. */
export function chance(mean: number, random: () => number): number {
  let count = 0;
  for (let product = random(); product > Math.exp(-mean); product *= random()) count += 1;
  return count;
}

export interface Made {
  /** articles an hour of all, and of the series, by hours before now */
  total: (hour: number) => number;
  own: (hour: number) => number;
  hours?: number;
  gap?: (hour: number) => boolean;
}

/** A shared baseline and a series' own from rates by hour (number since 1970), with chance on top. */
export function made({ total, own, hours = HISTORY_HOURS, gap = () => false }: Made): { shared: SharedBaseline; baseline: Baseline } {
  const random = seeded(3);
  const from = NOON / HOUR_MS - hours;
  const counts = Uint32Array.from({ length: hours }, (_, i) => chance(own(from + i), random));
  const totals = counts.map((count, i) => count + Math.round(total(from + i)));
  const shared = sharedBaseline({ from, totals, gaps: Uint8Array.from({ length: hours }, (_, i) => (gap(from + i) ? 1 : 0)) });
  return { shared, baseline: baselineOf(shared, { counts, clumping: 1 }) };
}

export const momentOf = (shared: SharedBaseline, totals: WindowCounts, at = NOON): Moment => ({ at, shared, totals });
export const readingOf = (baseline: Baseline, counts: WindowCounts, series = 'topic:هدنة'): Reading => ({ series, baseline, counts });
