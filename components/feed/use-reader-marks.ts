'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ArticleItem } from '@/lib/article';
import { MOST_MARKED_AT_ONCE, NO_MARK, type Mark, type Marks, type MarksChange } from '@/lib/reader';
import { useWordsOf } from '../sources/words-of';
import { ask } from '../ui/ask';

export interface ReaderMarks {
  marks: ReadonlyMap<string, Mark>;
  mark(id: string, set: Partial<Mark>): void;
  toggleMark(id: string, name: 'read' | 'starred'): void;
  /** what came with articles that were asked for elsewhere */
  learn(marks: Marks): void;
  /** why the last mark could not be kept, in words */
  failed: string | null;
  /** the article that was hidden last, to be brought back */
  hidden: string | null;
  dismiss(): void;
}

const ADDRESS = '/api/reader/marks';

/**
 * What this reader marked, by article. A mark shows at once, and is taken back where the server can't keep it. Marks of the list's
 * articles are asked for once, but for those that came while the page was open: nobody can have marked them.
 */
export function useReaderMarks(items: readonly ArticleItem[]): ReaderMarks {
  const wordsOf = useWordsOf();
  const [marks, keep] = useState<ReadonlyMap<string, Mark>>(new Map());
  const [failed, fail] = useState<string | null>(null);
  const [hidden, hide] = useState<string | null>(null);
  const now = useRef(marks);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const put = useCallback((id: string, part: Partial<Mark>) => {
    now.current = new Map(now.current).set(id, { ...(now.current.get(id) ?? NO_MARK), ...part });
    keep(now.current);
  }, []);
  const learn = useCallback((known: Marks) => {
    now.current = new Map([...now.current, ...Object.entries(known)]);
    keep(now.current);
  }, []);

  const mark = useCallback(
    (id: string, set: Partial<Mark>) => {
      const before = now.current.get(id) ?? NO_MARK;
      const names = (Object.keys(set) as (keyof Mark)[]).filter((name) => set[name] !== before[name]);
      if (names.length === 0) return;
      put(id, set);
      if (set.hidden !== undefined) hide(set.hidden ? id : null);
      // One after the other: the server's word on one article is that of the last.
      queue.current = queue.current.then(async () => {
        const answer = await ask<{ marks: Marks }>(ADDRESS, { method: 'PATCH', json: { articles: [id], set } satisfies MarksChange });
        if (answer.outcome !== 'failed') return fail(null);
        put(id, Object.fromEntries(names.map((name) => [name, before[name]])));
        fail(wordsOf(answer));
      });
    },
    [put, wordsOf],
  );
  const toggleMark = useCallback((id: string, name: 'read' | 'starred') => mark(id, { [name]: !(now.current.get(id) ?? NO_MARK)[name] }), [mark]);
  const dismiss = useCallback(() => {
    hide(null);
    fail(null);
  }, []);
  useKnownMarks(items, learn);
  return useMemo(() => ({ marks, mark, toggleMark, learn, failed, hidden, dismiss }), [marks, mark, toggleMark, learn, failed, hidden, dismiss]);
}

function useKnownMarks(items: readonly ArticleItem[], learn: (marks: Marks) => void) {
  const asked = useRef(new Set<string>());
  const [since] = useState(() => new Date().toISOString());
  useEffect(() => {
    const ids = items.filter(({ id, storedAt }) => storedAt < since && !asked.current.has(id)).map(({ id }) => id);
    for (const id of ids) asked.current.add(id);
    for (let from = 0; from < ids.length; from += MOST_MARKED_AT_ONCE) void askMarks(ids.slice(from, from + MOST_MARKED_AT_ONCE), learn);
  }, [items, since, learn]);
}

async function askMarks(ids: readonly string[], learn: (marks: Marks) => void) {
  const answer = await ask<{ marks: Marks }>(`${ADDRESS}?${new URLSearchParams(ids.map((id) => ['article', id]))}`);
  if (answer.outcome === 'done' && Object.keys(answer.value.marks).length > 0) learn(answer.value.marks);
  // The list is of use without them, and the badge tells of a break.
  if (answer.outcome === 'failed') console.warn(`the marks of ${ids.length} articles could not be had: ${answer.reason}`);
}
