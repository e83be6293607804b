'use client';

import { useTranslations } from 'next-intl';
import type { SourceHealth } from '@/lib/source';
import { AlertIcon, CheckIcon, ClockIcon, CrossedIcon, PauseIcon, SilentIcon } from '../ui/icons';

const SIGNS: Record<SourceHealth, { icon: typeof CheckIcon; ink: string }> = {
  dead: { icon: CrossedIcon, ink: 'text-bad' },
  failing: { icon: AlertIcon, ink: 'text-bad' },
  silent: { icon: SilentIcon, ink: 'text-warn' },
  waiting: { icon: ClockIcon, ink: 'text-faint' },
  healthy: { icon: CheckIcon, ink: 'text-live' },
  paused: { icon: PauseIcon, ink: 'text-faint' },
};

export function HealthIcon({ health, className = '' }: { health: SourceHealth; className?: string }) {
  const { icon: Sign, ink } = SIGNS[health];
  return <Sign className={`shrink-0 ${ink} ${className}`} />;
}

/** How a feed fares: a sign, a word and a colour, any of which would do. */
export function Health({ health }: { health: SourceHealth }) {
  const t = useTranslations('sources');
  return (
    <span title={t(`healthHint.${health}`)} className={`inline-flex items-center gap-1.5 leading-6 font-medium whitespace-nowrap ${SIGNS[health].ink}`}>
      <HealthIcon health={health} />
      {t(`health.${health}`)}
    </span>
  );
}
