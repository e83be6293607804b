'use client';

import { useEffect, useMemo, useState } from 'react';
import type { FilterQuery } from '@/lib/events';
import { toSearchParams } from '@/lib/filter-address';
import type { ArticlePage } from '@/lib/trends';
import { ask } from '../ui/ask';
import { partsOf, type FilterPart } from './parts';

/** Counted no further: what matters is which part hides most. */
const MOST_COUNTED = 30;
/** One question each: a filter of more parts is tried by its first ones. */
const MOST_PARTS = 6;

export interface Narrowing {
  part: FilterPart;
  /** articles that show without the part */
  count: number;
  /** there are more than were counted */
  more: boolean;
}

async function without(part: FilterPart): Promise<Narrowing> {
  const params = toSearchParams(part.without);
  params.delete('window');
  params.append('limit', String(MOST_COUNTED));
  const answer = await ask<ArticlePage>(`/api/v1/articles?${params.toString()}`);
  return answer.outcome === 'done' ? { part, count: answer.value.items.length, more: answer.value.next !== null } : { part, count: 0, more: false };
}

/** What dropping one part of a filter that finds nothing would show, what shows most first; null while it is looked for. */
export function useNarrowing(query: FilterQuery): readonly Narrowing[] | null {
  const [found, setFound] = useState<{ key: string; all: readonly Narrowing[] } | null>(null);
  const key = toSearchParams(query).toString();
  const parts = useMemo(() => partsOf(query).slice(0, MOST_PARTS), [query]);
  useEffect(() => {
    let ended = false;
    void Promise.all(parts.map(without)).then((all) => {
      if (!ended) setFound({ key, all: all.filter(({ count }) => count > 0).sort((a, b) => Number(b.more) - Number(a.more) || b.count - a.count) });
    });
    return () => {
      ended = true;
    };
    // the key says all that the parts do
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  return found?.key === key ? found.all : null;
}
