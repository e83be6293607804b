'use client';

import { useCallback, useEffect, useState } from 'react';
import type { SpikeHistory, SpikeView } from '@/lib/spike';
import type { Connection } from '../live/connection';
import { useSourcesSignal } from '../live/sources-signal';
import { ask } from '../ui/ask';

const LOOK_EVERY_MS = 20_000;

interface Answer {
  spikes: readonly SpikeView[];
  /** null: not asked yet */
  history: SpikeHistory | null;
}

/** The spikes as the server rendered them, then looked at again while somebody looks. What can't be asked stays as it was: the badge tells of the break. */
export function useSpikes(first: readonly SpikeView[], history: SpikeHistory | null): Answer & { connection: Connection } {
  const [answer, look] = useLooking({ spikes: first, history });
  const connection = useSourcesSignal(look);
  return { ...answer, connection };
}

/** The same for a page that has a connection of its own. */
export function useSpikeList(first: readonly SpikeView[], history: SpikeHistory): Answer {
  return useLooking({ spikes: first, history })[0];
}

function useLooking(first: Answer): [Answer, () => void] {
  const [known, setKnown] = useState(first);
  const look = useCallback(() => {
    void ask<Answer>('/api/v1/spikes?limit=100').then((answer) => {
      if (answer.outcome === 'done') setKnown(answer.value);
    });
  }, []);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) look();
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [look]);
  return [known, look];
}
