'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { tellRouter } from '../live/tell-router';
import { addressOfView, readView, type TrendsView } from './view';

/** How a change stands in the browser's history: `step`: "back" undoes it. */
export type Remembered = 'step' | 'quietly';
export type ChangeView = (part: Partial<TrendsView>, remembered?: Remembered) => void;

/** What the page shows. It lives in the address, and follows it on back and forward. */
export function useTrendsView(search: string): { view: TrendsView; change: ChangeView } {
  const [view, setView] = useState(() => readView(search));
  const now = useRef(view);
  const show = useCallback((next: TrendsView) => {
    now.current = next;
    setView(next);
  }, []);
  useEffect(() => {
    const travel = (event: PopStateEvent) => {
      tellRouter(event);
      show(readView(window.location.search));
    };
    window.addEventListener('popstate', travel, { capture: true });
    return () => window.removeEventListener('popstate', travel, { capture: true });
  }, [show]);
  const change = useCallback<ChangeView>((part, remembered = 'step') => {
    const next = { ...now.current, ...part };
    const address = addressOfView(next);
    if (address === addressOfView(now.current)) return;
    if (remembered === 'step') window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
    show(next);
  }, [show]);
  return { view, change };
}
