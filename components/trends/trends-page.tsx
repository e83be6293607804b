'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { isTimeZone } from '@/lib/buckets';
import type { Choices } from '@/lib/dashboard';
import type { SpikeView } from '@/lib/spike';
import { TOP_ORDERS } from '@/lib/trends';
import { ActiveFilters } from '../filters/active-filters';
import { FilterColumn } from '../filters/filter-column';
import { SearchBox } from '../filters/search-box';
import { useChoices } from '../filters/use-choices';
import { PageFrame } from '../header/page-frame';
import { useLiveSeries } from '../live/use-live-series';
import { useMounted, useNow, useTimeZone } from '../ui/clock';
import { Dialog } from '../ui/dialog';
import { labelIn } from '../ui/format';
import { FilterIcon } from '../ui/icons';
import { useUiLocale } from '../ui/use-locale';
import { ChartCard } from './chart-card';
import { filterName } from './filter-name';
import { HeatMap } from './heat-map';
import { seriesPath, type Times } from './questions';
import { Segments } from './segments';
import { Toolbar } from './toolbar';
import { comparedKey, TopPanel } from './top-panel';
import { useAsked } from './use-asked';
import { useTrendsView } from './use-view';
import { bucketFor, MOST_SERIES, timesOf } from './view';

interface Props {
  /** the address's parameters, as the server read them */
  search: string;
  choices: Choices;
}

const SPIKES_AGAIN_MS = 30_000;
const DAY_MS = 86_400_000;
const RANKED = ['place', 'topic', 'publisher', 'lang'] as const;

/** The heat map's weeks: the span itself where it has a week or more, else the four weeks to its end. */
function heatTimes({ from, to }: Times, end: number): Times {
  const length = end - Date.parse(from);
  if (length >= 7 * DAY_MS && length <= 80 * DAY_MS) return { from, to };
  const start = Math.floor((end - 28 * DAY_MS) / 3_600_000) * 3_600_000;
  return { from: new Date(start).toISOString(), to };
}

/** Owns what the page shows and asks; the panels only show what they are given, or ask for their own list. */
export function TrendsPage({ search, choices: first }: Props) {
  const t = useTranslations('trends');
  const roleName = useTranslations('role');
  const locale = useUiLocale();
  const { view, change } = useTrendsView(search);
  const choices = useChoices(first, view.filter.region);
  const [filtering, setFiltering] = useState(false);
  const ownZone = useTimeZone();
  const mounted = useMounted();
  const now = useNow();
  const tz = view.tz !== null && isTimeZone(view.tz) ? view.tz : ownZone;
  const times = timesOf(view, now, tz);
  const end = times.to === null ? now : Date.parse(times.to);
  const bucket = bucketFor(view, end - Date.parse(times.from));
  const question = seriesPath(view, times, bucket, tz);
  const live = useLiveSeries({ filter: { ...view.filter, ...times, last: null }, bucket, tz, by: null, keys: view.series }, null);
  const spikes = useAsked<{ spikes: SpikeView[] }>(mounted ? '/api/v1/spikes?limit=200' : null, SPIKES_AGAIN_MS);
  const name = useMemo(() => filterName(view.filter, choices, locale, (role) => roleName(role as 'about')) || t('all'), [view.filter, choices, locale, roleName, t]);
  const nameOf = useMemo(() => {
    const publishers = choices.publishers.map((one) => ({ ...one, id: `publisher:${one.id}` }));
    const names = new Map([...choices.regions, ...choices.topics, ...publishers].map(({ id, label }) => [id, labelIn(label, locale)]));
    return (id: string) => names.get(id) ?? id;
  }, [choices, locale]);
  // the column counts anew when the chart does, so that the two say the same
  const counted = useMemo(() => (live.answer?.series ?? []).map(({ buckets }) => buckets.reduce((sum, { count }) => sum + (count ?? 0), 0)).join(' '), [live.answer]);
  const chooseFilter = (filter: typeof view.filter) => change({ filter, at: null });
  const toggle = (key: string) => change({ series: view.series.includes(key) ? view.series.filter((one) => one !== key) : [...view.series, key].slice(0, MOST_SERIES) });
  return (
    <PageFrame
      page="trends" connection={live.connection} skip={{ to: 'trends', text: t('skip') }} palette={{ query: view.filter, choices, choose: chooseFilter }}
      search={<SearchBox query={view.filter} choices={choices} onChoose={chooseFilter} />}
    >
      <ActiveFilters query={view.filter} nameOf={nameOf} onChoose={chooseFilter} />
      <div className="trends-body">
        <aside aria-label={t('filters')}>
          <FilterColumn query={view.filter} choices={choices} onChoose={chooseFilter} time="elsewhere" changed={counted} />
        </aside>
        <main id="trends" tabIndex={-1} className="p-3 sm:p-4">
          <div className="mx-auto flex max-w-[120rem] flex-col gap-4">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <h1 className="text-lg font-semibold">{t('title')}</h1>
              <button type="button" onClick={() => setFiltering(true)} data-testid="trends-filters" className="trends-filters-button inline-flex h-8 items-center gap-1.5 rounded-md border border-line bg-surface px-2.5 text-sm text-soft">
                <FilterIcon />
                {t('filters')}
              </button>
              <Toolbar view={view} tz={tz} from={times.from} to={times.to ?? new Date(end).toISOString()} bucket={bucket} change={change} />
            </div>
            <ChartCard view={view} change={change} answer={{ value: live.answer, current: !live.loading, failure: live.refusal }} bucket={bucket} tz={tz} choices={choices} spikes={spikes.value?.spikes ?? []} name={name} csv={`${question}&format=csv`} />
            {mounted ? (
              <>
                <div className="flex flex-wrap items-center gap-3">
                  <h2 className="text-sm font-semibold text-soft">{t('rankings')}</h2>
                  <Segments name="order" label={t('order')} value={view.order} onValue={(order) => change({ order }, 'quietly')} options={TOP_ORDERS.map((one) => ({ value: one, text: t(`orders.${one}`) }))} />
                  <p className="text-xs text-faint">{t('rankingsHint')}</p>
                </div>
                <div className="trends-panels">
                  {RANKED.map((by) => (
                    <TopPanel key={by} by={by} view={view} times={times} bucket={bucket} tz={tz} onToggle={toggle} onCompare={(keys) => change({ series: keys.map((key) => comparedKey({ key })) })} />
                  ))}
                  <HeatMap filter={view.filter} name={name} times={heatTimes(times, end)} tz={tz} />
                </div>
              </>
            ) : null}
          </div>
        </main>
      </div>
      {filtering ? (
        <Dialog title={t('filters')} place="side" testId="trends-filter-dialog" onClose={() => setFiltering(false)}>
          <FilterColumn query={view.filter} choices={choices} onChoose={chooseFilter} time="elsewhere" changed={counted} />
        </Dialog>
      ) : null}
    </PageFrame>
  );
}
