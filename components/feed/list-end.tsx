'use client';

import { useTranslations } from 'next-intl';
import type { Older } from './use-older';

/** The end of the list: older pages come by themselves; what is said when they don't, and when there is none. */
export function ListEnd({ hasOlder, older: { loading, problem, load } }: { hasOlder: boolean; older: Older }) {
  const t = useTranslations('feed');
  if (!hasOlder) return <p className="px-4 py-8 text-center text-sm text-faint">{t('end')}</p>;
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-6">
      {problem ? (
        <p role="alert" className="text-sm text-bad">
          {t('olderFailed', { reason: problem })}
        </p>
      ) : null}
      <button
        type="button"
        data-testid="older"
        onClick={load}
        disabled={loading}
        className="rounded-md border border-line-strong bg-surface px-4 py-2 text-sm font-medium hover:border-accent hover:text-accent disabled:opacity-60"
      >
        {loading ? t('olderLoading') : problem ? t('retry') : t('older')}
      </button>
    </div>
  );
}
