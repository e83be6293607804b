'use client';

import { useCallback, useEffect, useState } from 'react';
import type { FilterQuery } from '@/lib/events';
import type { MapAnswer, MapFrame } from '@/lib/map';
import { queryKey } from '../live/address';
import { ask } from '../ui/ask';
import { apiParams } from './use-map-counts';

const STEP_MS = 900;

export interface Player {
  /** the hours of the day; null until they were asked for */
  day: MapAnswer | null;
  /** which hour is shown; null: the whole span */
  hour: number | null;
  playing: boolean;
  failure: string | null;
  play(): void;
  pause(): void;
  /** shows that hour, paused */
  seek(hour: number): void;
  /** back to the whole span */
  leave(): void;
}

interface State {
  day: MapAnswer | null;
  key: string;
  hour: number | null;
  playing: boolean;
  failure: string | null;
}

const STILL = { hour: null, playing: false, failure: null } as const;

/** Plays the last day of the span, hour by hour. The hours are asked for with the first play, and anew with another filter. */
export function usePlayer(query: FilterQuery): Player {
  const key = queryKey(query);
  const [held, setState] = useState<State>({ day: null, key, ...STILL });
  // another filter's hours are none of this one's
  const state = held.key === key ? held : { day: null, key, ...STILL };
  const { day, hour, playing } = state;
  const frames = day?.frames?.length ?? 0;

  const load = useCallback(async () => {
    const answer = await ask<MapAnswer>(`/api/v1/map?${apiParams(query, { hours: 'yes' }).toString()}`);
    if (answer.outcome === 'done') return answer.value;
    setState({ day: null, key, ...STILL, failure: answer.outcome === 'failed' ? answer.reason : answer.outcome });
    return null;
  }, [query, key]);

  const show = useCallback(async (next: (frames: readonly MapFrame[]) => Pick<State, 'hour' | 'playing'>) => {
    const known = day ?? (await load());
    if (known) setState({ day: known, key, failure: null, ...next(known.frames ?? []) });
  }, [day, key, load]);

  useEffect(() => {
    if (!playing || hour === null || frames === 0) return;
    const timer = setTimeout(() => {
      setState((now) => (now.hour === null ? now : now.hour + 1 >= frames ? { ...now, playing: false } : { ...now, hour: now.hour + 1 }));
    }, STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, hour, frames]);

  return {
    day, hour, playing, failure: state.failure,
    play: () => void show((all) => ({ playing: true, hour: hour === null || hour + 1 >= all.length ? 0 : hour })),
    pause: () => setState({ ...state, playing: false }),
    seek: (to) => void show((all) => ({ playing: false, hour: Math.max(0, Math.min(to, all.length - 1)) })),
    leave: () => setState({ ...state, ...STILL }),
  };
}
