'use client';

import { useEffect, useState } from 'react';

/** Soon at the latest: what waits comes to a page that is always busy as well. */
const SOON_MS = 500;

/** Whether the browser had nothing else to do once since `may`. Where it doesn't tell (Safari), whether the next task came. */
export function useIdle(may: boolean): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (!may) return undefined;
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(() => setIdle(true));
      return () => clearTimeout(timer);
    }
    const asked = window.requestIdleCallback(() => setIdle(true), { timeout: SOON_MS });
    return () => window.cancelIdleCallback(asked);
  }, [may]);
  return idle;
}
