'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { ArticleVersionText } from '@/lib/source';
import { ask, type Answer } from '../../ui/ask';
import { Dialog } from '../../ui/dialog';
import { VersionsCompared } from './versions-compared';

interface Props {
  /** the article's */
  id: string;
  lang: string | null;
  onClose(): void;
}

/** What an article said before, beside what it says now. */
export function VersionsDialog({ id, lang, onClose }: Props) {
  const t = useTranslations('versions');
  const answer = useVersions(id);
  return (
    <Dialog title={t('title')} place="wide" testId="versions-dialog" onClose={onClose}>
      <div className="min-h-40">
        {answer === null ? <p className="text-sm text-faint">{t('loading')}</p> : null}
        {answer?.outcome === 'failed' ? (
          <p role="alert" className="text-sm text-bad">
            {t('failed', { reason: answer.reason })}
          </p>
        ) : null}
        {answer?.outcome === 'done' ? <VersionsCompared versions={answer.value} lang={lang} /> : null}
      </div>
    </Dialog>
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
