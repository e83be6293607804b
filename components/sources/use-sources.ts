'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Source } from '@/lib/source';
import type { Connection } from '../live/connection';
import { useSourcesSignal } from '../live/sources-signal';
import { ask } from '../ui/ask';
import { useWordsOf } from './words-of';

export interface LiveSources {
  sources: readonly Source[];
  connection: Connection;
  /** why the list could not be brought up to date; null when it is */
  problem: string | null;
  /** asks for the whole list anew */
  refresh(): void;
  /** takes what is known of one source; for those that are new it has to be refreshed */
  put(source: Source): void;
  drop(id: number): void;
}

/** Checks without a change of health are not announced one by one: their times come with the next look. */
const LOOK_EVERY_MS = 30_000;
/** A burst of changes is one look. */
const LOOK_APART_MS = 1_000;

/** The list as the server rendered it, then kept up to date while somebody looks. */
export function useSources(first: readonly Source[]): LiveSources {
  const [sources, setSources] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const wordsOf = useWordsOf();
  const look = useCallback(async () => {
    const answer = await ask<Source[]>('/api/sources');
    if (answer.outcome === 'done') setSources(answer.value);
    setProblem(answer.outcome === 'failed' ? wordsOf(answer) : null);
  }, [wordsOf]);
  const refresh = useSpaced(look, LOOK_APART_MS);
  const connection = useSourcesSignal(refresh);
  useWhileVisible(refresh, LOOK_EVERY_MS);
  const put = useCallback((source: Source) => setSources((all) => all.map((one) => (one.id === source.id ? source : one))), []);
  const drop = useCallback((id: number) => setSources((all) => all.filter((one) => one.id !== id)), []);
  return { sources, connection, problem, refresh, put, drop };
}

/** Runs the task at once, but never twice at a time nor more often than that; what is asked for meanwhile is one more run. */
function useSpaced(task: () => Promise<void>, apartMs: number): () => void {
  const state = useRef({ running: false, again: false });
  return useCallback(() => {
    const now = state.current;
    if (now.running) {
      now.again = true;
      return;
    }
    now.running = true;
    const run = async () => {
      now.again = false;
      await task();
      await new Promise((resolve) => setTimeout(resolve, apartMs));
      if (now.again) return run();
      now.running = false;
    };
    void run();
  }, [task, apartMs]);
}

function useWhileVisible(task: () => void, everyMs: number) {
  useEffect(() => {
    const look = () => {
      if (!document.hidden) task();
    };
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [task, everyMs]);
}
