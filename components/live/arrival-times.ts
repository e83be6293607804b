'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { LiveView } from './live-feed';
import type { LiveState } from './state';

/** How long items took from the fetch of their feed to this screen, in milliseconds; by two clocks, so it may be below nought. */
export interface ArrivalTimes {
  count: number;
  median: number;
  p95: number;
}

const KEPT = 200;

let times: readonly number[] = [];
let summary: ArrivalTimes | null = null;
const listeners = new Set<() => void>();

function record(added: readonly number[]) {
  times = [...times, ...added].slice(-KEPT);
  summary = summarise(times);
  for (const listener of listeners) listener();
}

/** Of the newest 200 items; null before the first. */
export function summarise(all: readonly number[]): ArrivalTimes | null {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  const [median, p95] = [at(0.5), at(0.95)];
  return median === undefined || p95 === undefined ? null : { count: sorted.length, median, p95 };
}

/** When the items were fetched that came by themselves and were shown at once: what waited for the reader, or for a connection, tells nothing. */
export function shownAtOnce(before: LiveState, after: LiveState): string[] {
  if (before.fresh === after.fresh || before.query !== after.query) return [];
  const waited = new Set(before.waiting.map(({ id }) => id));
  const isNew = (id: string) => after.fresh.has(id) && !before.fresh.has(id) && !waited.has(id);
  return after.items.filter(({ id }) => isNew(id)).map(({ fetchedAt }) => fetchedAt);
}

/** Measures what arrives while the page is open. */
export function useArrivalMeasure({ state, connection }: LiveView): void {
  const last = useRef({ state, live: false });
  useEffect(() => {
    const { state: before, live } = last.current;
    last.current = { state, live: connection.phase === 'live' };
    const fetched = live ? shownAtOnce(before, state) : [];
    if (fetched.length === 0) return;
    // The first frame draws the change; once the second begins, it is on the screen.
    requestAnimationFrame(() => requestAnimationFrame(() => record(fetched.map((at) => Date.now() - Date.parse(at)))));
  }, [state, connection]);
}

function listen(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useArrivalTimes(): ArrivalTimes | null {
  return useSyncExternalStore(listen, () => summary, () => null);
}
