'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import type { Choices } from '@/lib/dashboard';
import type { PlaceKind } from '@/lib/place';
import type { SpikeView } from '@/lib/spike';
import type { BucketWidth, SeriesAnswer } from '@/lib/trends';
import { formatNumber } from '../ui/format';
import { useDirection, useUiLocale } from '../ui/use-locale';
import { BucketArticles } from './bucket-articles';
import { Chart } from './chart';
import { ChartNotes } from './chart-notes';
import { DataTable } from './data-table';
import { ExportButtons } from './export-buttons';
import { Legend } from './legend';
import { filterKeys, spikeMarks } from './marks';
import type { PlotSeries } from './plot-series';
import { highestOf, rowAt, rowsOf, totalOf, type Row } from './rows';
import { Segments } from './segments';
import { SeriesPicker } from './series-picker';
import { fileNameOf, seriesName, spanText } from './texts';
import type { Asked } from './use-asked';
import type { ChangeView } from './use-view';
import { DRAWINGS, MEASURES, type TrendsView } from './view';

interface Props {
  view: TrendsView;
  change: ChangeView;
  answer: Asked<SeriesAnswer>;
  bucket: BucketWidth;
  tz: string;
  choices: Choices;
  spikes: readonly SpikeView[];
  /** what the filter is called */
  name: string;
  csv: string;
}

const HEIGHT = 340;
const SMALL_HEIGHT = 168;

/** A town and its province often share a name: what is smaller than a country says which of them it is. */
const SAYS_ITS_KIND: readonly (PlaceKind | undefined)[] = ['admin1', 'admin2', 'city', 'district'];

function useSeries(answer: SeriesAnswer | null, name: string, regions: Choices['regions']): PlotSeries[] {
  const locale = useUiLocale();
  const kindName = useTranslations('kind');
  return useMemo(() => (answer?.series ?? []).map(({ key, label }, cell) => {
    const kind = regions.find(({ id }) => `region:${id}` === key)?.kind;
    return { key, cell, slot: cell, name: seriesName(key, label, locale, name), kind: kind && SAYS_ITS_KIND.includes(kind) ? kindName(kind) : null };
  }), [answer, locale, name, regions, kindName]);
}

