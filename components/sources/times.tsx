'use client';

import { useTranslations } from 'next-intl';
import type { Source } from '@/lib/source';
import { useNow, useNowToTheSecond, useTimeZone } from '../ui/clock';
import { formatAge, formatAhead, formatExact } from '../ui/format';
import { useUiLocale } from '../ui/use-locale';
import { sayReason } from './reason';
import { isAsked } from './view';

/** How long ago, or the word for never; the exact time when pointed at. */
export function Ago({ iso, never }: { iso: string | null; never: string }) {
  const t = useTranslations();
  const locale = useUiLocale();
  const timeZone = useTimeZone();
  const now = useNow();
  if (iso === null) return <span className="text-faint">{never}</span>;
  return (
    // Node and the browser may know different spellings of the same date.
    <time dateTime={iso} title={formatExact(iso, locale, timeZone)} className="whitespace-nowrap" suppressHydrationWarning>
      {formatAge(iso, now, locale, timeZone) ?? t('now')}
    </time>
  );
}

/** When a feed is asked next: counts down by itself. */
export function NextCheck({ source }: { source: Pick<Source, 'status' | 'nextPollAt'> }) {
  const t = useTranslations('sources');
  const locale = useUiLocale();
  const timeZone = useTimeZone();
  const now = useNowToTheSecond();
  if (!isAsked(source)) return <span className="text-faint">{t('notAsked')}</span>;
  return (
    <time dateTime={source.nextPollAt} title={formatExact(source.nextPollAt, locale, timeZone)} className="whitespace-nowrap" suppressHydrationWarning>
      {formatAhead(source.nextPollAt, now, locale) ?? t('due')}
    </time>
  );
}

export function NextReason({ source }: { source: Pick<Source, 'status' | 'nextPollReason'> }) {
  const t = useTranslations('reason');
  return <>{sayReason(source, t, useUiLocale())}</>;
}
