'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { memo, useCallback, useEffect, useRef, type AnimationEvent, type RefObject } from 'react';
import type { ArticleItem } from '@/lib/article';
import type { Mark } from '@/lib/reader';
import { useKeys } from '../keys/use-keys';
import { TOP } from '../live/use-reading';
import { ArticleCard, type CardContext } from './article-card';
import { useCursor } from './use-cursor';
import { useDensity } from './use-density';
import { usePaintMeasure } from './use-paint-measure';
import { webUrl } from './web-url';

export interface ListActions extends CardContext {
  onRead(id: string): void;
  onTop(): void;
  /** the end of what is loaded comes near */
  onNearEnd(): void;
}

interface Props {
  items: readonly ArticleItem[];
  marks: ReadonlyMap<string, Mark>;
  fresh: ReadonlySet<string>;
  busy: boolean;
  openId: string | null;
  scroller: RefObject<HTMLDivElement | null>;
  actions: ListActions;
}

/** What the server renders, before the screen's height is known. */
const FIRST_RECT = { width: 600, height: 1000 };
/** How high a card is expected to be before it is measured, in pixels. */
const HEIGHTS = { comfortable: 150, compact: 66 };
const OVERSCAN = 6;
/** So many cards before the end of what is loaded, more is asked for. */
const NEAR_END = 25;

/**
 * All articles, of which only those near the screen are drawn. They stand in the page's own flow between two blank stretches, so that
 * what the server rendered does not move when the browser takes over. What slots in above the reader moves the scroller
 * along with it; at the top, what is new comes in at the top.
 */
export const FeedList = memo(function FeedList({ items, marks, fresh, busy, openId, scroller, actions }: Props) {
  const t = useTranslations('feed');
  const density = useDensity();
  const getItemKey = useCallback((index: number) => items[index]?.id ?? index, [items]);
  const virtual = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => HEIGHTS[density],
    getItemKey,
    initialRect: FIRST_RECT,
    overscan: OVERSCAN,
    anchorTo: (scroller.current?.scrollTop ?? 0) > TOP ? 'end' : 'start',
    useFlushSync: false,
  });
  useEffect(() => virtual.measure(), [virtual, density]);
  const drawn = virtual.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (items.length > 0 && last >= items.length - NEAR_END) actions.onNearEnd();
  }, [actions, items.length, last]);
  usePaintMeasure(items);
  const cursor = useCursor({ items, virtual, scroller, openId });
  useListKeys(cursor, items, openId, actions);
  const [isFresh, onFaded] = useFresh(fresh);
  const above = drawn[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  // a feed without articles is none
  const role = items.length === 0 ? {} : { role: 'feed', 'aria-label': t('title'), 'aria-busy': busy };
  return (
    <div {...role} data-testid="feed" data-count={items.length} onAnimationEnd={onFaded} className={`transition-opacity ${busy ? 'opacity-50' : ''}`}>
      <div style={{ blockSize: above }} />
      {drawn.map(({ index, key }) => {
        const item = items[index];
        if (!item) return null;
        return (
          <ArticleCard
            key={key}
            item={item}
            mark={marks.get(item.id)}
            fresh={isFresh(item.id)}
            current={item.id === cursor.id}
            open={item.id === openId}
            index={index}
            total={items.length}
            context={actions}
            measure={virtual.measureElement}
          />
        );
      })}
      <div style={{ blockSize: Math.max(0, below) }} />
    </div>
  );
});

/** Each new article is marked once: not again when it is scrolled away and back. */
function useFresh(fresh: ReadonlySet<string>): [(id: string) => boolean, (event: AnimationEvent) => void] {
  const faded = useRef(new Set<string>());
  const isFresh = (id: string) => fresh.has(id) && !faded.current.has(id);
  const onFaded = ({ target }: AnimationEvent) => {
    const id = target instanceof Element ? target.closest('[data-id]')?.getAttribute('data-id') : null;
    if (id) faded.current.add(id);
  };
  return [isFresh, onFaded];
}

type Cursor = ReturnType<typeof useCursor>;

/** Keys act on the article that they are at, else on the one that is open. */
function useListKeys(cursor: Cursor, items: readonly ArticleItem[], openId: string | null, actions: ListActions) {
  const id = cursor.id ?? openId;
  const onIt = (act: (id: string) => void) => () => id !== null && act(id);
  const step = (by: 1 | -1) => () => {
    const next = cursor.move(by);
    if (next !== null && openId !== null) actions.onOpen(next);
  };
  useKeys({
    next: step(1),
    previous: step(-1),
    open: onIt(actions.onOpen),
    star: onIt(actions.onStar),
    read: onIt(actions.onRead),
    hide: onIt((one) => {
      if (cursor.move(1) === one) cursor.move(-1);
      actions.onHide(one);
    }),
    source: onIt((one) => {
      const url = webUrl(items.find((item) => item.id === one)?.url ?? null);
      if (url) window.open(url, '_blank', 'noopener,noreferrer');
    }),
    top: actions.onTop,
  });
}
