'use client';

import { useTranslations } from 'next-intl';
import type { SpikeState, SpikeView } from '@/lib/spike';
import { formatNumber, labelIn } from '../ui/format';
import { RelativeTime } from '../ui/relative-time';
import { useUiLocale } from '../ui/use-locale';

const TONE: Record<SpikeState, string> = {
  rising: 'bg-bad-soft text-bad', peak: 'bg-bad-soft text-bad', fading: 'bg-accent-soft text-accent', over: 'bg-sunken text-soft',
};

/** What rises: a topic, a place, or the one in the other. */
export function SpikeName({ spike }: { spike: SpikeView }) {
  const locale = useUiLocale();
  return (
    <>
      {spike.labels.map((label, n) => (
        <span key={labelIn(label, locale)}>
          {n > 0 ? <span className="text-faint"> · </span> : null}
          <bdi>{labelIn(label, locale)}</bdi>
        </span>
      ))}
    </>
  );
}

export function StateBadge({ state }: { state: SpikeState }) {
  const t = useTranslations('spikes.state');
  return <span data-state={state} className={`rounded-full px-2 py-0.5 text-xs font-medium whitespace-nowrap ${TONE[state]}`}>{t(state)}</span>;
}

/** How many there were, how many were to be expected, since when, by how many. */
export function SpikeFacts({ spike }: { spike: SpikeView }) {
  const t = useTranslations('spikes');
  const locale = useUiLocale();
  const number = (value: number) => formatNumber(Math.round(value), locale);
  return (
    <div className="flex flex-col gap-1 text-sm text-soft">
      <p>
        <strong className="font-semibold text-ink">{t('observed', { count: spike.observed, number: number(spike.observed) })}</strong>{' '}
        {t('window', { minutes: spike.windowMinutes })}
        {t('expected', { number: expectedText(spike.expected, number) })}
      </p>
      <p>
        {t('publishers', { count: spike.publishers, number: number(spike.publishers) })} · {t('since')} <RelativeTime iso={spike.startedAt} hint={(exact) => exact} />
        {spike.endedAt ? (
          <>
            {' · '}
            {t('until')} <RelativeTime iso={spike.endedAt} hint={(exact) => exact} />
          </>
        ) : null}
      </p>
    </div>
  );
}

/** Less than one is expected more often than not: "0" would say that nothing ever is. */
const expectedText = (expected: number, number: (value: number) => string) => (expected < 0.5 ? `< ${number(1)}` : number(expected));
