'use client';

import { useTranslations } from 'next-intl';
import type { RetagProgress } from '@/lib/own-topic';
import { formatNumber } from '../ui/format';
import { useUiLocale } from '../ui/use-locale';

/** How far a topic has come over the articles that were there before it; nothing once it is through. */
export function Progress({ retag, name }: { retag: RetagProgress | null; name: string }) {
  const t = useTranslations('topics');
  const locale = useUiLocale();
  if (retag === null || retag.state === 'done') return null;
  if (retag.state === 'failed') return <span className="text-xs text-bad">{t('retag.failed', { reason: retag.error ?? '' })}</span>;
  const counted = retag.total > 0;
  const percent = counted ? Math.min(100, Math.floor((retag.done / retag.total) * 100)) : 0;
  return (
    <span className="flex flex-col gap-1" data-testid="retag-progress" data-percent={percent}>
      <progress
        className="topic-progress"
        aria-label={t('retag.label', { name })}
        {...(counted ? { value: retag.done, max: retag.total } : {})}
      />
      <span className="text-xs text-faint tabular-nums">
        {counted ? t('retag.running', { done: formatNumber(retag.done, locale), total: formatNumber(retag.total, locale), percent: formatNumber(percent, locale) }) : t('retag.waiting')}
      </span>
    </span>
  );
}
