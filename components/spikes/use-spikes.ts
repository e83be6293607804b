'use client';

import { useCallback, useEffect, useState } from 'react';
import type { SpikeView } from '@/lib/spike';
import type { Connection } from '../live/connection';
import { useSourcesSignal } from '../live/sources-signal';
import { ask } from '../ui/ask';

const LOOK_EVERY_MS = 20_000;

/** The spikes as the server rendered them, then looked at again while somebody looks. What can't be asked stays as it was: the badge tells of the break. */
export function useSpikes(first: readonly SpikeView[]): { spikes: readonly SpikeView[]; connection: Connection } {
  const [spikes, look] = useLooking(first);
  const connection = useSourcesSignal(look);
  return { spikes, connection };
}

/** The same for a page that has a connection of its own. */
export function useSpikeList(first: readonly SpikeView[]): readonly SpikeView[] {
  return useLooking(first)[0];
}

function useLooking(first: readonly SpikeView[]): [readonly SpikeView[], () => void] {
  const [spikes, setSpikes] = useState(first);
  const look = useCallback(() => {
    void ask<{ spikes: SpikeView[] }>('/api/v1/spikes?limit=100').then((answer) => {
      if (answer.outcome === 'done') setSpikes(answer.value.spikes);
    });
  }, []);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) look();
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [look]);
  return [spikes, look];
}
