'use client';

import { useTranslations } from 'next-intl';
import type { BucketWidth } from '@/lib/trends';
import { formatNumber } from '../ui/format';
import { useDirection, useUiLocale } from '../ui/use-locale';
import type { PlotSeries } from './plot-series';
import type { Cell, Row } from './rows';
import type { Frame } from './scale';
import { Swatch } from './swatch';
import { bucketText, spanText, valueText } from './texts';
import type { Measure } from './view';

interface Props {
  row: Row;
  series: readonly PlotSeries[];
  measure: Measure;
  bucket: BucketWidth;
  tz: string;
  /** the first and the last row of what is being chosen */
  brush: readonly [Row | undefined, Row | undefined] | null;
  x: number;
  frame: Frame;
}

/** What one bucket holds, beside the line through it: on the side that has room. */
export function ChartTip({ row, series, measure, bucket, tz, brush, x, frame }: Props) {
  const t = useTranslations('trends');
  const locale = useUiLocale();
  const direction = useDirection();
  const left = x > frame.width / 2;
  const sorted = series.length > 1 ? [...series].sort((a, b) => known(row.cells[b.cell]) - known(row.cells[a.cell])) : series;
  const [first, last] = brush ?? [];
  return (
    <div
      data-testid="trends-tip"
      dir={direction}
      className="trends-tip"
      style={left ? { right: frame.width - x + 10, top: frame.top } : { left: x + 10, top: frame.top }}
    >
      <p className="font-medium text-ink">{first && last ? t('zoomTo', { span: spanText(first.start, last.end, locale, tz) }) : bucketText(row.start, row.end, bucket, locale, tz)}</p>
      {brush ? null : (
        <ul>
          {sorted.map((one) => (
            <TipRow key={one.key} series={one} cell={row.cells[one.cell]} measure={measure} several={series.length > 1} />
          ))}
        </ul>
      )}
      {brush ? null : <p className="mt-1 text-faint">{t('tipHint')}</p>}
    </div>
  );
}

const known = (cell: Cell | undefined) => cell?.value ?? cell?.partial ?? -1;

function TipRow({ series, cell, measure, several }: { series: PlotSeries; cell: Cell | undefined; measure: Measure; several: boolean }) {
  const t = useTranslations('trends');
  const locale = useUiLocale();
  if (!cell) return null;
  const value = cell.value ?? cell.partial;
  const notes = notesOf(several ? { ...cell, late: null } : cell, measure, t, (one) => valueText(one, measure, locale));
  return (
    <li className="flex items-start gap-2">
      <span className="mt-1">
        <Swatch slot={series.slot} />
      </span>
      <span className="min-w-0 flex-1">
        {several ? <bdi className="text-soft">{series.name}</bdi> : null}
        {several ? ' ' : null}
        <strong className="font-semibold tabular-nums">{value === null ? '–' : valueText(value, measure, locale)}</strong>
        {cell.publishers && !several ? <span className="text-faint"> · {t('publishersIn', { count: cell.publishers, number: formatNumber(cell.publishers, locale) })}</span> : null}
        {notes.map((note) => (
          <span key={note} className="block text-faint">
            {note}
          </span>
        ))}
      </span>
    </li>
  );
}

type Words = ReturnType<typeof useTranslations<'trends'>>;

function notesOf({ state, headed, late }: Cell, measure: Measure, t: Words, text: (value: number) => string): string[] {
  const notes: string[] = [];
  if (state !== 'complete') notes.push(t(`state.${state}`));
  if (headed !== null && measure === 'count') notes.push(t('headedFor', { count: text(headed) }));
  if (late) notes.push(t('lateIn', { count: late }));
  return notes;
}
