'use client';

import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Tab } from './tabs';

/**
 * The pane that a telephone shows. A hidden list keeps how far down it was: shown again with what another filter leaves, it begins at its top.
 * @param key another string whenever another filter decides what is listed
 */
export function useTab(key: string, scroller: RefObject<HTMLElement | null>): [Tab, (tab: Tab) => void] {
  const [tab, setTab] = useState<Tab>('feed');
  const left = useRef(key);
  const show = (next: Tab) => {
    if (tab === 'feed') left.current = key;
    setTab(next);
  };
  useLayoutEffect(() => {
    if (tab !== 'feed' || left.current === key) return;
    left.current = key;
    scroller.current?.scrollTo({ top: 0 });
    // only the way back to the list counts: a filter that is chosen beside it is the list's own business
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [tab]);
  return [tab, show];
}
