'use client';

import { useTranslations } from 'next-intl';
import { memo, useEffect, useRef, type AnimationEvent, type RefObject } from 'react';
import type { ArticleItem } from '@/lib/article';
import type { Mark } from '@/lib/reader';
import { useKeys } from '../keys/use-keys';
import { SLOW_MS, useLasting } from '../ui/use-lasting';
import { ArticleCard, type CardContext } from './article-card';
import { useCursor } from './use-cursor';
import { useDensity } from './use-density';
import { useListWindow } from './use-list-window';
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
  /** an older page is on its way */
  loadingOlder: boolean;
  openId: string | null;
  scroller: RefObject<HTMLDivElement | null>;
  actions: ListActions;
}

/** How high a card is expected to be before it is measured, in pixels. */
const HEIGHTS = { comfortable: 150, compact: 66 };
/** So many cards before the end of what is loaded, more is asked for. */
const NEAR_END = 25;

/**
 * All articles, of which only those near the screen are drawn. They stand in the page's own flow between two blank stretches, so that
 * what the server rendered does not move when the browser takes over. What slots in above the reader moves the scroller
 * along with it; at the top, what is new comes in at the top.
 */
export const FeedList = memo(function FeedList({ items, marks, fresh, busy, loadingOlder, openId, scroller, actions }: Props) {
  const t = useTranslations('feed');
  const density = useDensity();
  const drawn = useListWindow({ rows: items, scroller, expected: HEIGHTS[density] });
  const { from, to } = drawn;
  useEffect(() => {
    // asked again once a page has come: it may have been that of another list
    if (!loadingOlder && items.length > 0 && to > items.length - NEAR_END) actions.onNearEnd();
  }, [actions, items.length, loadingOlder, to]);
  usePaintMeasure(items);
  const cursor = useCursor({ items, drawn, scroller, openId });
  useListKeys(cursor, items, openId, actions);
  const [isFresh, onFaded] = useFresh(fresh);
  const slow = useLasting(busy, SLOW_MS);
  // a feed without articles is none
  const role = items.length === 0 ? {} : { role: 'feed', 'aria-label': t('title'), 'aria-busy': busy };
  return (
    <div {...role} data-testid="feed" data-count={items.length} onAnimationEnd={onFaded} onFocus={cursor.onFocus} className={slow ? 'opacity-50' : ''}>
      <div style={{ blockSize: drawn.above }} />
      {items.slice(from, to).map((item, n) => (
        <ArticleCard
          key={item.id}
          item={item}
          mark={marks.get(item.id)}
          fresh={isFresh(item.id)}
          current={item.id === cursor.id}
          open={item.id === openId}
          index={from + n}
          total={items.length}
          context={actions}
          measure={drawn.measure}
        />
      ))}
      <div style={{ blockSize: drawn.below }} />
    </div>
  );
});

/** Each new article is marked once: not again when it is scrolled away and back. Of those that are new no longer nothing is kept. */
function useFresh(fresh: ReadonlySet<string>): [(id: string) => boolean, (event: AnimationEvent) => void] {
  const faded = useRef(new Set<string>());
  useEffect(() => {
    for (const id of faded.current) if (!fresh.has(id)) faded.current.delete(id);
  }, [fresh]);
  const isFresh = (id: string) => fresh.has(id) && !faded.current.has(id);
  const onFaded = ({ target }: AnimationEvent) => {
    const id = target instanceof Element ? target.closest('[data-id]')?.getAttribute('data-id') : null;
    if (id) faded.current.add(id);
  };
  return [isFresh, onFaded];
}

type Cursor = ReturnType<typeof useCursor>;

/** Keys act on the article that they are at. */
function useListKeys(cursor: Cursor, items: readonly ArticleItem[], openId: string | null, actions: ListActions) {
  const onIt = (act: (id: string) => void) => () => {
    const id = cursor.at();
    if (id !== null) act(id);
  };
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
