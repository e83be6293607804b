'use client';

import { useEffect, useState } from 'react';

/** Soon at the latest: what waits comes to a page that is always busy as well. */
const SOON_MS = 500;

/** Whether the browser had nothing else to do once since `may`, and what that was seen by is on the screen. Where it doesn't tell (Safari), whether the next task came. */
export function useIdle(may: boolean): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (!may) return undefined;
    const end = () => setIdle(true);
    let cancel = () => {};
    const frame = requestAnimationFrame(() => {
      if ('requestIdleCallback' in window) {
        const asked = window.requestIdleCallback(end, { timeout: SOON_MS });
        cancel = () => window.cancelIdleCallback(asked);
      } else {
        const timer = setTimeout(end);
        cancel = () => clearTimeout(timer);
      }
    });
    return () => {
      cancelAnimationFrame(frame);
      cancel();
    };
  }, [may]);
  return idle;
}
