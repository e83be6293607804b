'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('error');
  return (
    <Notice title={t('title')}>
      <p>{t('body')}</p>
      {error.digest ? <p className="text-sm text-faint">{t('reference', { digest: error.digest })}</p> : null}
      <button type="button" onClick={reset} className="rounded-md bg-accent px-4 py-2 font-medium text-accent-ink">
        {t('retry')}
      </button>
    </Notice>
  );
}
