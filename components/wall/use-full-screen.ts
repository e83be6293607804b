'use client';

import { useCallback, useEffect, useSyncExternalStore } from 'react';

function listen(listener: () => void) {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
}

export interface FullScreen {
  on: boolean;
  toggle(): void;
}

/** The whole screen, by the key f as on every player; Escape leaves it. */
export function useFullScreen(): FullScreen {
  const on = useSyncExternalStore(listen, () => document.fullscreenElement !== null, () => false);
  const toggle = useCallback(() => {
    // A browser may refuse; then all stays as it is, and its own key does the same.
    const done = document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen();
    done.catch((error: unknown) => console.warn('the browser refused the full screen', error));
  }, []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // by its place on the keyboard: on an Arabic one it writes another letter
      if (event.code === 'KeyF' && !event.ctrlKey && !event.metaKey && !event.altKey) toggle();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [toggle]);
  return { on, toggle };
}
