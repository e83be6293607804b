'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { SpikeView } from '@/lib/spike';
import { formatDuration, formatNumber, labelIn } from '../ui/format';
import { useDirection, useUiLocale } from '../ui/use-locale';
import type { SpikeMark } from './marks';

interface Props {
  mark: SpikeMark;
  x: number;
  y: number;
  /** what it says stands before it: there is no room behind */
  flipped: boolean;
}

/** The sign of a spike, to point at or to tab to: says what it is, and leads to its page. */
export function SpikeLink({ mark, x, y, flipped }: Props) {
  const locale = useUiLocale();
  const t = useTranslations('trends');
  const [open, setOpen] = useState(false);
  const direction = useDirection();
  const card = useId();
  const [first] = mark.spikes;
  if (!first) return null;
  const name = first.labels.map((label) => labelIn(label, locale)).join(' + ');
  return (
    <div data-testid="trends-spike" onPointerEnter={() => setOpen(true)} onPointerLeave={() => setOpen(false)}>
      <a
        href={`/spikes/${first.id}`}
        aria-label={t('spikeOf', { name })}
        aria-describedby={open ? card : undefined}
        className="trends-spike rounded"
        style={{ left: x - 12, top: y - 24 }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      {open ? (
        <div id={card} role="tooltip" dir={direction} className="trends-tip" style={flipped ? { right: `calc(100% - ${x - 8}px)`, top: y + 4 } : { left: x - 8, top: y + 4 }}>
          {mark.spikes.slice(0, 3).map((spike) => (
            <SpikeWords key={spike.id} spike={spike} />
          ))}
          {mark.spikes.length > 3 ? <p className="text-faint">{t('moreSpikes', { count: mark.spikes.length - 3 })}</p> : null}
        </div>
      ) : null}
    </div>
  );
}

function SpikeWords({ spike }: { spike: SpikeView }) {
  const t = useTranslations('trends');
  const states = useTranslations('spikes.state');
  const locale = useUiLocale();
  const name = spike.labels.map((label) => labelIn(label, locale)).join(' + ');
  return (
    <div className="mb-1">
      <p className="font-medium text-warn">
        <bdi>{name}</bdi> · {states(spike.state)}
      </p>
      <p className="text-soft">
        {t('spikeSays', { observed: spike.observed, expected: formatNumber(Math.round(spike.expected * 10) / 10, locale), window: formatDuration(spike.windowMinutes * 60, locale), publishers: spike.publishers })}
      </p>
      {spike.story.first ? (
        <p dir={spike.story.first.dir} className="text-faint">
          {spike.story.first.publisher.name}: {spike.story.first.title}
        </p>
      ) : null}
    </div>
  );
}
