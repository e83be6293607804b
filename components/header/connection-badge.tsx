'use client';

import { useTranslations } from 'next-intl';
import type { Connection, Phase } from '../live/connection';
import { useMounted, useNowToTheSecond, useTimeZone } from '../ui/clock';
import { formatAge, formatSeconds } from '../ui/format';
import { useUiLocale } from '../ui/use-locale';

const COLOUR: Record<Phase, string> = {
  connecting: 'bg-faint pulse',
  live: 'bg-live',
  reconnecting: 'bg-warn pulse',
  'catching-up': 'bg-warn pulse',
  offline: 'bg-bad',
};

/** Tells whether what is on the screen is the present, and how old the newest of it is. */
export function ConnectionBadge({ connection, lastArrivalAt }: { connection: Connection; lastArrivalAt: string | null }) {
  const t = useTranslations('connection');
  const { phase, refusal } = connection;
  const names: Record<Phase, string> = {
    connecting: t('connecting'),
    live: t('live'),
    reconnecting: t('reconnecting'),
    'catching-up': t('catchingUp'),
    offline: t('offline'),
  };
  return (
    <div
      data-testid="connection"
      data-state={phase}
      aria-label={t('label')}
      role="group"
      className="flex min-w-0 items-center gap-2 text-sm"
      title={refusal ? t('refused', { reason: refusal }) : undefined}
    >
      <span className={`size-2.5 shrink-0 rounded-full ${COLOUR[phase]}`} aria-hidden="true" />
      <span className="truncate font-medium">{names[phase]}</span>
      <LastItem at={lastArrivalAt} />
    </div>
  );
}

function LastItem({ at }: { at: string | null }) {
  const t = useTranslations();
  const locale = useUiLocale();
  const now = useNowToTheSecond();
  const timeZone = useTimeZone();
  const mounted = useMounted();
  if (!mounted || at === null) return null;
  const age = formatSeconds(at, now, locale) ?? formatAge(at, now, locale, timeZone) ?? t('now');
  return (
    <span className="truncate text-faint tabular-nums max-sm:hidden" data-testid="last-item">
      {t('connection.lastItem', { age })}
    </span>
  );
}
