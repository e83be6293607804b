'use client';

import { useEffect, useState } from 'react';

const IDLE_AFTER_MS = 3_000;

/** Whether nobody has touched mouse or keyboard for three seconds. */
export function useIdlePointer(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const sleep = () => setIdle(true);
    let timer = setTimeout(sleep, IDLE_AFTER_MS);
    const wake = () => {
      setIdle(false);
      clearTimeout(timer);
      timer = setTimeout(sleep, IDLE_AFTER_MS);
    };
    const names = ['pointermove', 'pointerdown', 'keydown'] as const;
    for (const name of names) window.addEventListener(name, wake, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const name of names) window.removeEventListener(name, wake);
    };
  }, []);
  return idle;
}
