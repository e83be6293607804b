'use client';

import { useEffect, useState } from 'react';
import type { KnownPlace } from '@/lib/trends';
import { ask } from '../ui/ask';
import { SHORTEST } from './suggestions';

const PAUSE_MS = 150;
const MOST_PLACES = 5;
const NONE: readonly KnownPlace[] = [];

/** Places whose name begins as the text does, the most mentioned first; none while there is too little of it. */
export function useKnownPlaces(text: string, most = MOST_PLACES): readonly KnownPlace[] {
  const [found, setFound] = useState<{ text: string; places: readonly KnownPlace[] }>({ text: '', places: NONE });
  const typed = text.trim();
  useEffect(() => {
    if (typed.length < SHORTEST) return;
    let ended = false;
    const timer = setTimeout(() => {
      void ask<{ places: KnownPlace[] }>(`/api/v1/places?${new URLSearchParams({ q: typed, limit: String(most) }).toString()}`).then((answer) => {
        // without an answer there are no suggestions: the words can still be looked for
        if (!ended) setFound({ text: typed, places: answer.outcome === 'done' ? answer.value.places : NONE });
      });
    }, PAUSE_MS);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [typed, most]);
  return found.text === typed ? found.places : NONE;
}
