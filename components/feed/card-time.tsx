'use client';

import { useTranslations } from 'next-intl';
import type { ArticleItem } from '@/lib/article';
import { useMounted, useNow, useTimeZone } from '../ui/clock';
import { formatAge, formatBucket, formatExact } from '../ui/format';
import { useUiLocale } from '../ui/use-locale';

/** When it was published: on the clock and how long ago, to the second when pointed at; in the reader's zone. */
export function CardTime({ item: { sortAt, publishedAt } }: { item: ArticleItem }) {
  const t = useTranslations();
  const locale = useUiLocale();
  const timeZone = useTimeZone();
  const mounted = useMounted();
  const now = useNow();
  const exact = formatExact(sortAt, locale, timeZone);
  return (
    // Node and the browser may know different spellings of the same date.
    <time
      dateTime={sortAt}
      title={publishedAt === null ? t('feed.firstSeen', { time: exact }) : t('feed.published', { time: exact })}
      className="card-time"
      suppressHydrationWarning
    >
      {/* the server doesn't know the reader's zone */}
      <span className="card-clock" style={mounted ? undefined : { visibility: 'hidden' }} suppressHydrationWarning>
        {formatBucket(sortAt, locale, timeZone, false)}
      </span>{' '}
      <span suppressHydrationWarning>{formatAge(sortAt, now, locale, timeZone) ?? t('now')}</span>
    </time>
  );
}
