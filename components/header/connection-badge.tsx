'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { Connection, Phase } from '../live/connection';
import { useMounted, useNowToTheSecond, useTimeZone } from '../ui/clock';
import { formatAge, formatSeconds } from '../ui/format';
import { useUiLocale } from '../ui/use-locale';
import { ConnectionDetails } from './connection-details';
import { PhaseAnnouncer } from './phase-announcer';
import { usePhaseName } from './use-phase-name';

const COLOUR: Record<Phase, string> = {
  connecting: 'bg-faint pulse',
  live: 'bg-live',
  reconnecting: 'bg-warn pulse',
  'catching-up': 'bg-warn pulse',
  offline: 'bg-bad',
};

interface Props {
  connection: Connection;
  lastArrivalAt: string | null;
}

/** Tells whether what is on the screen is the present, and how old the newest of it is; more of it on demand. */
export function ConnectionBadge({ connection, lastArrivalAt }: Props) {
  const t = useTranslations('connection');
  const id = useId();
  const name = usePhaseName(connection);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        data-testid="connection"
        data-state={connection.phase}
        title={t('details')}
        className="flex h-8 min-w-0 items-center gap-2 rounded-md px-2 text-sm hover:bg-sunken"
      >
        <span className={`size-2.5 shrink-0 rounded-full ${COLOUR[connection.phase]}`} aria-hidden="true" />
        <span className="truncate font-medium">{name}</span>
        <LastItem at={lastArrivalAt} />
      </button>
      <div id={id} popover="auto" role="dialog" aria-label={t('details')} data-testid="connection-details" className="header-popover w-80">
        <ConnectionDetails connection={connection} name={name} lastArrivalAt={lastArrivalAt} />
      </div>
      <PhaseAnnouncer name={name} phase={connection.phase} />
    </>
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
    <span className="truncate text-faint tabular-nums max-md:hidden" data-testid="last-item">
      {t('connection.lastItem', { age })}
    </span>
  );
}
