'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { FeedStatus } from '@/lib/dashboard';
import { buttonClass } from '../ui/button';
import { emptyReason } from './empty-reason';

/** Instead of a list: why there is none, and what will change that. @param children where nothing matches: what would */
export function EmptyState({ status, filtered, onClear, children }: { status: FeedStatus; filtered: boolean; onClear(): void; children?: ReactNode }) {
  const t = useTranslations('empty');
  const tFilters = useTranslations('filters');
  const { feeds, healthy, failing, articles } = status;
  switch (emptyReason(status, filtered)) {
    case 'no-match':
      return (
        <Empty title={t('noMatchTitle')} body={t('noMatchBody', { count: articles })}>
          {children}
          <button type="button" onClick={onClear} className="rounded-md bg-accent px-4 py-2 text-sm font-medium text-accent-ink">
            {t('clear')}
          </button>
        </Empty>
      );
    case 'no-feeds':
      return <Empty title={t('noFeedsTitle')} body={t('noFeedsBody')}>
          <SourcesLink>{tFilters('noFeedsLink')}</SourcesLink>
        </Empty>;
    case 'all-failing':
      return <Empty title={t('failingTitle')} body={t('failingBody', { failing })}>
          <SourcesLink>{tFilters('failingLink')}</SourcesLink>
        </Empty>;
    case 'waiting':
      return (
        <Empty title={t('firstTitle')} body={t('firstBody', { feeds, healthy })}>
          <p className="text-sm text-faint">{t('firstHint')}</p>
        </Empty>
      );
  }
}

/** Each feed tells there what it last said. */
function SourcesLink({ children }: { children: ReactNode }) {
  return (
    <a href="/sources" className={buttonClass('plain')}>
      {children}
    </a>
  );
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
