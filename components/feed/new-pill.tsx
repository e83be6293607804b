'use client';

import { useTranslations } from 'next-intl';
import { UpIcon } from '../ui/icons';

/** Stands in the bar above the feed while items wait, and covers nothing. The region is always there, so that its changes are announced. */
export function NewPill({ count, onRelease }: { count: number; onRelease(): void }) {
  const t = useTranslations('feed');
  return (
    <div aria-live="polite" className="flex min-w-0">
      {count > 0 ? (
        <button
          type="button"
          data-testid="new-pill"
          data-count={count}
          onClick={onRelease}
          title={t('waitingHint')}
          className="flex h-7 min-w-0 items-center gap-1.5 rounded-full bg-accent px-3 text-sm font-semibold whitespace-nowrap text-accent-ink hover:brightness-110"
        >
          <UpIcon className="shrink-0" />
          <span className="truncate">{t('waiting', { count })}</span>
        </button>
      ) : null}
    </div>
  );
}
