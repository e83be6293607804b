'use client';

import { useTranslations } from 'next-intl';
import type { FilterQuery } from '@/lib/events';
import { LAST_NAMES, type LastName } from '@/lib/last';
import { useTimeZone } from '../ui/clock';
import { formatMoment } from '../ui/format';
import { CloseIcon } from '../ui/icons';
import { useUiLocale } from '../ui/use-locale';
import { Segments } from './segments';
import type { MapLook } from './use-map-view';

interface Props {
  query: FilterQuery;
  look: MapLook;
  drawing: boolean;
  onChoose(query: FilterQuery): void;
  onDraw(): void;
}

/** What is counted, and how it is shaded. */
export function MapControls({ query, look, drawing, onChoose, onDraw }: Props) {
  const t = useTranslations('map');
  const spans: Record<LastName, string> = { '1h': t('span1h'), '24h': t('span24h'), '7d': t('span7d'), '30d': t('span30d') };
  const isOwn = Boolean(query.from) || Boolean(query.to);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-surface px-4 py-2">
      <Segments
        name="span"
        label={t('span')}
        value={isOwn ? null : (query.last ?? '24h')}
        choices={LAST_NAMES.map((name) => [name, spans[name]] as const)}
        onChoose={(last) => onChoose({ ...query, last, from: null, to: null })}
      />
      {isOwn ? <OwnSpan query={query} onChoose={onChoose} /> : null}
      <Segments name="measure" label={t('measure')} value={look.measure} choices={[['count', t('count')], ['share', t('share')]]} onChoose={look.setMeasure} />
      <Segments
        name="areas"
        label={t('areas')}
        value={look.areas}
        choices={[['auto', t('auto')], ['countries', t('countries')], ['provinces', t('provinces')]]}
        onChoose={look.setAreas}
      />
      <button
        type="button"
        data-testid="map-draw"
        aria-pressed={drawing}
        onClick={onDraw}
        title={t('drawHint')}
        className="h-8 rounded-md border border-line px-2.5 text-xs font-medium hover:border-line-strong aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
      >
        {t('draw')}
      </button>
    </div>
  );
}

function OwnSpan({ query, onChoose }: Pick<Props, 'query' | 'onChoose'>) {
  const t = useTranslations('map');
  const locale = useUiLocale();
  const timeZone = useTimeZone();
  const say = (iso: string | null | undefined) => (iso ? formatMoment(iso, locale, timeZone) : '…');
  return (
    <button
      type="button"
      onClick={() => onChoose({ ...query, from: null, to: null })}
      className="flex min-h-6 items-center gap-1.5 rounded-full bg-sunken ps-3 pe-2 text-xs"
    >
      <bdi>{t('spanOwn', { from: say(query.from), to: say(query.to) })}</bdi>
      <CloseIcon className="opacity-70" />
    </button>
  );
}
