'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useMemo } from 'react';
import { ActiveFilters } from '../filters/active-filters';
import { NarrowestPart } from '../filters/narrowest-part';
import { isUnfiltered, toggle, withoutFilters } from '../live/address';
import { isLoading, waitingCount } from '../live/state';
import type { LiveDashboard } from '../live/use-live-feed';
import { EmptyState } from './empty-state';
import { FeedList } from './feed-list';
import { NewPill } from './new-pill';
import { OlderButton } from './older-button';

interface Props {
  live: LiveDashboard;
  names: (id: string) => string;
}

/** The feed in its own scroller, with the filters that are on above it. */
export function FeedColumn({ live, names }: Props) {
  const t = useTranslations('feed');
  const { state, scroller, choose, release, loadOlder } = live;
  const { wanted, items, fresh } = state;
  const chosen = useMemo(() => new Set([...wanted.region, ...wanted.topic]), [wanted]);
  const onRegion = useCallback((id: string) => choose(toggle(wanted, 'region', id)), [choose, wanted]);
  const onTopic = useCallback((id: string) => choose(toggle(wanted, 'topic', id)), [choose, wanted]);
  const busy = isLoading(state);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <ActiveFilters query={wanted} nameOf={names} onChoose={choose} />
      <div
        ref={scroller}
        id="feed"
        data-testid="feed-scroller"
        tabIndex={0}
        aria-label={t('title')}
        role="region"
        className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain focus-visible:-outline-offset-2"
      >
        <NewPill count={waitingCount(state)} onRelease={release} />
        <FeedList items={items} fresh={fresh} busy={busy} chosen={chosen} onRegion={onRegion} onTopic={onTopic} />
        {items.length > 0 ? <OlderButton key={state.older} hasOlder={state.older !== null} onLoad={loadOlder} /> : null}
        {items.length === 0 && !busy ? (
          <EmptyState status={state.status} filtered={!isUnfiltered(state.query)} onClear={() => choose(withoutFilters(wanted))}>
            <NarrowestPart query={state.query} nameOf={names} onChoose={choose} />
          </EmptyState>
        ) : null}
      </div>
    </div>
  );
}
