'use client';

import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';

/** When the server rendered, so that the browser's first render says the same. */
const RenderedAt = createContext(0);

export function ClockProvider({ renderedAt, children }: { renderedAt: number; children: ReactNode }) {
  return <RenderedAt value={renderedAt}>{children}</RenderedAt>;
}

interface Clock {
  listen(listener: () => void): () => void;
  now(): number;
}

/** One timer for all who show times, however many; none while nobody does. */
function createClock(everyMs: number): Clock {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = () => {
    now = Date.now();
    for (const listener of listeners) listener();
  };
  return {
    listen(listener) {
      if (listeners.size === 0) timer = setInterval(tick, everyMs);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearInterval(timer);
      };
    },
    now: () => (listeners.size === 0 ? (now = Math.floor(Date.now() / everyMs) * everyMs) : now),
  };
}

const seconds = createClock(1_000);
const quarterMinutes = createClock(15_000);

/** Now, in milliseconds, as often as a text that says "5 minutes ago" needs it. */
export function useNow(): number {
  const renderedAt = useContext(RenderedAt);
  return useSyncExternalStore(quarterMinutes.listen, quarterMinutes.now, () => renderedAt);
}

export function useNowToTheSecond(): number {
  const renderedAt = useContext(RenderedAt);
  return useSyncExternalStore(seconds.listen, seconds.now, () => renderedAt);
}

const never = () => () => {};

let zone: string | undefined;

/** Asked once: each card of a list wants to know, and an answer makes a whole date format. */
const ownZone = () => (zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone);

/** The reader's time zone; UTC until the browser has taken over from the server. */
export function useTimeZone(): string {
  return useSyncExternalStore(
    never,
    ownZone,
    () => 'UTC',
  );
}

/** False on the server and in the first render, so that both say the same. */
export function useMounted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
