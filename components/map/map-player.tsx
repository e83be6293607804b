'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../ui/button';
import { useTimeZone } from '../ui/clock';
import { formatBucket } from '../ui/format';
import { PauseIcon, PlayIcon } from '../ui/icons';
import { useUiLocale } from '../ui/use-locale';
import type { Player } from './use-player';

/** Plays the last day of the span hour by hour: one step at a time for whoever wants less motion, since the slider does the same. */
export function MapPlayer({ player }: { player: Player }) {
  const t = useTranslations('map');
  const locale = useUiLocale();
  const timeZone = useTimeZone();
  const { day, hour, playing, failure } = player;
  const frames = day?.frames ?? [];
  const frame = hour === null ? undefined : frames[hour];
  const said = frame ? t('hourCount', { hour: formatBucket(frame.start, locale, timeZone, true), count: frame.total }) : t('all');
  const highest = Math.max(1, ...frames.map(({ total }) => total));
  return (
    <div role="group" aria-label={t('player')} data-testid="map-player" data-hour={hour ?? ''} data-playing={playing} className="flex items-center gap-3 border-t border-line bg-surface px-4 py-2">
      <Button onClick={playing ? player.pause : player.play} aria-label={playing ? t('pause') : t('play')} title={playing ? t('pause') : t('player')}>
        {playing ? <PauseIcon /> : <PlayIcon />}
        <span className="max-sm:sr-only">{playing ? t('pause') : t('player')}</span>
      </Button>
      <div dir="ltr" className="relative min-w-0 flex-1">
        <div aria-hidden="true" className="flex h-6 items-end gap-px">
          {frames.map(({ start, total }, n) => (
            <span key={start} style={{ blockSize: `${Math.max(4, (total / highest) * 100)}%` }} className={`flex-1 ${n === hour ? 'bg-accent' : 'bg-accent-bar'}`} />
          ))}
        </div>
        <input
          type="range"
          min={0}
          max={Math.max(1, frames.length - 1)}
          step={1}
          value={hour ?? Math.max(1, frames.length - 1)}
          onChange={(event) => player.seek(Number(event.target.value))}
          aria-label={t('hour')}
          aria-valuetext={said}
          className="map-range block h-6 w-full"
        />
      </div>
      <p className="min-w-0 text-sm tabular-nums sm:min-w-44" role="status" aria-live={playing ? 'off' : 'polite'}>
        {failure ? <span className="text-bad">{t('playFailed', { reason: failure })}</span> : <bdi>{said}</bdi>}
      </p>
      {hour === null ? null : (
        <Button tone="quiet" onClick={player.leave} title={t('allHint')} data-testid="map-leave">
          {t('all')}
        </Button>
      )}
    </div>
  );
}