/** The chart with all that is done to it. */
export function ChartCard({ view, change, answer, bucket, tz, choices, spikes, name, csv }: Props) {
  const t = useTranslations('trends');
  const locale = useUiLocale();
  const direction = useDirection();
  const comma = direction === 'rtl' ? '، ' : ', ';
  const picture = useRef<HTMLDivElement>(null);
  const [lit, setLit] = useState<string | null>(null);
  const [table, setTable] = useState(false);
  const { value } = answer;
  const rows = useMemo(() => (value ? rowsOf(value, view.measure) : []), [value, view.measure]);
  const series = useSeries(value, name, choices.regions);
  const marks = useMemo(() => spikeMarks(rows, spikes, view.series, filterKeys(view.filter)), [rows, spikes, view.series, view.filter]);
  const shownBucket = value?.bucket ?? bucket;
  const open = view.at === null ? -1 : rowAt(rows, view.at);
  const opened = rows[open];
  const total = series.reduce((sum, { cell }) => sum + totalOf(rows, cell), 0);
  const span = value ? spanText(value.from, value.to, locale, tz) : '';
  const measured = t(`measured.${view.measure}`, { bucket: t(`per.${shownBucket}`) });
  const remove = (key: string) => change({ series: view.series.filter((one) => one !== key) });
  const zoom = (first: number, last: number) => {
    const [from, to] = [rows[first]?.start, rows[last]?.end];
    if (from && to) change({ at: null, bucket: null, filter: { ...view.filter, from, to, last: null } });
  };
  const pick = (row: number, one: PlotSeries) => change({ at: rows[row]?.start ?? null, of: one.key === 'all' ? null : one.key });
  const chart = (own: readonly PlotSeries[], height: number, highest: number | null) => (
    <Chart
      rows={rows} series={own} stacked={view.drawing === 'stacked'} measure={view.measure} bucket={shownBucket} tz={tz} height={height} highest={highest} lit={lit}
      marks={marks} endLabels={own.length > 1 && view.drawing === 'line'} label={t('chartLabel', { names: own.map((one) => one.name).join(comma), span })}
      onZoom={zoom} onPick={pick}
    />
  );
  return (
    <section className="trends-card" aria-labelledby="trends-chart-title" data-testid="trends-chart" data-current={answer.current}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 id="trends-chart-title" className="text-base font-semibold">
            {series.length > 1 || view.series.length > 0 ? t('comparison') : t('mentionsOf', { name })}
          </h2>
          <p className="text-xs text-faint">{value ? `${measured} · ${span}` : ' '}</p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Segments name="measure" label={t('measure')} value={view.measure} onValue={(measure) => change({ measure }, 'quietly')} options={MEASURES.map((one) => ({ value: one, text: t(`measures.${one}`) }))} />
          <Segments name="drawing" label={t('drawing')} value={view.drawing} onValue={(drawing) => change({ drawing }, 'quietly')} options={DRAWINGS.map((one) => ({ value: one, text: t(`drawings.${one}`) }))} />
        </div>
      </div>
      <div className="my-3 flex flex-wrap items-center gap-2">
        <SeriesPicker choices={choices} chosen={view.series} onAdd={(key) => change({ series: [...view.series, key] })} />
        <Legend series={series} rows={rows} onLit={setLit} onRemove={remove} />
      </div>
      <p id="trends-keys" className="sr-only">
        {t('keys')}
      </p>
      <div ref={picture} className={answer.current || !value ? '' : 'opacity-60'}>
        {value ? (
          view.drawing === 'multiples' && series.length > 1 ? <Multiples series={series} rows={rows} draw={(one) => chart([one], SMALL_HEIGHT, highestOf(rows, false))} /> : chart(series, HEIGHT, null)
        ) : (
          <div style={{ blockSize: HEIGHT }} className="grid place-content-center text-sm text-faint">
            {answer.failure ? t('failed', { reason: answer.failure }) : t('counting')}
          </div>
        )}
      </div>
      <ChartNotes view={view} rows={rows} total={value ? total : null} several={series.length > 1} spikes={marks.length} failure={value ? answer.failure : null} />
      <div className="mt-3 flex flex-wrap items-center justify-between gap-2 border-t border-line pt-2">
        <button type="button" data-testid="trends-show-table" aria-expanded={table} onClick={() => setTable(!table)} className="h-7 rounded px-2 text-xs font-medium text-soft hover:bg-sunken hover:text-ink">
          {table ? t('hideTable') : t('showTable')}
        </button>
        <ExportButtons picture={picture} csv={csv} series={series.map((one) => ({ key: one.key, text: legendText(one, formatNumber(totalOf(rows, one.cell), locale)) }))} fileName={value ? fileNameOf(series.map((one) => one.name), value.from, value.to, tz) : 'marsad'} words={{ title: series.length > 1 ? series.map((one) => one.name).join(comma) : t('mentionsOf', { name: series[0]?.name ?? name }), subtitle: `${measured} · ${span} · ${tz}`, source: t('source', { count: formatNumber(total, locale) }), direction }} />
      </div>
      <DataTable rows={rows} series={series} bucket={shownBucket} tz={tz} measure={view.measure} shown={table} />
      {opened ? <BucketArticles view={view} row={opened} series={series} bucket={shownBucket} tz={tz} onSeries={(of) => change({ of }, 'quietly')} onClose={() => change({ at: null, of: null })} /> : null}
    </section>
  );
}

const legendText = ({ name, kind }: PlotSeries, total: string) => `${kind === null ? name : `${name} (${kind})`}: ${total}`;

/** A small chart for each, all to one scale. */
function Multiples({ series, rows, draw }: { series: readonly PlotSeries[]; rows: readonly Row[]; draw(one: PlotSeries): React.ReactNode }) {
  const locale = useUiLocale();
  return (
    <div className="trends-multiples" data-testid="trends-multiples">
      {series.map((one) => (
        <div key={one.key} data-small={one.name} className="min-w-0">
          <h3 className="flex items-baseline justify-between gap-2 text-sm font-medium">
            <bdi>{one.name}</bdi>
            <span className="text-xs text-faint tabular-nums">{formatNumber(totalOf(rows, one.cell), locale)}</span>
          </h3>
          {draw(one)}
        </div>
      ))}
    </div>
  );
}
