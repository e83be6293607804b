'use client';

import { useEffect, useMemo, useRef } from 'react';
import type { TopicDraft } from './draft';

export interface Drafts {
  /** what was written of a topic and not saved */
  of(key: string): TopicDraft | undefined;
  keep(key: string, draft: TopicDraft): void;
  drop(key: string): void;
}

/** Keeps what is written and not saved while other topics are looked at; the browser asks before the page is left with it. */
export function useDrafts(): Drafts {
  const kept = useRef(new Map<string, TopicDraft>());
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (kept.current.size > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
  return useMemo(
    () => ({
      of: (key) => kept.current.get(key),
      keep: (key, draft) => void kept.current.set(key, draft),
      drop: (key) => void kept.current.delete(key),
    }),
    [],
  );
}
