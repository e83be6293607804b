'use client';

import type { CustomTooltipProps } from '@tremor/react';
import { useTranslations } from 'next-intl';
import { formatNumber } from '../ui/format';
import { useDirection, useUiLocale } from '../ui/use-locale';
import type { ChartRow } from './chart-rows';
import { useChartWords } from './chart-words';

/** What one bar stands for; says so where its time is not over. */
export function ChartTooltip({ active, payload }: CustomTooltipProps) {
  const t = useTranslations('panel');
  const locale = useUiLocale();
  const direction = useDirection();
  const wordsOf = useChartWords();
  const row = payload?.[0]?.payload as ChartRow | undefined;
  if (!active || !row) return null;
  return (
    <div dir={direction} className="rounded-md border border-line bg-raised px-3 py-2 text-xs shadow-lg">
      <p className="text-faint">{row.exact}</p>
      {row.state === 'expired' ? null : (
        <p className="font-semibold">
          {formatNumber(row.count, locale)} {t('total', { count: row.count })}
        </p>
      )}
      {wordsOf(row).map((words) => (
        <p key={words} className="max-w-60 text-faint">
          {words}
        </p>
      ))}
    </div>
  );
}
