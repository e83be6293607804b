'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { articleIn, withArticle } from './article-address';
import { onTravel } from './travel';

/** Which article stands beside the list. */
export interface OpenArticle {
  id: string | null;
  open(id: string): void;
  close(): void;
}

/**
 * The opened article is part of the address, so that it can be sent. Opening is a step that "back" undoes, going on to the next one is
 * not; closing takes that step back, where nothing else was done since.
 */
export function useOpenArticle(first: string | null): OpenArticle {
  const [id, show] = useState(first);
  const shown = useRef(first);
  /** how long the history was when an article was opened; null: it was not by us */
  const step = useRef<number | null>(null);
  const set = useCallback((next: string | null) => {
    shown.current = next;
    show(next);
  }, []);
  useEffect(() => onTravel(() => {
    step.current = null;
    set(articleIn(new URLSearchParams(window.location.search)));
  }), [set]);
  const open = useCallback((next: string) => {
    if (next === shown.current) return;
    const address = withArticle(next, new URL(window.location.href));
    if (shown.current !== null) window.history.replaceState(null, '', address);
    else {
      window.history.pushState(null, '', address);
      step.current = window.history.length;
    }
    set(next);
  }, [set]);
  const close = useCallback(() => {
    if (shown.current === null) return;
    const ours = step.current === window.history.length;
    step.current = null;
    set(null);
    if (ours) window.history.back();
    else window.history.replaceState(null, '', withArticle(null, new URL(window.location.href)));
  }, [set]);
  return useMemo(() => ({ id, open, close }), [id, open, close]);
}
