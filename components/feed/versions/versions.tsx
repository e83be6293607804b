'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { ArticleVersionText } from '@/lib/source';
import { ask, type Answer } from '../../ui/ask';
import { VersionsCompared } from './versions-compared';

/** What an article said before, beside what it says now: asked for when it is shown. */
export function Versions({ id, lang }: { id: string; lang: string | null }) {
  const t = useTranslations('versions');
  const answer = useVersions(id);
  return (
    <div className="min-h-40">
      {answer === null ? <p className="text-sm text-faint">{t('loading')}</p> : null}
      {answer?.outcome === 'failed' ? (
        <p role="alert" className="text-sm text-bad">
          {t('failed', { reason: answer.reason })}
        </p>
      ) : null}
      {answer?.outcome === 'done' ? <VersionsCompared versions={answer.value} lang={lang} /> : null}
    </div>
  );
}

function useVersions(id: string): Answer<ArticleVersionText[]> | null {
  const [answer, setAnswer] = useState<Answer<ArticleVersionText[]> | null>(null);
  useEffect(() => {
    let stale = false;
    void ask<ArticleVersionText[]>(`/api/articles/${id}/versions`).then((next) => {
      if (!stale) setAnswer(next);
    });
    return () => {
      stale = true;
    };
  }, [id]);
  return answer;
}
