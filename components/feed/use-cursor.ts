'use client';

import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { ArticleItem } from '@/lib/article';
import type { DrawnList } from './use-list-window';

export interface Cursor {
  /** the article that the keys are at; null before the first key */
  id: string | null;
  move(by: 1 | -1): string | null;
  set(id: string): void;
}

interface Deps {
  items: readonly ArticleItem[];
  drawn: Pick<DrawnList, 'reveal' | 'firstSeen'>;
  scroller: RefObject<HTMLElement | null>;
  /** begins there where the keys were not used yet */
  openId: string | null;
}

/** Where the keys are in the list. A step goes to the next article and shows it; the first one goes to the first that can be seen whole. */
export function useCursor({ items, drawn: { reveal, firstSeen }, scroller, openId }: Deps): Cursor {
  const [id, set] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const move = useCallback(
    (by: 1 | -1) => {
      const at = items.findIndex((item) => item.id === (id ?? openId));
      const to = at < 0 ? firstSeen() : Math.max(0, Math.min(at + by, items.length - 1));
      const next = items[to]?.id ?? null;
      if (next === null) return null;
      reveal(to);
      wanted.current = next;
      set(next);
      focusOn(scroller.current, next);
      return next;
    },
    [id, items, openId, scroller, reveal, firstSeen],
  );
  // The card may have to be drawn before it can have the focus.
  useEffect(() => {
    if (wanted.current === id && id !== null && focusOn(scroller.current, id)) wanted.current = null;
  });
  return { id, move, set };
}

/** The keyboard's focus is what makes new articles wait, and what is read aloud. @returns whether the card is there */
export function focusOn(scroller: HTMLElement | null, id: string): boolean {
  const card = scroller?.querySelector<HTMLElement>(`[data-id="${id}"]`);
  card?.focus({ preventScroll: true });
  return card != null;
}
