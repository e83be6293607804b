import type { WindowName } from '@/lib/window';
import type { Bar } from '../live/panel';
import { formatBucket, formatDay } from '../ui/format';
import type { Locale } from '../ui/locale';

/** A bar with the texts it is shown by; its count stands in one of the two columns. */
export interface ChartRow {
  start: string;
  /** on the axis */
  label: string;
  /** in the tooltip and the table */
  exact: string;
  count: number;
  complete: number;
  running: number;
}

export function toChartRows(bars: readonly Bar[], window: WindowName, locale: Locale, timeZone: string): ChartRow[] {
  const days = window === '7d';
  return bars.map(({ start, count, running }) => ({
    start,
    label: days ? formatDay(start, locale, timeZone) : formatBucket(start, locale, timeZone, false),
    exact: formatBucket(start, locale, timeZone, window !== '6h'),
    count,
    complete: running ? 0 : count,
    running: running ? count : 0,
  }));
}

export function summaryOf(rows: readonly ChartRow[]): { total: number; peak: ChartRow | null } {
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  const peak = rows.reduce<ChartRow | null>((best, row) => (row.count > (best?.count ?? 0) ? row : best), null);
  return { total, peak };
}
