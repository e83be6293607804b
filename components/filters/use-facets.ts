'use client';

import { useEffect, useRef, useState } from 'react';
import type { FilterQuery } from '@/lib/events';
import { toSearchParams } from '@/lib/filter-address';
import type { FacetCounts } from '@/lib/trends';
import { ask } from '../ui/ask';

/** Numbers that are newer than this are new enough, in milliseconds. */
const REST_MS = 5_000;
/** "None" is not, once there are articles: until then it is cheap to ask. */
const EMPTY_REST_MS = 500;
/** Asking may take no more than one part in so many of the time: a large history is asked less often. */
const REST_TIMES = 20;
/** A pause in choosing this long asks. */
const PAUSE_MS = 120;

function addressOf(query: FilterQuery): string {
  const params = toSearchParams(query);
  params.delete('window');
  params.append('names', 'no');
  return `/api/v1/facets?${params.toString()}`;
}

interface Asked {
  address: string;
  /** what had changed when it was asked */
  changed: string;
  at: number;
  took: number;
  /** the answer was that there is nothing at all */
  empty: boolean;
}

/** How long to wait before asking again; null: what is known is all there is to know. */
export function waitBefore(asked: Asked, address: string, changed: string, now: number): number | null {
  if (asked.address !== address) return PAUSE_MS;
  if (asked.changed === changed) return null;
  return Math.max(0, asked.at + Math.max(asked.empty ? EMPTY_REST_MS : REST_MS, REST_TIMES * asked.took) - now);
}

/**
 * The numbers beside the choices; null before they are known. Asked for when the filter changes or articles came, never oftener than they are worth, and only
 * while they can be seen. @param changed another string whenever there may be other numbers
 */
export function useFacets(query: FilterQuery, changed: string, visible: boolean): FacetCounts | null {
  const [counts, setCounts] = useState<FacetCounts | null>(null);
  const asked = useRef<Asked>({ address: '', changed: '', at: 0, took: 0, empty: false });
  const address = addressOf(query);
  useEffect(() => {
    const wait = visible ? waitBefore(asked.current, address, changed, Date.now()) : null;
    if (wait === null) return;
    const timer = setTimeout(() => {
      const at = Date.now();
      asked.current = { ...asked.current, address, changed, at };
      void ask<FacetCounts>(address).then((answer) => {
        if (asked.current.address !== address) return;
        asked.current.took = Date.now() - at;
        // a refusal or a break is told by the feed itself; the old numbers stay until the next try
        if (answer.outcome === 'done') {
          asked.current.empty = answer.value.total === 0;
          setCounts(answer.value);
        } else asked.current.changed = '';
      });
    }, wait);
    return () => clearTimeout(timer);
  }, [address, changed, visible]);
  return counts;
}
