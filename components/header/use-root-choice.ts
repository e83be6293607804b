'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { keepChoice } from '../ui/cookie';

/** Several switches may show one choice: the menu's, and the settings page's. */
const listeners = new Set<() => void>();

function listen(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * A choice of the reader's that stands as an attribute on the page's root, put there by the server from its cookie, so that the first paint
 * is right. null until the browser has taken over from the server.
 */
export function useRootChoice<T extends string>(name: 'theme' | 'density', cookie: string, read: (value: string | undefined) => T): [T | null, (next: T) => void] {
  const value = useSyncExternalStore(listen, () => read(document.documentElement.dataset[name]), () => null);
  const choose = useCallback((next: T) => {
    keepChoice(cookie, next);
    document.documentElement.dataset[name] = next;
    for (const listener of listeners) listener();
  }, [cookie, name]);
  return [value, choose];
}
