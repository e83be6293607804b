'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { BucketWidth } from '@/lib/trends';
import { LazyTrendsPlot } from '../charts/lazy-trends';
import { useDirection, useUiLocale } from '../ui/use-locale';
import { ChartTip } from './chart-tip';
import type { SpikeMark } from './marks';
import type { PlotSeries } from './plot-series';
import { bandsOf, highestOf, type Row } from './rows';
import { plotHeight, plotWidth, spread, timeTicks, valueTicks, xOf, yOf, type Frame } from './scale';
import { SpikeLink } from './spike-link';
import { bucketText, tickText, valueText } from './texts';
import { useHand } from './use-hand';
import { useWidth } from './use-width';
import type { Measure } from './view';

export interface ChartProps {
  rows: readonly Row[];
  series: readonly PlotSeries[];
  stacked: boolean;
  measure: Measure;
  bucket: BucketWidth;
  tz: string;
  height: number;
  marks: readonly SpikeMark[];
  /** names at the ends of the lines, where there is room */
  endLabels: boolean;
  /** the same for charts that stand beside each other; null: as high as this one needs */
  highest: number | null;
  lit: string | null;
  label: string;
  onZoom(first: number, last: number): void;
  onPick(row: number, series: PlotSeries): void;
}

const LABELS_FROM = 620;
const LABEL_ROOM = 118;
const LABEL_LETTERS = 17;

function useFrame(width: number, height: number, endLabels: boolean): Frame {
  const right = endLabels && width >= LABELS_FROM ? LABEL_ROOM : 14;
  return useMemo(() => ({ width, height, left: 40, right, top: 26, bottom: 24 }), [width, height, right]);
}

const short = (name: string) => (name.length > LABEL_LETTERS ? `${name.slice(0, LABEL_LETTERS - 1)}…` : name);

/** The last count of a series, of a bucket that is not over too: a name beside a forecast would read as if it had come. */
const lastOf = (rows: readonly Row[], cell: number) => rows.reduceRight<number | null>((found, { cells }) => found ?? cells[cell]?.value ?? cells[cell]?.partial ?? null, null);

