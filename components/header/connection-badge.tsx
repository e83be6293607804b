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

/** The newest article of a list. */
export interface Newest {
  /** ISO; null where the list is empty */
  at: string | null;
  /** of those alone that the filter leaves */
  filtered: boolean;
}

interface Props {
  connection: Connection;
  newest?: Newest;
}

/** Tells whether what is on the screen is the present, and how old the newest of it is; more of it on demand. As wide whatever it says: what stands beside it stays. */
export function ConnectionBadge({ connection, newest }: Props) {
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
        data-newest={newest ? '' : undefined}
        title={`${name} · ${t('details')}`}
        className="flex h-8 w-[8.75rem] min-w-0 items-center gap-2 rounded-md px-2 text-sm hover:bg-sunken xl:data-newest:w-[15.5rem] min-[87rem]:data-newest:w-[18rem]"
      >
        <span className={`size-2.5 shrink-0 rounded-full ${COLOUR[connection.phase]}`} aria-hidden="true" />
        <span className="max-w-full shrink-0 truncate font-medium">{name}</span>
        {newest ? <LastItem {...newest} /> : null}
      </button>
      <div id={id} popover="auto" role="dialog" aria-label={t('details')} data-testid="connection-details" className="header-popover w-80">
        <ConnectionDetails connection={connection} name={name} newest={newest} />
      </div>
      <PhaseAnnouncer name={name} phase={connection.phase} />
    </>
  );
}

function LastItem({ at, filtered }: Newest) {
  const t = useTranslations();
  const locale = useUiLocale();
  const now = useNowToTheSecond();
  const timeZone = useTimeZone();
  const mounted = useMounted();
  const age = at === null ? null : (formatSeconds(at, now, locale) ?? formatAge(at, now, locale, timeZone) ?? t('now'));
  return (
    <span className="min-w-0 flex-1 truncate text-start text-faint tabular-nums max-xl:hidden" data-testid="last-item">
      {mounted && age !== null ? t(filtered ? 'connection.lastMatch' : 'connection.lastItem', { age }) : null}
    </span>
  );
}
