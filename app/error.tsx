'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** Trying again loads the address anew: drawing the same answer once more would fail the same way. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const t = useTranslations('error');
  return (
    <Notice title={t('title')}>
      <p>{t('body')}</p>
      {error.digest ? <p className="text-sm text-soft">{t('reference', { digest: error.digest })}</p> : null}
      <div className="flex flex-wrap gap-3">
        <button type="button" data-testid="retry" onClick={() => window.location.reload()} className={buttonClass('strong')}>
          {t('retry')}
        </button>
        <a href="/" className={buttonClass('plain')}>
          {t('home')}
        </a>
      </div>
    </Notice>
  );
}
