'use client';

import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { Panel } from '@/lib/dashboard';
import type { FilterQuery } from '@/lib/events';
import type { WindowName } from '@/lib/window';
import { LazyChart } from '../charts/lazy-chart';
import { toggle } from '../live/address';
import { formatNumber, labelIn } from '../ui/format';
import { useKindName } from '../ui/kind-name';
import { distinctNames } from '../ui/place-names';
import { SLOW_MS, useLasting } from '../ui/use-lasting';
import { useUiLocale } from '../ui/use-locale';
import { RankList } from './rank-list';
import { WindowSwitch } from './window-switch';

interface Props {
  panel: Panel;
  /** what filter the numbers are of, as a key */
  of: string;
  query: FilterQuery;
  /** the numbers are of the filter before */
  busy: boolean;
  /** whether the filter leaves any article, of whatever time */
  matches: boolean;
  /** something more urgent than the chart is still on its way */
  waits: boolean;
  onChoose(query: FilterQuery): void;
}

/** The numbers beside the feed, for the same filter. Drawn anew only when they change. */
export const SidePanel = memo(function SidePanel({ panel, of, query, busy, matches, waits, onChoose }: Props) {
  const t = useTranslations('panel');
  const slow = useLasting(busy, SLOW_MS);
  return (
    <div data-testid="numbers" aria-busy={busy} className={`flex flex-col gap-6 p-4 ${slow ? 'opacity-50' : ''}`}>
      <section className="flex flex-col gap-3" aria-label={t('mentions')}>
        <div className="flex items-end justify-between gap-3">
          <Total panel={panel} />
          <WindowSwitch window={query.window} onWindow={(window) => onChoose({ ...query, window })} />
        </div>
        {matches ? <LazyChart panel={panel} of={of} waits={waits} /> : <p data-testid="no-match" className="py-10 text-center text-sm text-faint">{t('noMatch')}</p>}
      </section>
      {matches ? <Rankings panel={panel} query={query} onChoose={onChoose} /> : null}
    </div>
  );
});

function Rankings({ panel, query, onChoose }: Pick<Props, 'panel' | 'query' | 'onChoose'>) {
  const t = useTranslations('panel');
  const tFilters = useTranslations('filters');
  const locale = useUiLocale();
  const placeNames = distinctNames(panel.places, locale, useKindName());
  return (
    <>
      <RankList
        testId="top-places"
        title={t('places')}
        hint={tFilters('rankHint')}
        rows={panel.places.map(({ id, count }) => ({ id, count, name: placeNames.get(id) ?? id }))}
        tone="bg-accent-bar"
        chosen={query.region}
        onToggle={(id) => onChoose(toggle(query, 'region', id))}
      />
      <RankList
        testId="top-topics"
        title={t('topics')}
        rows={panel.topics.map(({ id, count, label }) => ({ id, count, name: labelIn(label, locale) }))}
        tone="bg-topic-bar"
        chosen={query.topic}
        onToggle={(id) => onChoose(toggle(query, 'topic', id))}
      />
    </>
  );
}

function Total({ panel }: { panel: Panel }) {
  const t = useTranslations('panel');
  const locale = useUiLocale();
  const spans: Record<WindowName, string> = { '6h': t('inWindow6h'), '24h': t('inWindow24h'), '7d': t('inWindow7d') };
  return (
    <p className="flex flex-col leading-tight">
      <span>
        <span data-testid="panel-total" data-value={panel.total} className="text-3xl leading-none font-semibold tabular-nums">
          {formatNumber(panel.total, locale)}
        </span>{' '}
        <span className="text-sm text-soft">{t('total', { count: panel.total })}</span>
      </span>
      <span className="mt-1 text-xs text-faint">{spans[panel.window]}</span>
    </p>
  );
}
