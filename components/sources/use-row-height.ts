'use client';

import { useSyncExternalStore } from 'react';

/** What a row comes to, in pixels, by the widths at which the styles lay it out anew; on a telephone it depends on what there is to say. */
const HEIGHTS = [
  { query: '(width >= 80rem)', height: 61 },
  { query: '(width >= 48rem)', height: 84 },
] as const;
const ON_A_TELEPHONE = 190;
const ON_THE_SERVER = 61;

function listen(listener: () => void): () => void {
  const queries = HEIGHTS.map(({ query }) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}

const height = () => HEIGHTS.find(({ query }) => matchMedia(query).matches)?.height ?? ON_A_TELEPHONE;

/** How high a row is expected to be before it is measured. */
export function useRowHeight(): number {
  return useSyncExternalStore(listen, height, () => ON_THE_SERVER);
}
