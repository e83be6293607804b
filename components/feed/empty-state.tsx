'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { FeedStatus } from '@/lib/dashboard';
import { emptyReason } from './empty-reason';

/** Instead of a list: why there is none, and what will change that. */
export function EmptyState({ status, filtered, onClear }: { status: FeedStatus; filtered: boolean; onClear(): void }) {
  const t = useTranslations('empty');
  const { feeds, healthy, failing, articles } = status;
  switch (emptyReason(status, filtered)) {
    case 'no-match':
      return (
        <Empty title={t('noMatchTitle')} body={t('noMatchBody', { count: articles })}>
          <button type="button" onClick={onClear} className="rounded-md bg-accent px-4 py-2 text-sm font-medium text-accent-ink">
            {t('clear')}
          </button>
        </Empty>
      );
    case 'no-feeds':
      return <Empty title={t('noFeedsTitle')} body={t('noFeedsBody')} />;
    case 'all-failing':
      return <Empty title={t('failingTitle')} body={t('failingBody', { failing })} />;
    case 'waiting':
      return (
        <Empty title={t('firstTitle')} body={t('firstBody', { feeds, healthy })}>
          <p className="text-sm text-faint">{t('firstHint')}</p>
        </Empty>
      );
  }
}

function Empty({ title, body, children }: { title: string; body: string; children?: ReactNode }) {
  return (
    <div data-testid="empty" className="mx-auto flex max-w-md flex-col items-center gap-3 px-6 py-20 text-center">
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="text-soft">{body}</p>
      {children}
    </div>
  );
}
