'use client';

import { useCallback, useLayoutEffect, useRef, useState } from 'react';

export interface Older {
  loading: boolean;
  /** why the last page could not be had, in the server's words */
  problem: string | null;
  load(): void;
  /** likewise, unless the last try failed: then the reader says when to try again */
  loadUnlessFailed(): void;
}

/** Asks for older pages, one at a time. `key` is that of the next one: another list begins anew. */
export function useOlder(key: string | null, onLoad: () => Promise<void>): Older {
  const [loading, setLoading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const now = useRef({ key, loading: false, failed: false });
  // before the list's own effects, which ask for the next page of what they see
  useLayoutEffect(() => {
    now.current.key = key;
    now.current.failed = false;
    setProblem(null);
  }, [key]);
  const load = useCallback(() => {
    const { current } = now;
    if (current.loading || current.key === null) return;
    current.loading = true;
    setLoading(true);
    setProblem(null);
    void onLoad()
      .then(() => {
        current.failed = false;
      })
      .catch((error: unknown) => {
        current.failed = true;
        setProblem(error instanceof Error ? error.message : String(error));
      })
      .finally(() => {
        current.loading = false;
        setLoading(false);
      });
  }, [onLoad]);
  const loadUnlessFailed = useCallback(() => {
    if (!now.current.failed) load();
  }, [load]);
  return { loading, problem, load, loadUnlessFailed };
}
