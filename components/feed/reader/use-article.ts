import { useCallback, useEffect, useState } from 'react';
import type { ArticleDetail, CorrectionInput } from '@/lib/correction';
import { useGate } from '../../sources/write-gate';
import { useWordsOf } from '../../sources/words-of';
import { ask, type Ask, type Failure } from '../../ui/ask';

export interface ReadArticle {
  article: ArticleDetail | null;
  /** why it could not be loaded */
  failed: Failure | null;
  /** why the last correction could not be made, in words */
  refused: string | null;
  busy: boolean;
  correct(input: CorrectionInput): Promise<void>;
  undo(correctionId: string): Promise<void>;
}

/** An article, loaded anew with each of its versions, and what its reader takes off it. */
export function useArticle(id: string, version: number): ReadArticle {
  const gate = useGate();
  const wordsOf = useWordsOf();
  const [article, setArticle] = useState<ArticleDetail | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let stale = false;
    void ask<ArticleDetail>(`/api/articles/${id}`).then((answer) => {
      if (stale) return;
      if (answer.outcome === 'done') setArticle(answer.value);
      if (answer.outcome === 'failed') setFailed(answer);
    });
    return () => {
      stale = true;
    };
  }, [id, version]);

  const write = useCallback(
    async (path: string, how: Ask) => {
      setBusy(true);
      setRefused(null);
      const answer = await gate.write<ArticleDetail>(path, how);
      if (answer.outcome === 'done') setArticle(answer.value);
      if (answer.outcome === 'failed') setRefused(wordsOf(answer));
      setBusy(false);
    },
    [gate, wordsOf],
  );
  const correct = useCallback((input: CorrectionInput) => write(`/api/articles/${id}/corrections`, { method: 'POST', json: input }), [id, write]);
  const undo = useCallback((correction: string) => write(`/api/articles/${id}/corrections/${correction}`, { method: 'DELETE' }), [id, write]);
  return { article, failed, refused, busy, correct, undo };
}
