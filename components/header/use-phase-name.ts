import { useTranslations } from 'next-intl';
import type { Connection, Phase } from '../live/connection';

/** What the badge says of a connection, in a few plain words. */
export function usePhaseName({ phase, behind }: Connection): string {
  const t = useTranslations('connection');
  const names: Record<Phase, () => string> = {
    connecting: () => t('connecting'),
    live: () => t('live'),
    reconnecting: () => t('reconnecting'),
    'catching-up': () => (behind === null ? t('catchingUp') : t('catchingUpWith', { count: behind })),
    offline: () => t('offline'),
  };
  return names[phase]();
}
