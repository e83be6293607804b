'use client';

import { useTranslations } from 'next-intl';
import type { NextPollReason } from '@/lib/feed';
import type { Source } from '@/lib/source';
import { formatDuration } from '../ui/format';
import { useUiLocale } from '../ui/use-locale';

/** Says why a feed is asked when it is, or why it isn't. */
export function useReason(): (source: Pick<Source, 'status' | 'nextPollReason'>) => string {
  const t = useTranslations('reason');
  const locale = useUiLocale();
  const say = ({ code, n = 0 }: NextPollReason): string => {
    switch (code) {
      case 'rhythm':
        return n < 1 ? t('rhythmRare') : t('rhythm', { n: Math.round(n) });
      case 'all-new':
      case 'some-new':
      case 'failing':
      case 'dead':
        return t(code, { n });
      case 'cache':
      case 'ttl':
      case 'retry-after':
        return t(code, { duration: formatDuration(n, locale) });
      default:
        return t(code);
    }
  };
  return ({ status, nextPollReason }) => (status === 'paused' ? t('paused') : status === 'gone' ? t('gone') : say(nextPollReason));
}
