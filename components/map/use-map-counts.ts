'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { FilterQuery } from '@/lib/events';
import { toSearchParams } from '@/lib/filter-address';
import type { MapAnswer } from '@/lib/map';
import { queryKey } from '../live/address';
import { ask } from '../ui/ask';

const LOOK_EVERY_MS = 30_000;

export interface MapCounts {
  answer: MapAnswer;
  /** another filter's numbers are on their way */
  counting: boolean;
  /** why the last question failed; null: it didn't */
  failure: string | null;
}

/** Parameters that the API takes for a filter: the charts' window is none of its business. */
export function apiParams(query: FilterQuery, more: Record<string, string> = {}): URLSearchParams {
  const params = toSearchParams(query);
  params.delete('window');
  for (const [name, value] of Object.entries(more)) params.set(name, value);
  return params;
}

/** The map's numbers: as the server rendered them, anew with each filter, and looked at again while somebody looks. */
export function useMapCounts(first: MapAnswer, query: FilterQuery): MapCounts {
  const [shown, setShown] = useState({ answer: first, key: queryKey(query), failure: null as string | null });
  const key = queryKey(query);
  const wanted = useRef(key);
  const look = useCallback(async () => {
    const answer = await ask<MapAnswer>(`/api/v1/map?${apiParams(query).toString()}`);
    if (wanted.current !== queryKey(query)) return;
    const failure = answer.outcome === 'failed' ? answer.reason : null;
    setShown((before) => (answer.outcome === 'done' ? { answer: answer.value, key: queryKey(query), failure: null } : { ...before, key: queryKey(query), failure }));
  }, [query]);
  useEffect(() => {
    if (wanted.current !== key) {
      wanted.current = key;
      void look();
    }
    const timer = setInterval(() => {
      if (!document.hidden) void look();
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [key, look]);
  return { answer: shown.answer, counting: shown.key !== key, failure: shown.failure };
}
