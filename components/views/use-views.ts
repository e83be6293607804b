'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FilterQuery } from '@/lib/events';
import type { View, ViewChange } from '@/lib/reader';
import { listKey } from '../live/address';
import { ask, type Answer } from '../ui/ask';

const VIEWS = '/api/reader/views';
/** How often the counts of what is new are asked for at most, in milliseconds: each view is a question of its own to the database. */
const REST_MS = 10_000;

export interface Views {
  /** in the reader's order; null before they are known */
  views: readonly View[] | null;
  /** why the last thing didn't work; null: it did */
  problem: string | null;
  /** false: it could not be kept */
  save(name: string, query: FilterQuery): Promise<boolean>;
  change(view: View, change: ViewChange): Promise<boolean>;
  remove(view: View): Promise<boolean>;
  /** puts a deleted view back among `before`, the ids as they stood with it */
  restore(view: View, before: readonly number[]): Promise<boolean>;
  /** the ids in the order that they are to stand in: shown at once, kept a moment later */
  order(ids: readonly number[]): Promise<boolean>;
}

/**
 * The reader's saved views. Counts of what is new are asked for anew when articles came, while the page is looked at.
 * @param changed another value whenever articles may have come
 * @param openKey listKey of the filter that is on: what comes into its view is seen as it comes
 */
export function useViews(changed: string, openKey: string): Views {
  const [views, setViews] = useState<readonly View[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const open = useRef(openKey);
  useEffect(() => {
    open.current = openKey;
  }, [openKey]);
  const settle = useCallback(<T,>(answer: Answer<T>): answer is Extract<Answer<T>, { outcome: 'done' }> => {
    setProblem(answer.outcome === 'failed' ? answer.reason : null);
    return answer.outcome === 'done';
  }, []);
  const refresh = useCallback(async () => {
    const answer = await ask<{ views: View[] }>(VIEWS);
    if (answer.outcome !== 'done') return;
    const seen = answer.value.views.find((view) => view.unread > 0 && listKey(view.query) === open.current);
    setViews(answer.value.views.map((view) => (view === seen ? { ...view, unread: 0 } : view)));
    if (seen) await ask(`${VIEWS}/${seen.id}`, { method: 'PATCH', json: { seen: true } });
  }, []);
  useRefreshing(refresh, changed);
  const actions = useMemo(() => {
    const known = (change: (now: readonly View[]) => readonly View[]) => setViews((now) => change(now ?? []));
    return {
      async save(name: string, query: FilterQuery) {
        const answer = await ask<View>(VIEWS, { method: 'POST', json: { name, query } });
        if (!settle(answer)) return false;
        known((now) => [...now, answer.value]);
        return true;
      },
      async change(view: View, change: ViewChange) {
        const answer = await ask<View>(`${VIEWS}/${view.id}`, { method: 'PATCH', json: change });
        if (!settle(answer)) return false;
        known((now) => now.map((one) => (one.id === view.id ? answer.value : one)));
        return true;
      },
      async remove(view: View) {
        if (!settle(await ask(`${VIEWS}/${view.id}`, { method: 'DELETE' }))) return false;
        known((now) => now.filter(({ id }) => id !== view.id));
        return true;
      },
      async restore({ id, name, query }: View, before: readonly number[]) {
        const answer = await ask<View>(VIEWS, { method: 'POST', json: { name, query } });
        if (!settle(answer)) return false;
        const ordered = await ask<{ views: View[] }>(`${VIEWS}/order`, { method: 'PUT', json: before.map((one) => (one === id ? answer.value.id : one)) });
        if (!settle(ordered)) return false;
        setViews(ordered.value.views);
        return true;
      },
      async order(ids: readonly number[]) {
        known((now) => [...now].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)));
        const answer = await ask<{ views: View[] }>(`${VIEWS}/order`, { method: 'PUT', json: ids });
        if (!settle(answer)) return false;
        setViews(answer.value.views);
        return true;
      },
    };
  }, [settle]);
  return useMemo(() => ({ views, problem, ...actions }), [views, problem, actions]);
}

/** Asks at once, then when something changed, at most so often, and not while nobody looks. */
function useRefreshing(refresh: () => Promise<void>, changed: string) {
  const asked = useRef({ at: 0, changed: '' });
  useEffect(() => {
    if (asked.current.at > 0 && asked.current.changed === changed) return;
    let timer: ReturnType<typeof setTimeout>;
    const again = () => {
      if (document.hidden) return;
      asked.current = { at: Date.now(), changed };
      void refresh();
    };
    const wait = Math.max(0, asked.current.at + REST_MS - Date.now());
    timer = setTimeout(again, wait);
    const shown = () => {
      clearTimeout(timer);
      timer = setTimeout(again, 0);
    };
    document.addEventListener('visibilitychange', shown);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', shown);
    };
  }, [refresh, changed]);
}
