'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { FacetCounts } from '@/lib/trends';
import { formatNumber } from '../ui/format';
import { useUiLocale } from '../ui/use-locale';

const DAY_MS = 86_400_000;

interface Props {
  counts: FacetCounts | null;
  /** the list beside it shows starred articles alone, which are not what is counted */
  starred: boolean;
  sort: 'count' | 'name';
  onSort(sort: string): void;
}

/** What the numbers beside the choices count, and what they are sorted by. */
export function CountsLine({ counts, starred, sort, onSort }: Props) {
  const t = useTranslations('filters');
  const group = useId();
  const locale = useUiLocale();
  const days = counts === null ? 1 : Math.round((Date.parse(counts.to) - Date.parse(counts.from)) / DAY_MS);
  return (
    <div className="flex min-h-9 items-center justify-between gap-2 border-b border-line text-xs text-faint">
      <p data-testid="counts-line" data-total={counts?.total}>
        {starred ? <span className="block text-soft">{t('countedAll')}</span> : null}
        {counts === null ? t('counting') : t('counted', { total: formatNumber(counts.total, locale), count: counts.total, days })}
      </p>
      <div role="radiogroup" aria-label={t('sort')} data-testid="filter-sort" className="flex shrink-0 rounded-md border border-line p-0.5">
        {(['count', 'name'] as const).map((name) => (
          <label key={name} className="segment px-1.5 leading-5">
            <input type="radio" name={group} value={name} checked={sort === name} onChange={() => onSort(name)} className="sr-only" />
            {t(name === 'count' ? 'sortCount' : 'sortName')}
          </label>
        ))}
      </div>
    </div>
  );
}