/** One chart: drawn by the plot, moved over by the hand. */
export function Chart(props: ChartProps) {
  const { rows, series, stacked, measure, bucket, tz, height, marks, lit, label } = props;
  const t = useTranslations('trends');
  const locale = useUiLocale();
  const comma = useDirection() === 'rtl' ? '، ' : ', ';
  const [box, width] = useWidth<HTMLDivElement>();
  const [active, setActive] = useState<number | null>(null);
  const frame = useFrame(width, height, props.endLabels);
  const values = useMemo(() => valueTicks(props.highest ?? highestOf(shown(rows, series), stacked), measure === 'count'), [props.highest, rows, series, stacked, measure]);
  const top = values.at(-1) ?? 1;
  const times = useMemo(() => {
    const most = Math.max(2, Math.floor(plotWidth(frame) / (bucket === 'minute' || bucket === 'hour' ? 58 : 72)));
    return timeTicks(rows, bucket, tz, most).map((row) => ({ row, text: tickText(rows[row]?.start ?? '', bucket, locale, tz) }));
  }, [rows, bucket, tz, frame, locale]);
  const bands = useMemo(() => bandsOf(shown(rows, series)).map((band) => ({ ...band, word: t(`band.${band.kind}`) })), [rows, series, t]);
  const labels = useMemo(() => {
    if (frame.right !== LABEL_ROOM) return [];
    const wanted = series.map(({ cell }) => yOf(frame, top, lastOf(rows, cell) ?? 0));
    const heights = spread(wanted, 15, frame.top, frame.top + plotHeight(frame));
    return series.map(({ key, slot, name }, n) => ({ key, slot, text: short(name), y: heights[n] ?? 0 }));
  }, [frame, series, rows, top]);
  const signs = useMemo(() => signsOf(marks, series, rows, frame, top, stacked), [marks, series, rows, frame, top, stacked]);
  const at = active === null ? null : Math.min(active, rows.length - 1);
  const hand = useHand({
    frame, rows: rows.length, active: at, onActive: setActive, onZoom: props.onZoom,
    onPick: (row, y) => props.onPick(row, nearest(series, rows[row], y === null ? null : (1 - (y - frame.top) / plotHeight(frame)) * top)),
  });
  const each = plotWidth(frame) / Math.max(1, rows.length);
  const textOf = (row: Row) => [bucketText(row.start, row.end, bucket, locale, tz), ...series.map(({ name, cell }) => `${name}: ${saying(row, cell)}`)].join(comma);
  const saying = (row: Row, cell: number) => {
    const { value, partial, state } = row.cells[cell] ?? { value: null, partial: null, state: 'before' as const };
    const known = value ?? partial;
    const words = state === 'complete' ? '' : ` (${t(`band.${state}`)})`;
    return known === null ? t(`band.${state === 'complete' ? 'before' : state}`) : `${valueText(known, measure, locale)}${words}`;
  };
  const row = at === null ? undefined : rows[at];
  return (
    <div ref={box} dir="ltr" className="relative min-w-0" style={{ blockSize: height }}>
      {width > 0 ? (
        <>
          <div data-plot aria-hidden="true">
            <LazyTrendsPlot frame={frame} rows={rows} series={series} stacked={stacked} values={values} valueTexts={values.map((value) => valueText(value, measure, locale))} times={times} bands={bands} labels={labels} signs={signs} lit={lit} />
          </div>
          <div
            className="trends-overlay"
            role="slider"
            tabIndex={0}
            aria-label={label}
            aria-valuemin={0}
            aria-valuemax={Math.max(0, rows.length - 1)}
            aria-valuenow={at ?? rows.length - 1}
            aria-valuetext={textOf(row ?? rows.at(-1) ?? { start: '', end: '', cells: [] })}
            aria-describedby="trends-keys"
            data-testid="trends-overlay"
            onKeyDown={hand.onKeyDown}
            onBlur={() => setActive(null)}
            {...hand.pointer}
          >
            {hand.brush ? <span className="trends-brush" style={{ insetInlineStart: frame.left + hand.brush.first * each, inlineSize: (hand.brush.last - hand.brush.first + 1) * each, insetBlockStart: frame.top, blockSize: plotHeight(frame) }} /> : null}
            {at !== null ? <span className="trends-cursor" style={{ insetInlineStart: xOf(frame, rows.length, at), insetBlockStart: frame.top, blockSize: plotHeight(frame) }} /> : null}
          </div>
          {signs.map((sign) => (
            <SpikeLink key={`${sign.mark.row} ${sign.mark.series ?? ''}`} mark={sign.mark} x={sign.x} y={sign.y} flipped={sign.x > frame.width / 2} />
          ))}
          {row && at !== null ? <ChartTip row={row} series={series} measure={measure} bucket={bucket} tz={tz} brush={hand.brush ? [rows[hand.brush.first], rows[hand.brush.last]] : null} x={xOf(frame, rows.length, at)} frame={frame} /> : null}
        </>
      ) : null}
    </div>
  );
}

/** The rows with the cells of these series alone: what others don't know is not this chart's. */
const shown = (rows: readonly Row[], series: readonly PlotSeries[]): Row[] =>
  rows.map((row) => ({ ...row, cells: series.flatMap(({ cell }) => row.cells[cell] ?? []) }));

/** The series whose line is the nearest to a value; the highest where none is given. */
function nearest(series: readonly PlotSeries[], row: Row | undefined, value: number | null): PlotSeries {
  const far = ({ cell }: PlotSeries) => {
    const own = row?.cells[cell]?.value ?? row?.cells[cell]?.partial ?? 0;
    return value === null ? -own : Math.abs(own - value);
  };
  return [...series].sort((a, b) => far(a) - far(b))[0] ?? { key: 'all', name: '', kind: null, slot: 0, cell: 0 };
}

function signsOf(marks: readonly SpikeMark[], series: readonly PlotSeries[], rows: readonly Row[], frame: Frame, top: number, stacked: boolean) {
  return marks.flatMap((mark) => {
    const own = series.find(({ cell }) => cell === mark.series);
    if (!own) return [];
    const { value = null, partial = null } = rows[mark.row]?.cells[own.cell] ?? {};
    const height = stacked ? (rows[mark.row]?.cells ?? []).reduce((sum, cell) => sum + (cell.value ?? cell.partial ?? 0), 0) : (value ?? partial ?? 0);
    return [{ mark, x: xOf(frame, rows.length, mark.row), y: Math.max(frame.top - 4, yOf(frame, top, height)) }];
  });
}
