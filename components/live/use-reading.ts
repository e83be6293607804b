'use client';

import { useCallback, useEffect, useRef, type RefObject } from 'react';
import type { Hold } from './batch';

/** Less than this from the top still is the top, in pixels. */
const TOP = 8;

/**
 * What must wait because the reader is in the list: further down, over it with the pointer, in it with the keyboard,
 * or in another tab.
 */
export function holdOf(scroller: HTMLElement | null): Hold {
  if (!scroller) return 'nothing';
  if (scroller.scrollTop > TOP) return keepsPlace() ? 'new' : 'all';
  if (isEngaged(scroller)) return 'all';
  return document.hidden ? 'new' : 'nothing';
}

/** Browsers without scroll anchoring move what is read when something slots in above it. */
function keepsPlace(): boolean {
  return CSS.supports('overflow-anchor', 'auto');
}

function isEngaged(scroller: HTMLElement): boolean {
  const list = scroller.querySelector('[role="feed"]');
  if (!list) return false;
  // On touch screens a tap leaves :hover behind for good.
  const hovered = matchMedia('(hover: hover)').matches && list.matches(':hover');
  // A link that was clicked keeps the focus, but not a ring: only the keyboard's focus says that someone reads here.
  return hovered || list.querySelector(':focus-visible') !== null;
}

/** Calls `onIdle` when the reader has left the list at its top, so that what waited may be shown. */
export function useReading(onIdle: () => void): { scroller: RefObject<HTMLDivElement | null>; hold: () => Hold } {
  const scroller = useRef<HTMLDivElement>(null);
  const hold = useCallback(() => holdOf(scroller.current), []);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // The events come before :hover and activeElement have changed.
    const check = () => requestAnimationFrame(() => hold() === 'nothing' && onIdle());
    const names = ['mouseleave', 'focusout', 'scroll'] as const;
    for (const name of names) element.addEventListener(name, check, { passive: true });
    document.addEventListener('visibilitychange', check);
    return () => {
      for (const name of names) element.removeEventListener(name, check);
      document.removeEventListener('visibilitychange', check);
    };
  }, [hold, onIdle]);
  return { scroller, hold };
}
