'use client';

import { useEffect, useRef } from 'react';
import type { ArticleItem } from '@/lib/article';

/** When an article was fetched (ISO) and when the browser had painted it (milliseconds since 1970). */
export interface Painted {
  id: string;
  fetchedAt: string;
  paintedAt: number;
}

declare global {
  interface Window {
    __marsadPainted?: Painted[];
  }
}

/** With `?measure=1` in the address, writes down when each article was on the screen: a benchmark reads it. */
export function usePaintMeasure(items: readonly ArticleItem[]): void {
  const seen = useRef(new Set<string>());
  useEffect(() => {
    if (!new URLSearchParams(window.location.search).has('measure', '1')) return;
    const added = items.filter((item) => !seen.current.has(item.id));
    for (const { id } of added) seen.current.add(id);
    if (added.length > 0) afterPaint(() => record(added));
  }, [items]);
}

function record(items: readonly ArticleItem[]) {
  const paintedAt = Date.now();
  window.__marsadPainted ??= [];
  window.__marsadPainted.push(...items.map(({ id, fetchedAt }) => ({ id, fetchedAt, paintedAt })));
}

/** The first frame draws the change; once the second begins, it is on the screen. */
function afterPaint(then: () => void) {
  requestAnimationFrame(() => requestAnimationFrame(then));
}
