'use client';

import { useTranslations } from 'next-intl';
import { useNow, useTimeZone } from './clock';
import { formatAge, formatExact } from './format';
import { useUiLocale } from './use-locale';

/** "5 minutes ago", with the exact time in the reader's zone when pointed at. `hint` words the exact time. */
export function RelativeTime({ iso, hint }: { iso: string; hint: (exact: string) => string }) {
  const t = useTranslations();
  const locale = useUiLocale();
  const timeZone = useTimeZone();
  const now = useNow();
  return (
    // Node and the browser may know different spellings of the same date.
    <time dateTime={iso} title={hint(formatExact(iso, locale, timeZone))} className="whitespace-nowrap" suppressHydrationWarning>
      {formatAge(iso, now, locale, timeZone) ?? t('now')}
    </time>
  );
}
