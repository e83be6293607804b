'use client';

import { useTranslations } from 'next-intl';
import { SOURCE_HEALTH, type Source, type SourceHealth } from '@/lib/source';
import { HealthIcon } from './health';
import { countHealth, type SourcesView } from './view';

interface Props {
  sources: readonly Source[];
  view: SourcesView;
  onHealth(health: SourceHealth | ''): void;
}

/** "67 sources: 3 dead, 4 failing, 60 healthy", each of which shows those alone. */
export function HealthCounts({ sources, view, onHealth }: Props) {
  const t = useTranslations('sources');
  const { total, of } = countHealth(sources, view);
  const shown = SOURCE_HEALTH.filter((health) => of[health] > 0 || health === view.health);
  return (
    <div role="group" aria-label={t('counts')} data-testid="health-counts" className="-mx-1 flex items-center gap-1 overflow-x-auto px-1 text-sm tabular-nums">
      <button type="button" data-count-of="all" data-count={total} aria-pressed={view.health === ''} onClick={() => onHealth('')} className="count-button">
        {t('total', { count: total })}
      </button>
      {shown.map((health) => (
        <button
          key={health}
          type="button"
          data-count-of={health}
          data-count={of[health]}
          aria-pressed={view.health === health}
          title={t(`healthHint.${health}`)}
          onClick={() => onHealth(view.health === health ? '' : health)}
          className="count-button"
        >
          <HealthIcon health={health} />
          {t(`countOf.${health}`, { count: of[health] })}
        </button>
      ))}
    </div>
  );
}
