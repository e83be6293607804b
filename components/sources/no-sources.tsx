'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../ui/button';

/** Instead of a list: whether there are no sources, or none that the choice leaves. */
export function NoSources({ any, onShowAll }: { any: boolean; onShowAll(): void }) {
  const t = useTranslations('sources');
  return (
    <div id="sources" data-testid="no-sources" className="mx-auto flex max-w-md flex-1 flex-col items-center gap-3 px-6 py-20 text-center">
      <h2 className="text-lg font-semibold">{any ? t('noneFound') : t('noneYet')}</h2>
      {any ? <Button onClick={onShowAll}>{t('clearFilters')}</Button> : <p className="text-soft">{t('noneYetBody')}</p>}
    </div>
  );
}
