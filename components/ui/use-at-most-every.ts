'use client';

import { useEffect, useRef, useState } from 'react';

/**
 * The value, another one at most once in `ms` milliseconds, the last one always in the end: for what is costly to draw and changes all the time.
 * @param key of what the value tells: that of something else is shown at once
 */
export function useAtMostEvery<T>(value: T, key: string, ms: number): T {
  const [shown, show] = useState({ value, key });
  const next = useRef(0);
  useEffect(() => {
    if (value === shown.value && key === shown.key) return;
    const take = () => {
      next.current = performance.now() + ms;
      show({ value, key });
    };
    const timer = setTimeout(take, key === shown.key ? Math.max(0, next.current - performance.now()) : 0);
    return () => clearTimeout(timer);
  }, [value, key, shown, ms]);
  return key === shown.key ? shown.value : value;
}
