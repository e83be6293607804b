'use client';

import { useTranslations } from 'next-intl';
import { UpIcon } from '../ui/icons';

/** Stays at the top of the feed while items wait. The region is always there, so that its changes are announced. */
export function NewPill({ count, onRelease }: { count: number; onRelease(): void }) {
  const t = useTranslations('feed');
  return (
    <div aria-live="polite" className="pointer-events-none sticky top-0 z-10 flex h-0 justify-center [overflow-anchor:none]">
      {count > 0 ? (
        <button
          type="button"
          data-testid="new-pill"
          data-count={count}
          onClick={onRelease}
          title={t('waitingHint')}
          className="pointer-events-auto mt-3 flex h-9 items-center gap-2 rounded-full bg-accent px-4 text-sm font-semibold whitespace-nowrap text-accent-ink shadow-lg hover:brightness-110"
        >
          <UpIcon />
          {t('waiting', { count })}
        </button>
      ) : null}
    </div>
  );
}
