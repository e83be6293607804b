'use client';

import { useTranslations } from 'next-intl';
import type { BucketWidth } from '@/lib/trends';
import { useUiLocale } from '../ui/use-locale';
import type { PlotSeries } from './plot-series';
import type { Cell, Row } from './rows';
import { bucketText, valueText } from './texts';
import type { Measure } from './view';

interface Props {
  rows: readonly Row[];
  series: readonly PlotSeries[];
  bucket: BucketWidth;
  tz: string;
  measure: Measure;
  /** on the screen, not for screen readers alone */
  shown: boolean;
}

/** The chart's numbers: always there for those who can't see it, and for all who ask. */
export function DataTable({ rows, series, bucket, tz, measure, shown }: Props) {
  const t = useTranslations('trends');
  const locale = useUiLocale();
  return (
    <div className={shown ? 'mt-3 max-h-96 overflow-auto rounded-md border border-line' : 'sr-only'} tabIndex={shown ? 0 : undefined} role={shown ? 'region' : undefined} aria-label={shown ? t('table') : undefined}>
      <table className="trends-table" data-testid="trends-table">
        <caption className="sr-only">{t(measure === 'count' ? 'tableCount' : 'tableShare')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('time')}</th>
            {series.map((one) => (
              <th key={one.key} scope="col">
                <bdi>{one.name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.start} data-start={row.start}>
              <th scope="row" className="font-normal text-soft">
                {bucketText(row.start, row.end, bucket, locale, tz)}
              </th>
              {series.map((one) => (
                <DataCell key={one.key} cell={row.cells[one.cell]} measure={measure} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DataCell({ cell, measure }: { cell: Cell | undefined; measure: Measure }) {
  const t = useTranslations('trends');
  const locale = useUiLocale();
  const value = cell?.value ?? cell?.partial ?? null;
  const state = cell?.state ?? 'before';
  return (
    <td data-value={value ?? undefined}>
      {value === null ? '–' : valueText(value, measure, locale)}
      {state === 'complete' ? null : <span className="ms-1.5 text-xs text-faint">{t(`band.${state}`)}</span>}
    </td>
  );
}
