'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo } from 'react';
import type { Choices, Snapshot } from '@/lib/dashboard';
import type { FilterQuery } from '@/lib/events';
import type { View } from '@/lib/reader';
import { SampleBanner } from './banner/sample-banner';
import { ArticlePane } from './feed/article-pane';
import { FeedColumn } from './feed/feed-column';
import type { ListName } from './feed/list-address';
import { useList } from './feed/use-list';
import { useReaderMarks } from './feed/use-reader-marks';
import { FilterColumn } from './filters/filter-column';
import { SearchBox } from './filters/search-box';
import { useChoices } from './filters/use-choices';
import { PageFrame } from './header/page-frame';
import { isUnfiltered, listKey } from './live/address';
import { isFirstAttempt } from './live/connection';
import { namesOf } from './live/names';
import { isLoading, newestOf } from './live/state';
import { useLiveFeed } from './live/use-live-feed';
import { useOpenArticle } from './live/use-open-article';
import { SidePanel } from './panel/side-panel';
import { StatusLine } from './status-line';
import { Tabs } from './tabs';
import { useUiLocale } from './ui/use-locale';
import { useViews } from './views/use-views';
import { ViewStrip } from './views/view-strip';
import { ViewsSection } from './views/views-section';
import { useTab } from './use-tab';
import { useWaitingTitle } from './use-waiting-title';

interface Props {
  snapshot: Snapshot;
  choices: Choices;
  query: FilterQuery;
  /** the article that the address names, to stand beside the list */
  openArticle: string | null;
  /** the list that the address names */
  list: ListName;
  writeAccess: 'open' | 'token' | 'read-only';
}

/** Owns the live data and lays out the panes, which only show what they are given. */
export function Dashboard({ snapshot, choices: first, query, openArticle, list: firstList, writeAccess }: Props) {
  const t = useTranslations();
  const locale = useUiLocale();
  const article = useOpenArticle(openArticle);
  const live = useLiveFeed(snapshot, query, article.id !== null);
  const { state, connection, choose } = live;
  // What is clicked and typed shows in the next frame; the list and the numbers, which are more to draw, may lag behind by a few.
  const drawn = useDeferredValue(live);
  const beside = useDeferredValue(article.id);
  const [list, showList] = useList(firstList);
  const [tab, setTab] = useTab(listKey(state.wanted), live.reading.scroller);
  const choices = useChoices(first, state.wanted.region);
  const reader = useReaderMarks(state.items);
  const palette = useMemo(() => ({ query: state.wanted, choices, choose }), [state.wanted, choices, choose]);
  const { panel } = drawn.state;
  const lags = panel !== state.panel || isLoading(state);
  const names = useMemo(() => namesOf(choices, drawn.state, locale), [choices, drawn.state, locale]);
  const views = useViews(String(state.status.articles), listKey(state.wanted));
  const openView = (view: View) => {
    choose({ ...view.query, window: state.wanted.window });
    setTab('feed');
    void views.change(view, { seen: true });
  };
  useWaitingTitle(state);
  return (
    <PageFrame
      page="feed"
      connection={connection}
      newest={newestOf(state)}
      skip={{ to: 'feed', text: t('header.skip') }}
      access={writeAccess}
      search={<SearchBox query={state.wanted} choices={choices} onChoose={choose} />}
      palette={palette}
    >
      {state.status.sample ? <SampleBanner articles={state.status.sample.articles} canWrite={writeAccess !== 'read-only'} /> : null}
      <Tabs tab={tab} onTab={setTab} />
      <div className="panes" data-tab={tab} data-article={beside === null ? undefined : ''}>
        <aside data-pane="filters" aria-label={t('filters.title')}>
          <div className="px-3 pt-1">
            <ViewsSection views={views} query={state.wanted} nameOf={names} onOpen={openView} />
          </div>
          <FilterColumn query={state.wanted} choices={choices} onChoose={choose} starred={list === 'starred'} changed={state.status.articles} />
        </aside>
        <main data-pane="feed">
          <div className="flex h-full min-h-0 flex-col">
            <div className="md:hidden">
              <ViewStrip views={views.views ?? []} query={state.wanted} onOpen={openView} />
            </div>
            <div className="min-h-0 flex-1">
              <FeedColumn live={drawn} wanted={state.wanted} article={article} reader={reader} names={names} list={list} onList={showList} />
            </div>
          </div>
        </main>
        {beside === null ? (
          <aside data-pane="charts" aria-label={t('panel.title')}>
            <SidePanel panel={panel} of={listKey(drawn.state.query)} query={state.wanted} busy={lags} matches={drawn.state.items.length > 0 || isUnfiltered(drawn.state.query)} waits={isFirstAttempt(connection)} onChoose={choose} />
          </aside>
        ) : (
          <ArticlePane id={beside} items={drawn.state.items} reader={reader} onClose={article.close} />
        )}
      </div>
      <StatusLine status={state.status} />
    </PageFrame>
  );
}
