'use client';

import { useTranslations } from 'next-intl';
import { memo, useMemo } from 'react';
import type { ArticleItem } from '@/lib/article';
import type { FilterQuery } from '@/lib/events';
import { ActiveFilters } from '../filters/active-filters';
import { NarrowestPart } from '../filters/narrowest-part';
import { NearPlaces } from '../filters/near-places';
import { isUnfiltered, toggle, withoutFilters } from '../live/address';
import { isLoading, waitingCount } from '../live/state';
import type { LiveDashboard } from '../live/use-live-feed';
import type { OpenArticle } from '../live/use-open-article';
import { EmptyState } from './empty-state';
import { FeedList, type ListActions } from './feed-list';
import { FollowState } from './follow-state';
import { ListEnd } from './list-end';
import type { ListName } from './list-address';
import { ListSwitch } from './list-switch';
import { MarkNotice } from './mark-notice';
import { useLitWords } from './use-lit-words';
import { useOlder } from './use-older';
import type { ReaderMarks } from './use-reader-marks';
import { useStarred } from './use-starred';

interface Props {
  live: LiveDashboard;
  /** the filter as it is now: what is drawn of `live` may lag behind it */
  wanted: FilterQuery;
  article: OpenArticle;
  reader: ReaderMarks;
  names: (id: string) => string;
  list: ListName;
  onList(list: ListName): void;
}

const NOTHING_FRESH: ReadonlySet<string> = new Set();

/** The feed in its own scroller, with the filters that are on above it, and whether it moves. Drawn anew only when something of it changes. */
export const FeedColumn = memo(function FeedColumn({ live, wanted, article, reader, names, list, onList }: Props) {
  const t = useTranslations('feed');
  const { state, connection, reading, choose, release } = live;
  const isAll = list === 'all';
  const starred = useStarred(!isAll, reader.learn);
  const olderKey = isAll ? state.older : starred.older;
  const older = useOlder(olderKey, isAll ? live.loadOlder : starred.load);
  const actions = useListActions({ live, article, reader, onNearEnd: older.loadUnlessFailed });
  const all = isAll ? state.items : starred.items;
  const items = useMemo(() => withoutHidden(all, reader.marks), [all, reader.marks]);
  const waiting = waitingCount(state);
  const busy = isAll ? isLoading(state) : starred.loading;
  return (
    <div className="relative flex h-full min-h-0 flex-col">
      <div className="feed-bar">
        <FollowState reading={reading} connection={connection} waiting={waiting} onRelease={isAll ? release : null} />
        <ListSwitch list={list} onList={onList} />
      </div>
      <ActiveFilters query={wanted} nameOf={names} onChoose={choose} />
      <div
        ref={reading.scroller}
        id="feed"
        data-testid="feed-scroller"
        tabIndex={0}
        aria-label={t('title')}
        role="region"
        className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <FeedList key={list} items={items} marks={reader.marks} fresh={isAll ? state.fresh : NOTHING_FRESH} busy={busy} loadingOlder={older.loading} openId={article.id} scroller={reading.scroller} actions={actions} />
        {items.length > 0 ? <ListEnd hasOlder={olderKey !== null} older={older} /> : null}
        {items.length === 0 && !busy ? isAll ? (
          <EmptyState status={state.status} filtered={!isUnfiltered(state.query)} onClear={() => choose(withoutFilters(wanted))}>
            <NearPlaces query={state.query} onChoose={choose} />
            <NarrowestPart query={state.query} nameOf={names} onChoose={choose} />
          </EmptyState>
        ) : (
          <p data-testid="empty-starred" className="px-6 py-20 text-center text-soft">{t('noStarred')}</p>
        ) : null}
      </div>
      <MarkNotice reader={reader} />
    </div>
  );
});

/** The same list where nothing of it is hidden: a mark on one of fifty thousand must not make another. */
function withoutHidden(items: readonly ArticleItem[], marks: ReaderMarks['marks']): readonly ArticleItem[] {
  const hidden = new Set<string>();
  for (const [id, mark] of marks) if (mark.hidden) hidden.add(id);
  return hidden.size === 0 ? items : items.filter(({ id }) => !hidden.has(id));
}

interface Parts extends Pick<Props, 'live' | 'article' | 'reader'> {
  onNearEnd(): void;
}

/** One object for all cards, the same until the filter is another: cards are drawn anew only for what changes on them. */
function useListActions({ live, article, reader, onNearEnd }: Parts): ListActions {
  const { choose, release, state } = live;
  const { wanted } = state;
  const { open } = article;
  const { mark, toggleMark } = reader;
  const lit = useLitWords(state.query.q);
  return useMemo(
    () => ({
      lit,
      onNearEnd,
      onTop: release,
      chosen: new Set([...wanted.region, ...wanted.topic]),
      // of the filter as it is then: what is drawn may lag behind it
      onRegion: (id) => choose((now) => toggle(now, 'region', id)),
      onTopic: (id) => choose((now) => toggle(now, 'topic', id)),
      onOpen: (id) => {
        open(id);
        mark(id, { read: true });
      },
      onRead: (id) => toggleMark(id, 'read'),
      onStar: (id) => toggleMark(id, 'starred'),
      onHide: (id) => mark(id, { hidden: true }),
    }),
    [lit, onNearEnd, release, wanted, choose, open, mark, toggleMark],
  );
}
