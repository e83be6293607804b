'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Snapshot } from '@/lib/dashboard';
import type { FilterQuery } from '@/lib/events';
import { SampleBanner } from './banner/sample-banner';
import { FeedColumn } from './feed/feed-column';
import { FilterColumn } from './filters/filter-column';
import { useChoices, type Choices } from './filters/use-choices';
import { Header } from './header/header';
import { namesOf } from './live/names';
import { useLiveFeed } from './live/use-live-feed';
import { SidePanel } from './panel/side-panel';
import { StatusLine } from './status-line';
import { Tabs, type Tab } from './tabs';
import { useUiLocale } from './ui/use-locale';
import { useWaitingTitle } from './use-waiting-title';

interface Props {
  snapshot: Snapshot;
  choices: Choices;
  query: FilterQuery;
  writeAccess: 'open' | 'token' | 'read-only';
}

/** Owns the live data and lays out the panes, which only show what they are given. */
export function Dashboard({ snapshot, choices: first, query, writeAccess }: Props) {
  const t = useTranslations();
  const locale = useUiLocale();
  const [tab, setTab] = useState<Tab>('feed');
  const live = useLiveFeed(snapshot, query);
  const choices = useChoices(first);
  const { state, connection, choose } = live;
  // The numbers may lag behind by a frame or two; what is typed and read may not.
  const panel = useDeferredValue(state.panel);
  const names = useMemo(() => namesOf(choices, state, locale), [choices, state, locale]);
  useWaitingTitle(state);
  return (
    <div data-tab={tab} className="group/dash flex h-dvh flex-col overflow-hidden">
      <a href="#feed" className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:m-2 focus:rounded focus:bg-accent focus:px-3 focus:py-2 focus:text-accent-ink">{t('header.skip')}</a>
      <Header connection={connection} lastArrivalAt={state.lastArrivalAt} text={state.wanted.q} onText={(q) => choose({ ...state.wanted, q })} />
      {state.status.sample ? <SampleBanner articles={state.status.sample.articles} canWrite={writeAccess !== 'read-only'} /> : null}
      {writeAccess === 'read-only' ? <p data-testid="read-only" className="border-b border-line bg-sunken px-4 py-1.5 text-xs text-soft">{t('readOnly')}</p> : null}
      <Tabs tab={tab} onTab={setTab} />
      <div className="mx-auto grid min-h-0 w-full max-w-[110rem] flex-1 grid-cols-1 grid-rows-1 md:grid-cols-[minmax(0,1fr)_20rem] md:grid-rows-[minmax(0,1fr)_minmax(0,1fr)] xl:grid-cols-[17rem_minmax(0,1fr)_23rem] xl:grid-rows-1">
        <aside aria-label={t('filters.title')} className="min-h-0 max-md:group-not-data-[tab=filters]/dash:hidden md:order-3 md:col-start-2 md:row-start-2 md:border-t md:border-line xl:order-1 xl:col-start-1 xl:row-start-1 xl:border-t-0">
          <FilterColumn query={state.wanted} choices={choices} onChoose={choose} />
        </aside>
        <main className="min-h-0 bg-surface max-md:group-not-data-[tab=feed]/dash:hidden md:order-1 md:row-span-2 md:border-x md:border-line xl:order-2 xl:row-span-1">
          <FeedColumn live={live} names={names} />
        </main>
        <aside aria-label={t('panel.title')} className="min-h-0 overflow-y-auto max-md:group-not-data-[tab=charts]/dash:hidden md:order-2 xl:order-3">
          <SidePanel panel={panel} query={state.wanted} onChoose={choose} />
        </aside>
      </div>
      <StatusLine status={state.status} />
    </div>
  );
}
