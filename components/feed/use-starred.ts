'use client';

import { useCallback, useEffect, useState } from 'react';
import type { ArticleItem } from '@/lib/article';
import type { Marks, StarredPage } from '@/lib/reader';

const ADDRESS = '/api/reader/starred';

export interface Starred {
  items: readonly ArticleItem[];
  older: string | null;
  loading: boolean;
  load(): Promise<void>;
}

const NONE = { items: [] as readonly ArticleItem[], older: null as string | null, loading: true };

/** The reader's starred articles, those starred last first; asked for anew each time that they are looked at. */
export function useStarred(shown: boolean, learn: (marks: Marks) => void): Starred {
  const [list, keep] = useState(NONE);
  useEffect(() => {
    if (!shown) return;
    let stale = false;
    keep(NONE);
    void pageAfter(null).then(
      ({ items, marks, older }) => {
        if (stale) return;
        learn(marks);
        keep({ items, older, loading: false });
      },
      (error: unknown) => {
        console.warn('the starred articles could not be had', error);
        if (!stale) keep({ ...NONE, loading: false });
      },
    );
    return () => {
      stale = true;
    };
  }, [shown, learn]);
  const { older } = list;
  const load = useCallback(async () => {
    const page = await pageAfter(older);
    learn(page.marks);
    keep((before) => (before.older === older ? { ...before, items: [...before.items, ...page.items], older: page.older } : before));
  }, [older, learn]);
  return { ...list, load };
}

/** @throws an Error that says what the server answered */
async function pageAfter(before: string | null): Promise<StarredPage> {
  const response = await fetch(before === null ? ADDRESS : `${ADDRESS}?${new URLSearchParams({ before })}`, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  return (await response.json()) as StarredPage;
}
