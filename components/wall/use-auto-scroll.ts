'use client';

import { useEffect, type RefObject } from 'react';

/** So slow that a line can be read while it moves: root lengths a second. */
const SPEED_REM = 1;
/** What is new is left alone for so long, and so is the end of the list. */
const REST_MS = 12_000;

/**
 * Moves the list on by itself, slowly, and begins again at its end. What is new brings it back to the top and rests there. Whoever asked for less
 * motion gets none: the list stays at its top, where what is new appears.
 */
export function useAutoScroll(scroller: RefObject<HTMLElement | null>, newest: string | null): void {
  useEffect(() => {
    const list = scroller.current;
    if (!list || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    list.scrollTo({ top: 0 });
    let restUntil = performance.now() + REST_MS;
    let last = performance.now();
    let top = 0;
    let frame = requestAnimationFrame(step);

    function step(now: number) {
      frame = requestAnimationFrame(step);
      if (!list) return;
      const passed = Math.min(now - last, 100);
      last = now;
      if (now < restUntil) return;
      if (list.scrollTop + list.clientHeight >= list.scrollHeight - 1) return again(now);
      // the browser rounds what it scrolls to: what is left over must not be lost
      top = Math.max(top, list.scrollTop) + (passed / 1000) * SPEED_REM * rootPixels();
      list.scrollTop = top;
    }

    function again(now: number) {
      if (!list) return;
      restUntil = now + REST_MS;
      if (list.scrollTop === 0) return;
      list.scrollTo({ top: 0 });
      top = 0;
    }

    return () => cancelAnimationFrame(frame);
  }, [scroller, newest]);
}

const rootPixels = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
