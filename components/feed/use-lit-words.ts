'use client';

import { useEffect, useState } from 'react';
import type { Highlight } from '@/lib/text/highlight';
import { untilThere } from '../ui/until-there';

/** The words of a text that the reader's search found it by. */
export type LitWords = (text: string) => readonly Highlight[];

/** What finds the words of a search in a text, whatever form they have there; null without a search. It comes with the first one: stemmers weigh. */
export function useLitWords(q: string): LitWords | null {
  const [found, keep] = useState<{ q: string; lit: LitWords } | null>(null);
  useEffect(() => {
    let stale = false;
    if (q === '') return;
    void untilThere(() => Promise.all([import('@/lib/text/highlight'), import('@/lib/text/query')])).then(([{ highlightsOf }, { parseTextQuery }]) => {
      const query = parseTextQuery(q);
      if (!stale) keep({ q, lit: (text) => highlightsOf(query, text) });
    });
    return () => {
      stale = true;
    };
  }, [q]);
  return q !== '' && found?.q === q ? found.lit : null;
}
