'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Choices, Snapshot } from '@/lib/dashboard';
import type { FilterQuery } from '@/lib/events';
import { SampleBanner } from './banner/sample-banner';
import { FeedColumn } from './feed/feed-column';
import { FilterColumn } from './filters/filter-column';
import { TextFilter } from './filters/text-filter';
import { useChoices } from './filters/use-choices';
import { Header } from './header/header';
import { namesOf } from './live/names';
import { useLiveFeed } from './live/use-live-feed';
import { SidePanel } from './panel/side-panel';
import { WriteGate } from './sources/write-gate';
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
    <div data-tab={tab} className="flex h-dvh flex-col overflow-hidden">
      <a href="#feed" className="skip-link">
        {t('header.skip')}
      </a>
      <Header
        page="feed"
        connection={connection}
        lastArrivalAt={state.items.length === 0 ? null : state.lastArrivalAt}
      >
        <div className="w-full md:w-72 lg:w-96">
          <TextFilter text={state.wanted.q} onText={(q) => choose({ ...state.wanted, q })} />
        </div>
      </Header>
      {state.status.sample ? <SampleBanner articles={state.status.sample.articles} canWrite={writeAccess !== 'read-only'} /> : null}
      {writeAccess === 'read-only' ? (
        <p data-testid="read-only" className="border-b border-line bg-sunken px-4 py-1.5 text-xs text-soft">
          {t('readOnly')}
        </p>
      ) : null}
      <Tabs tab={tab} onTab={setTab} />
      <div className="panes">
        <aside data-pane="filters" aria-label={t('filters.title')}>
          <FilterColumn query={state.wanted} choices={choices} onChoose={choose} />
        </aside>
        <main data-pane="feed">
          <WriteGate access={writeAccess}>
            <FeedColumn live={live} names={names} />
          </WriteGate>
        </main>
        <aside data-pane="charts" aria-label={t('panel.title')}>
          <SidePanel panel={panel} query={state.wanted} onChoose={choose} />
        </aside>
      </div>
      <StatusLine status={state.status} />
    </div>
  );
}
