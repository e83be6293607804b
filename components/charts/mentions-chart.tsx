'use client';

import { BarChart } from '@tremor/react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Panel } from '@/lib/dashboard';
import { barsOf } from '../live/panel';
import { useNow, useTimeZone } from '../ui/clock';
import { formatNumber } from '../ui/format';
import { useUiLocale } from '../ui/use-locale';
import { ChartTable } from './chart-table';
import { ChartTooltip } from './chart-tooltip';
import { summaryOf, toChartRows } from './chart-rows';

/** Tremor colours by name, which app/globals.css makes those of the theme: the running bucket is drawn pale, so that it is not taken for a fall. */
const COLOURS = { complete: 'brand', spiked: 'amber', running: 'slate', rest: 'gray', unknown: 'zinc' };
const COLUMNS = Object.keys(COLOURS) as (keyof typeof COLOURS)[];

/** Articles over time, one bar a bucket. Time runs to the right in both languages, as on any clock strip of a newsroom. */
export function MentionsChart({ panel }: { panel: Panel }) {
  const t = useTranslations('panel');
  const locale = useUiLocale();
  const timeZone = useTimeZone();
  const now = useNow();
  const rows = useMemo(() => toChartRows(barsOf(panel, now), panel.window, locale, timeZone, panel.spikes), [panel, now, locale, timeZone]);
  const { total, peak } = summaryOf(rows);
  if (!peak) return <p className="grid h-44 place-content-center text-sm text-faint">{t('chartEmpty')}</p>;
  // an empty column costs as much as a full one: a bar for each bucket
  const columns = COLUMNS.filter((name) => rows.some((row) => row[name] > 0));
  const label = t('chartSummary', { count: total, peak: formatNumber(peak.count, locale), at: peak.exact });
  return (
    <figure>
      <div dir="ltr" role="img" aria-label={label}>
        <BarChart
          data={rows}
          index="label"
          categories={columns}
          colors={columns.map((name) => COLOURS[name])}
          stack
          showLegend={false}
          allowDecimals={false}
          yAxisWidth={34}
          startEndOnly={false}
          intervalType="equidistantPreserveStart"
          tickGap={24}
          barCategoryGap="18%"
          padding={{ left: 4, right: 4 }}
          valueFormatter={(value: number) => formatNumber(value, locale)}
          customTooltip={ChartTooltip}
          className="mentions-chart h-44"
        />
      </div>
      <ChartTable rows={rows} />
    </figure>
  );
}
