'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';

interface Props {
  hasOlder: boolean;
  onLoad(): Promise<void>;
}

/** The end of the list: the way to what is older, or the word that there is none. */
export function OlderButton({ hasOlder, onLoad }: Props) {
  const t = useTranslations('feed');
  const [loading, setLoading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function load() {
    setLoading(true);
    setProblem(null);
    try {
      await onLoad();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setLoading(false);
    }
  }

  if (!hasOlder) return <p className="px-4 py-8 text-center text-sm text-faint">{t('end')}</p>;
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-6 [overflow-anchor:none]">
      {problem ? (
        <p role="alert" className="text-sm text-bad">
          {t('olderFailed', { reason: problem })}
        </p>
      ) : null}
      <button
        type="button"
        data-testid="older"
        onClick={() => void load()}
        disabled={loading}
        className="rounded-md border border-line-strong bg-surface px-4 py-2 text-sm font-medium hover:border-accent hover:text-accent disabled:opacity-60"
      >
        {loading ? t('olderLoading') : problem ? t('retry') : t('older')}
      </button>
    </div>
  );
}
