'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo } from 'react';
import type { Choices, Snapshot } from '@/lib/dashboard';
import type { FilterQuery } from '@/lib/events';
import type { SpikeHistory, SpikeView } from '@/lib/spike';
import { ConnectionBadge } from '../header/connection-badge';
import { namesOf } from '../live/names';
import { newestOf } from '../live/state';
import { useLiveFeed } from '../live/use-live-feed';
import { useSpikeList } from '../spikes/use-spikes';
import { Mark } from '../ui/icons';
import { languageName } from '../ui/names';
import { useUiLocale } from '../ui/use-locale';
import { Clocks } from './clocks';
import { useAutoScroll } from './use-auto-scroll';
import { useFullScreen } from './use-full-screen';
import { useIdlePointer } from './use-idle-pointer';
import { WallControls } from './wall-controls';
import { WallList } from './wall-list';
import { WallPlaces } from './wall-places';
import { WallSpikes } from './wall-spikes';

interface Props {
  snapshot: Snapshot;
  choices: Choices;
  spikes: readonly SpikeView[];
  history: SpikeHistory;
  query: FilterQuery;
  /** of the clocks; none: the screen's own */
  zones: readonly string[];
}

/** For a screen that many look at and nobody touches: owns the live data, shows what is new at once, and scrolls by itself. */
export function WallPage({ snapshot, choices, spikes: first, history: firstHistory, query, zones }: Props) {
  const t = useTranslations();
  const locale = useUiLocale();
  const live = useLiveFeed(snapshot, query);
  const { state, connection, reading: { scroller }, release } = live;
  const { spikes, history } = useSpikeList(first, firstHistory);
  const names = useMemo(() => namesOf(choices, state, locale), [choices, state, locale]);
  const full = useFullScreen();
  const idle = useIdlePointer();
  const newest = state.items[0]?.id ?? null;
  useAutoScroll(scroller, newest);
  useEffect(() => {
    if (state.waiting.length > 0) release();
  }, [state.waiting, release]);
  return (
    <div className="wall" data-testid="wall" data-idle={idle ? '' : undefined}>
      <header className="flex items-center gap-6 border-b border-line bg-surface px-6 py-3">
        <p className="flex items-center gap-2 text-2xl leading-none font-semibold text-accent">
          <Mark className="text-[2.2rem]" />
          <span lang="ar">مرصد</span>
        </p>
        <h1 className="min-w-0 flex-1 truncate text-lg font-medium text-soft">
          <FilterName query={state.wanted} names={names} />
        </h1>
        <WallControls full={full} query={query} />
        <ConnectionBadge connection={connection} newest={newestOf(state)} />
        <Clocks zones={zones} />
      </header>
      <div className="wall-body">
        <main className="min-h-0 min-w-0">
          <WallList items={state.items} fresh={state.fresh} scroller={scroller} />
        </main>
        <aside aria-label={t('wall.numbers')} className="flex min-h-0 flex-col gap-6 overflow-hidden px-6 py-5">
          <WallSpikes spikes={spikes} history={history} />
          <WallPlaces panel={state.panel} />
        </aside>
      </div>
      {state.status.sample ? <p className="border-t border-line bg-warn-soft px-6 py-2 text-sm text-warn">{t('sample.body')}</p> : null}
    </div>
  );
}

/** What the wall tells of, in words. */
function FilterName({ query, names }: { query: FilterQuery; names: (id: string) => string }) {
  const t = useTranslations();
  const locale = useUiLocale();
  const publishers = (query.publisher ?? []).map((id) => `publisher:${id}`);
  const parts = [...[...query.region, ...query.topic, ...publishers].map(names), ...(query.lang ?? []).map((code) => languageName(code, locale))];
  const all = query.q === '' ? parts : [...parts, t('filters.words', { text: query.q })];
  return <>{all.length === 0 ? t('wall.everything') : all.map((part, n) => <bdi key={part}>{n > 0 ? ` · ${part}` : part}</bdi>)}</>;
}
