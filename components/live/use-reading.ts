'use client';

import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Hold } from './batch';

/** Less than this from the top still is the top, in pixels. */
export const TOP = 8;

/** Whether, and why, the list waits for its reader. */
export interface Reading {
  scroller: RefObject<HTMLDivElement | null>;
  hold(): Hold;
  /** tells whenever `hold` may say something else; returns what ends it */
  watch(listener: () => void): () => void;
  paused: boolean;
  pause(paused: boolean): void;
}

/**
 * What must wait because the reader is in the list: further down, over it with the pointer, in it with the keyboard,
 * or in another tab; or reads one of its articles, whose card has to stay where it is.
 * @param scrolled whether it is below its top: asking the browser here would make it lay out the page each time
 * @param opened whether an article of the list stands beside it
 */
function holdOf(scroller: HTMLElement | null, scrolled: boolean, opened: boolean): Hold {
  if (!scroller) return 'nothing';
  if (scrolled) return 'new';
  if (opened || isEngaged(scroller)) return 'all';
  return document.hidden ? 'new' : 'nothing';
}

function isEngaged(scroller: HTMLElement): boolean {
  const list = scroller.querySelector('[role="feed"]');
  if (!list) return false;
  // On touch screens a tap leaves :hover behind for good.
  const hovered = matchMedia('(hover: hover)').matches && list.matches(':hover');
  // A link that was clicked keeps the focus, but not a ring: only the keyboard's focus says that someone reads here.
  return hovered || list.querySelector(':focus-visible') !== null;
}

const EVENTS = ['mouseenter', 'mouseleave', 'focusin', 'focusout', 'scroll'] as const;

/** Calls `onIdle` when the reader has left the list at its top, and its articles, so that what waited may be shown. */
export function useReading(onIdle: () => void, opened: boolean): Reading {
  const scroller = useRef<HTMLDivElement>(null);
  const scrolled = useRef(false);
  const stopped = useRef(false);
  const reads = useRef(opened);
  const [paused, setPaused] = useState(false);
  const listeners = useRef(new Set<() => void>());
  const hold = useCallback((): Hold => (stopped.current ? 'all' : holdOf(scroller.current, scrolled.current, reads.current)), []);
  const check = useCallback(() => {
    for (const listener of listeners.current) listener();
    if (hold() === 'nothing') onIdle();
  }, [hold, onIdle]);
  useEffect(() => {
    if (reads.current === opened) return;
    reads.current = opened;
    check();
  }, [opened, check]);
  const pause = useCallback((stop: boolean) => {
    stopped.current = stop;
    setPaused(stop);
    check();
  }, [check]);
  const watch = useCallback((listener: () => void) => {
    listeners.current.add(listener);
    return () => listeners.current.delete(listener);
  }, []);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // The events come before :hover and activeElement have changed.
    const soon = () => requestAnimationFrame(check);
    const note = () => {
      scrolled.current = element.scrollTop > TOP;
    };
    note();
    element.addEventListener('scroll', note, { passive: true });
    for (const name of EVENTS) element.addEventListener(name, soon, { passive: true });
    document.addEventListener('visibilitychange', soon);
    return () => {
      element.removeEventListener('scroll', note);
      for (const name of EVENTS) element.removeEventListener(name, soon);
      document.removeEventListener('visibilitychange', soon);
    };
  }, [check]);
  return useMemo(() => ({ scroller, hold, watch, paused, pause }), [hold, watch, paused, pause]);
}
