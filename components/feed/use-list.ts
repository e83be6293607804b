'use client';

import { useCallback, useEffect, useState } from 'react';
import { onTravel } from '../live/travel';
import { listIn, withList, type ListName } from './list-address';

/** Which list is shown: part of the address, so that it outlives a reload, and back and forward lead to it. */
export function useList(first: ListName): [ListName, (list: ListName) => void] {
  const [list, set] = useState(first);
  useEffect(() => onTravel(() => set(listIn(new URLSearchParams(window.location.search)))), []);
  const show = useCallback((next: ListName) => {
    window.history.pushState(null, '', withList(next, new URL(window.location.href)));
    set(next);
  }, []);
  return [list, show];
}
