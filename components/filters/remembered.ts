'use client';

import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

function listen(listener: () => void) {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** How this browser's reader left a part of the page: kept here only, and so known after the first render. */
export function useRemembered(name: string, first: string): [string, (value: string) => void] {
  const key = `marsad.${name}`;
  const value = useSyncExternalStore(listen, () => localStorage.getItem(key) ?? first, () => first);
  const keep = useCallback(
    (next: string) => {
      localStorage.setItem(key, next);
      for (const listener of listeners) listener();
    },
    [key],
  );
  return [value, keep];
}
