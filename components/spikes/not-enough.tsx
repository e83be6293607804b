'use client';

import { useTranslations } from 'next-intl';
import type { SpikeHistory } from '@/lib/spike';
import { formatNumber } from '../ui/format';
import { useUiLocale } from '../ui/use-locale';

/** That nothing can be called unusual yet, and how much of the history there is. */
export function NotEnough({ history: { hours, needed } }: { history: SpikeHistory }) {
  const t = useTranslations('spikes');
  const locale = useUiLocale();
  return (
    <p role="status" data-testid="not-enough-history" className="pt-2 text-sm text-warn">
      {t('notEnough', { hours, hoursNumber: formatNumber(hours, locale), needed: formatNumber(needed, locale) })}
    </p>
  );
}
