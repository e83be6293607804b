'use client';

import { useTranslations } from 'next-intl';
import type { SpikeHistory, SpikeView } from '@/lib/spike';
import { NotEnough } from '../spikes/not-enough';
import { SpikeName, StateBadge } from '../spikes/spike-facts';
import { formatNumber } from '../ui/format';
import { RelativeTime } from '../ui/relative-time';
import { useUiLocale } from '../ui/use-locale';

const SHOWN = 4;

interface Props {
  spikes: readonly SpikeView[];
  history: SpikeHistory | null;
}

/** The spikes under way; that there is none is news too, where there is enough history to say so. */
export function WallSpikes({ spikes, history }: Props) {
  const t = useTranslations();
  const locale = useUiLocale();
  const running = spikes.filter(({ state }) => state !== 'over').slice(0, SHOWN);
  return (
    <section aria-labelledby="wall-spikes" data-testid="wall-spikes">
      <h2 id="wall-spikes" className="mb-2 text-base font-semibold text-soft">
        {t('spikes.title')}
      </h2>
      {running.length > 0 ? null : history?.enough === false ? <NotEnough history={history} /> : <p className="text-lg text-faint">{t('wall.noSpikes')}</p>}
      <ul className="flex flex-col gap-3">
        {running.map((spike) => (
          <li key={spike.id} className="rounded-lg border border-line bg-surface px-4 py-2.5">
            <p className="flex items-center justify-between gap-3 text-xl font-semibold">
              <span className="truncate">
                <SpikeName spike={spike} />
              </span>
              <StateBadge state={spike.state} />
            </p>
            <p className="text-sm text-soft">
              {t('spikes.observed', { count: spike.observed, number: formatNumber(spike.observed, locale) })} · {t('spikes.since')}{' '}
              <RelativeTime iso={spike.startedAt} hint={(exact) => exact} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
