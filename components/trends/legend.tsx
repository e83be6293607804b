'use client';

import { useTranslations } from 'next-intl';
import { formatNumber } from '../ui/format';
import { CloseIcon } from '../ui/icons';
import { useUiLocale } from '../ui/use-locale';
import type { PlotSeries } from './plot-series';
import { totalOf, type Row } from './rows';
import { Swatch } from './swatch';

interface Props {
  series: readonly PlotSeries[];
  rows: readonly Row[];
  onLit(key: string | null): void;
  onRemove(key: string): void;
}

/** What each line is, how much it comes to, and its way out. Pointed at, its line stands out. */
export function Legend({ series, rows, onLit, onRemove }: Props) {
  const t = useTranslations('trends');
  const locale = useUiLocale();
  return (
    <ul data-testid="trends-legend" aria-label={t('compared')} className="flex flex-wrap gap-1.5">
      {series.map((one) => (
        <li key={one.key} data-series={one.key} onPointerEnter={() => onLit(one.key)} onPointerLeave={() => onLit(null)} className="flex h-8 items-center gap-2 rounded-full border border-line bg-surface ps-2.5 text-sm">
          <Swatch slot={one.slot} />
          <bdi className="font-medium">{one.name}</bdi>
          {one.kind === null ? null : <span className="text-xs text-faint">{one.kind}</span>}
          <span data-testid="trends-total" className="text-soft tabular-nums">{formatNumber(totalOf(rows, one.cell), locale)}</span>
          {one.key === 'all' ? <span className="pe-1.5" /> : (
            <button type="button" onClick={() => onRemove(one.key)} onFocus={() => onLit(one.key)} onBlur={() => onLit(null)} aria-label={t('remove', { name: one.name })} className="grid size-7 place-items-center rounded-full text-xs text-faint hover:bg-sunken hover:text-ink">
              <CloseIcon />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
