'use client';

import { tellRouter } from './tell-router';

/** Back and forward, for all who follow the address of the dashboard. */

const listeners = new Set<() => void>();

function travel(event: PopStateEvent) {
  tellRouter(event);
  for (const listener of listeners) listener();
}

/** @returns what ends the listening */
export function onTravel(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', travel, { capture: true });
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', travel, { capture: true });
  };
}
