'use client';

import { useCallback, useEffect, useRef, useState, type FocusEvent, type RefObject } from 'react';
import type { ArticleItem } from '@/lib/article';
import type { DrawnList } from './use-list-window';

export interface Cursor {
  /** the article that the keys were last at; null before the first key */
  id: string | null;
  /** the article that a key acts on: that one, unless the reader has gone elsewhere; null where there is none in sight */
  at(): string | null;
  move(by: 1 | -1): string | null;
  /** for the list: the keys go where the focus goes */
  onFocus(event: FocusEvent): void;
}

interface Deps {
  items: readonly ArticleItem[];
  drawn: Pick<DrawnList, 'reveal' | 'firstSeen' | 'sees'>;
  scroller: RefObject<HTMLElement | null>;
  /** the article beside the list: the keys go there when it is opened */
  openId: string | null;
}

/**
 * Where the keys are in the list: at what was last opened or had the focus, for as long as it can be seen. A step goes to the next article
 * and shows it; from nowhere it goes to the first that can be seen whole.
 */
export function useCursor({ items, drawn: { reveal, firstSeen, sees }, scroller, openId }: Deps): Cursor {
  const [id, set] = useState(openId);
  const [opened, noteOpened] = useState(openId);
  if (opened !== openId) {
    noteOpened(openId);
    if (openId !== null) set(openId);
  }
  const wanted = useRef<string | null>(null);
  const at = useCallback(() => {
    if (id === null || id === openId) return id;
    return sees(items.findIndex((item) => item.id === id)) ? id : openId;
  }, [id, items, openId, sees]);
  const onFocus = useCallback(({ target }: FocusEvent) => {
    const card = target.closest('[data-id]')?.getAttribute('data-id') ?? null;
    if (card !== null) set(card);
  }, []);
  const move = useCallback(
    (by: 1 | -1) => {
      const from = at();
      const index = items.findIndex((item) => item.id === from);
      const to = index < 0 ? firstSeen() : Math.max(0, Math.min(index + by, items.length - 1));
      const next = items[to]?.id ?? null;
      if (next === null) return null;
      reveal(to);
      wanted.current = next;
      set(next);
      focusOn(scroller.current, next);
      return next;
    },
    [at, items, scroller, reveal, firstSeen],
  );
  // The card may have to be drawn before it can have the focus.
  useEffect(() => {
    if (wanted.current === id && id !== null && focusOn(scroller.current, id)) wanted.current = null;
  });
  return { id, at, move, onFocus };
}

/** The keyboard's focus is what makes new articles wait, and what is read aloud. @returns whether the card is there */
export function focusOn(scroller: HTMLElement | null, id: string): boolean {
  const card = scroller?.querySelector<HTMLElement>(`[data-id="${id}"]`);
  card?.focus({ preventScroll: true });
  return card != null;
}
