'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { FilterQuery } from '@/lib/events';
import { addressOf, queryKey, readAddress } from './address';
import { tellRouter } from './tell-router';

/** The filter of a page, kept in its address: choosing is a step that "back" undoes, and back and forward lead it. */
export function useAddressQuery(first: FilterQuery): { query: FilterQuery; choose(next: FilterQuery): void } {
  const [query, setQuery] = useState(first);
  const latest = useRef(first);
  useEffect(() => {
    latest.current = query;
  }, [query]);
  const choose = useCallback((next: FilterQuery) => {
    if (queryKey(next) === queryKey(latest.current)) return;
    window.history.pushState(null, '', addressOf(next, new URL(window.location.href)) + window.location.hash);
    setQuery(next);
  }, []);
  useEffect(() => {
    const follow = (event: PopStateEvent) => {
      tellRouter(event);
      setQuery(readAddress(window.location.search));
    };
    window.addEventListener('popstate', follow, { capture: true });
    return () => window.removeEventListener('popstate', follow, { capture: true });
  }, []);
  return { query, choose };
}
