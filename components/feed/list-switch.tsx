'use client';

import { useTranslations } from 'next-intl';
import { LISTS, type ListName } from './list-address';

/** Everything as it comes, or what the reader starred. */
export function ListSwitch({ list, onList }: { list: ListName; onList(list: ListName): void }) {
  const t = useTranslations('feed');
  return (
    <div role="radiogroup" aria-label={t('lists')} data-testid="list-switch" className="flex shrink-0 rounded-md border border-line p-0.5 text-xs">
      {LISTS.map((name) => (
        <label key={name} data-list={name} className="segment px-2 leading-6">
          <input type="radio" name="list" checked={name === list} onChange={() => onList(name)} className="sr-only" />
          {t(`list.${name}`)}
        </label>
      ))}
    </div>
  );
}
