'use client';

import { useEffect, useState } from 'react';

/** Whether it has been so for `ms` milliseconds: what is over sooner is not worth showing. */
export function useLasting(so: boolean, ms: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!so) return undefined;
    const timer = setTimeout(() => setLasts(true), ms);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [so, ms]);
  return so && lasts;
}

/** What is on the screen pales where its answer takes longer than this: an answer at once must not make it flicker. */
export const SLOW_MS = 250;
