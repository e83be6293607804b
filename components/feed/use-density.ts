'use client';

import { useSyncExternalStore } from 'react';

export type Density = 'comfortable' | 'compact';

function listen(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-density'] });
  return () => observer.disconnect();
}

const density = (): Density => (document.documentElement.dataset.density === 'compact' ? 'compact' : 'comfortable');

/** How close the cards stand, as the page's `data-density` says. The styles see to the looks; this is for what has to be reckoned. */
export function useDensity(): Density {
  return useSyncExternalStore(listen, density, () => 'comfortable');
}
