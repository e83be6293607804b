'use client';

import { Bar, CartesianGrid, ComposedChart, Customized, Line, XAxis, YAxis } from 'recharts';
import { colourOf } from '../trends/palette';
import type { PlotSeries } from '../trends/plot-series';
import type { Row } from '../trends/rows';
import { plotWidth, type Frame } from '../trends/scale';
import { Bands, DirectLabels,  SpikeSigns, Unfinished, type BandWord, type EndLabel, type SignAt } from './trends-layers';
import { markOf, TimeTick, ValueTick } from './trends-ticks';

export interface PlotProps {
  frame: Frame;
  rows: readonly Row[];
  series: readonly PlotSeries[];
  stacked: boolean;
  /** lines across, the last is the top */
  values: readonly number[];
  valueTexts: readonly string[];
  /** which rows have a time below them, and its words */
  times: readonly { row: number; text: string }[];
  bands: readonly BandWord[];
  labels: readonly EndLabel[];
  signs: readonly SignAt[];
  /** all but this series are pale; null: none is */
  lit: string | null;
}

const asPoints = (rows: readonly Row[]) => rows.map((row, n) => ({ x: n + 0.5, n, row }));
type Point = ReturnType<typeof asPoints>[number];

/**
 * Several series over time. Tremor's charts know neither breaks nor unfinished buckets nor marks, so this composes Recharts, its engine. Time runs to
 * the right in both languages, as on every clock strip of a newsroom and in the Arabic papers' own charts: its frame is always `dir="ltr"`.
 */
export function TrendsPlot(props: PlotProps) {
  const { frame, rows, values, valueTexts, times, bands, labels, signs } = props;
  const top = values.at(-1) ?? 1;
  return (
    <ComposedChart
      width={frame.width}
      height={frame.height}
      data={asPoints(rows)}
      margin={{ top: frame.top, right: frame.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      barCategoryGap={0}
    >
      <Customized component={<Bands frame={frame} rows={rows.length} bands={bands} />} />
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="x"
        type="number"
        domain={[0, rows.length]}
        allowDataOverflow
        ticks={times.map(({ row }) => row)}
        interval={0}
        height={frame.bottom}
        tickLine={{ stroke: 'var(--line-strong)' }}
        axisLine={{ stroke: 'var(--line-strong)' }}
        tick={<TimeTick texts={new Map(times.map(({ row, text }) => [row, text]))} />}
      />
      <YAxis
        type="number"
        domain={[0, top]}
        allowDataOverflow
        ticks={[...values]}
        interval={0}
        width={frame.left}
        tickLine={false}
        axisLine={false}
        tick={<ValueTick texts={new Map(values.map((value, n) => [value, valueTexts[n] ?? '']))} />}
      />
      {props.stacked ? stackOf(props) : props.series.map((one) => lineOf(one, props))}
      <Customized component={<Unfinished frame={frame} rows={rows} top={top} series={props.stacked ? [] : props.series} />} />
      <Customized component={<DirectLabels frame={frame} labels={labels} />} />
      <Customized component={<SpikeSigns signs={signs} />} />
    </ComposedChart>
  );
}

const paleness = ({ key }: PlotSeries, lit: string | null) => (lit === null || lit === key ? 1 : 0.22);

/** Broken wherever a bucket is not known whole. */
function lineOf(one: PlotSeries, { rows, frame, lit }: PlotProps) {
  return (
    <Line
      key={one.key}
      dataKey={(point: Point) => point.row.cells[one.cell]?.value ?? null}
      type="linear"
      stroke={colourOf(one.slot)}
      strokeWidth={lit === one.key ? 2.75 : 2}
      strokeOpacity={paleness(one, lit)}
      strokeLinejoin="round"
      strokeLinecap="round"
      connectNulls={false}
      isAnimationActive={false}
      activeDot={false}
      dot={markOf(one, rows, plotWidth(frame), paleness(one, lit))}
    />
  );
}

/** What is known whole is solid; what is known of the rest is pale, and what an unfinished bucket is headed for an outline. */
function stackOf({ series, rows, frame, lit }: PlotProps) {
  const barSize = Math.max(1, (plotWidth(frame) / Math.max(1, rows.length)) * 0.82);
  const bar = (one: PlotSeries, kind: 'value' | 'partial') => (
    <Bar
      key={`${one.key} ${kind}`}
      stackId="all"
      dataKey={(point: Point) => point.row.cells[one.cell]?.[kind] ?? 0}
      barSize={barSize}
      fill={colourOf(one.slot)}
      fillOpacity={(kind === 'value' ? 1 : 0.45) * paleness(one, lit)}
      isAnimationActive={false}
    />
  );
  const headed = (point: Point) =>
    series.reduce((sum, { cell }) => sum + Math.max(0, (point.row.cells[cell]?.headed ?? 0) - (point.row.cells[cell]?.partial ?? 0)), 0);
  return [
    ...series.flatMap((one) => [bar(one, 'value'), bar(one, 'partial')]),
    <Bar key="headed" stackId="all" dataKey={headed} barSize={barSize} fill="none" stroke="var(--faint)" strokeDasharray="3 2" isAnimationActive={false} />,
  ];
}
