'use client';

import { useEffect, useState } from 'react';
import { ask, type Answer } from '../ui/ask';

export interface Asked<T> {
  /** the last answer, to this question or, until that is here, to the one before */
  value: T | null;
  /** the answer is to this very question */
  current: boolean;
  /** why this question was not answered, in the server's words or the browser's; null where it was, or is about to be */
  failure: string | null;
}

interface Held<T> {
  path: string;
  value: T;
}

const reasonOf = (answer: Exclude<Answer<unknown>, { outcome: 'done' }>) => (answer.outcome === 'failed' ? answer.reason : answer.outcome);

/** Asks once, and again now and then while somebody looks. @param path null: there is nothing to ask yet */
export function useAsked<T>(path: string | null, everyMs: number): Asked<T> {
  const [held, setHeld] = useState<Held<T> | null>(null);
  const [failed, setFailed] = useState<{ path: string; reason: string } | null>(null);
  useEffect(() => {
    if (path === null) return;
    let ended = false;
    const look = async () => {
      const answer = await ask<T>(path);
      if (ended) return;
      setFailed(answer.outcome === 'done' ? null : { path, reason: reasonOf(answer) });
      if (answer.outcome === 'done') setHeld({ path, value: answer.value });
    };
    void look();
    const timer = setInterval(() => {
      if (!document.hidden) void look();
    }, everyMs);
    return () => {
      ended = true;
      clearInterval(timer);
    };
  }, [path, everyMs]);
  return { value: held?.value ?? null, current: path !== null && held?.path === path, failure: failed?.path === path ? failed.reason : null };
}
