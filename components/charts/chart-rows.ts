import type { PanelSpike } from '@/lib/dashboard';
import type { BucketState } from '@/lib/trends';
import { bucketStart, WINDOWS, type WindowName } from '@/lib/window';
import type { Bar } from '../live/panel';
import { formatBucket, formatDay } from '../ui/format';
import type { Locale } from '../ui/locale';

/** A bar with the texts it is shown by. Its count stands in one of the columns `complete`, `spiked` and `running`. */
export interface ChartRow {
  start: string;
  /** on the axis */
  label: string;
  /** in the tooltip and the table */
  exact: string;
  count: number;
  state: BucketState;
  /** what a running one would come to; null: nothing can be said */
  projected: number | null;
  /** those that began in it */
  spikes: readonly PanelSpike[];
  complete: number;
  spiked: number;
  running: number;
  /** above the running one: what it still lacks of what it would come to */
  rest: number;
  /** above what is known of a gap, up to the highest bar: it may be anything */
  unknown: number;
}

export function toChartRows(bars: readonly Bar[], window: WindowName, locale: Locale, timeZone: string, spikes: readonly PanelSpike[] = []): ChartRow[] {
  const days = window === '7d';
  const highest = bars.reduce((most, { count, projected }) => Math.max(most, count ?? 0, projected ?? 0), 0);
  const barOf = (at: string) => bucketStart(new Date(at), WINDOWS[window].bucketMinutes).toISOString();
  return bars.map(({ start, count: known, running, state, projected }) => {
    const count = known ?? 0;
    const begun = spikes.filter(({ startedAt }) => barOf(startedAt) === start);
    const over = running ? 0 : count;
    return {
      start, count, state, projected, spikes: begun,
      label: days ? formatDay(start, locale, timeZone) : formatBucket(start, locale, timeZone, false),
      exact: formatBucket(start, locale, timeZone, window !== '6h'),
      complete: begun.length === 0 ? over : 0,
      spiked: begun.length === 0 ? 0 : over,
      running: running ? count : 0,
      rest: projected === null ? 0 : Math.max(0, Math.round(projected) - count),
      unknown: (state === 'gap' && !running) || state === 'expired' ? Math.max(0, highest - count) : 0,
    };
  });
}

export function summaryOf(rows: readonly ChartRow[]): { total: number; peak: ChartRow | null } {
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  const peak = rows.reduce<ChartRow | null>((best, row) => (row.count > (best?.count ?? 0) ? row : best), null);
  return { total, peak };
}
