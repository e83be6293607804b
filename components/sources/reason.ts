import type { useTranslations } from 'next-intl';
import type { Source } from '@/lib/source';
import { formatDuration } from '../ui/format';
import type { Locale } from '../ui/locale';

/** Says why a feed is asked when it is, or why it isn't. */
export function sayReason({ status, nextPollReason }: Pick<Source, 'status' | 'nextPollReason'>, t: ReturnType<typeof useTranslations<'reason'>>, locale: Locale): string {
  if (status === 'paused') return t('paused');
  if (status === 'gone') return t('gone');
  const { code, n = 0 } = nextPollReason;
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
}
