'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useArrivalTimes } from '../live/arrival-times';
import type { Connection, Phase } from '../live/connection';
import { useMounted, useTimeZone } from '../ui/clock';
import { formatExact, formatMilliseconds, formatNumber } from '../ui/format';
import { useUiLocale } from '../ui/use-locale';
import type { Newest } from './connection-badge';

interface Props {
  connection: Connection;
  name: string;
  newest?: Newest;
}

/** What the badge means, and how fast items come from their feed to this screen, as measured here. */
export function ConnectionDetails({ connection: { phase, refusal }, name, newest }: Props) {
  const t = useTranslations('connection');
  const locale = useUiLocale();
  const timeZone = useTimeZone();
  const mounted = useMounted();
  const texts: Record<Phase, string> = {
    connecting: t('connectingText'),
    live: t('liveText'),
    reconnecting: t('reconnectingText'),
    'catching-up': t('catchingUpText'),
    offline: t('offlineText'),
  };
  return (
    <div className="flex flex-col gap-3 text-sm">
      <div>
        <p className="font-semibold">{name}</p>
        <p className="text-soft">{refusal ? t('refused', { reason: refusal }) : texts[phase]}</p>
      </div>
      {mounted && newest ? <Fact name={t(newest.filtered ? 'newestMatch' : 'newest')}>{newest.at === null ? t('noneYet') : formatExact(newest.at, locale, timeZone)}</Fact> : null}
      <Fact name={t('fetchToScreen')}>
        <Measured />
      </Fact>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <p className="text-xs text-faint">{name}</p>
      <div>{children}</div>
    </div>
  );
}

function Measured() {
  const t = useTranslations('connection');
  const locale = useUiLocale();
  const times = useArrivalTimes();
  if (times === null) return <p className="text-soft">{t('notMeasured')}</p>;
  if (times.median < 0) return <p className="text-soft">{t('clocks')}</p>;
  return (
    <>
      <p data-testid="fetch-to-screen" className="flex flex-wrap gap-x-4 tabular-nums">
        <span>
          <span className="text-faint">{t('median')}</span> <strong className="font-semibold">{formatMilliseconds(times.median, locale)}</strong>
        </span>
        <span>
          <span className="text-faint">{t('p95', { share: formatNumber(95, locale) })}</span> <strong className="font-semibold">{formatMilliseconds(times.p95, locale)}</strong>
        </span>
      </p>
      <p className="text-xs text-faint">{t('measured', { count: times.count })}</p>
    </>
  );
}
