'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { PLACE_ROLES, type PlaceRole } from '@/lib/place';
import { formatNumber, formatShare } from '../ui/format';
import { languageOf } from '../ui/locale';
import { useUiLocale } from '../ui/use-locale';
import { loadDisputed, type DisputedProperties } from './geometry';
import { RoleMark } from './role-mark';
import { shadeOf, type Breaks } from './scale';
import type { Measure } from './scene-of';

interface Props {
  breaks: Breaks;
  measure: Measure;
  roles: readonly PlaceRole[];
  onRole(role: PlaceRole): void;
}

/** What the shades, circles and lines mean. The roles are also how they are chosen. */
export function MapLegend({ breaks, measure, roles, onRole }: Props) {
  const t = useTranslations('map');
  const role = useTranslations('role');
  return (
    <section aria-label={t('legend')} data-testid="map-legend" className="flex flex-col gap-2.5 text-xs text-soft">
      <Shades breaks={breaks} measure={measure} />
      <div>
        <p className="pb-1">{t('circles')}</p>
        <ul className="flex flex-wrap gap-x-1 gap-y-0.5">
          {PLACE_ROLES.map((name) => (
            <li key={name}>
              <button
                type="button"
                data-role-choice={name}
                aria-pressed={roles.includes(name)}
                onClick={() => onRole(name)}
                className="flex min-h-6 items-center gap-1.5 rounded px-1.5 text-ink hover:bg-sunken aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent"
              >
                <RoleMark role={name} />
                {role(name)}
              </button>
            </li>
          ))}
        </ul>
        <p className="pt-1 text-faint">{t('circleHint')}</p>
      </div>
      <Disputed />
      <p className="text-faint">{t('outlines')}</p>
    </section>
  );
}

function Shades({ breaks, measure }: { breaks: Breaks; measure: Measure }) {
  const t = useTranslations('map');
  const locale = useUiLocale();
  const say = (value: number) => (measure === 'count' ? formatNumber(value, locale) : formatShare(value, locale));
  return (
    <div>
      <p className="pb-1">{measure === 'count' ? t('shadesCount') : t('shadesShare')}</p>
      <ul className="flex" data-testid="map-shades">
        <Swatch shade={0} text={t('none')} />
        {breaks.map((least, n) => (
          <Swatch key={least} shade={shadeOf(least, breaks)} text={n === breaks.length - 1 && n > 0 ? t('orMore', { least: say(least) }) : say(least)} />
        ))}
      </ul>
    </div>
  );
}

const STRENGTH = ['0%', '13%', '26%', '40%', '55%', '72%'];

function Swatch({ shade, text }: { shade: number; text: string }) {
  return (
    <li className="flex min-w-9 flex-1 flex-col gap-0.5 text-[0.6875rem] tabular-nums">
      <span aria-hidden="true" className="h-2.5 border border-line" style={{ background: `color-mix(in srgb, var(--accent) ${STRENGTH[shade] ?? '0%'}, var(--surface))` }} />
      <span className="whitespace-nowrap">{text}</span>
    </li>
  );
}

function Disputed() {
  const t = useTranslations('map');
  const [areas, setAreas] = useState<DisputedProperties[]>([]);
  useEffect(() => {
    // the map itself says what is wrong where the outlines don't come
    loadDisputed().then(({ features }) => setAreas(features.map(({ properties }) => properties)), (error: unknown) => console.warn('no disputed areas', error));
  }, []);
  return (
    <details data-testid="map-disputed">
      <summary className="flex min-h-6 cursor-pointer items-center gap-1.5">
        <span aria-hidden="true" className="hatched size-3.5 shrink-0 border border-line-strong" />
        <span className="underline decoration-line-strong decoration-dotted underline-offset-4">{t('disputed')}</span>
      </summary>
      <p className="pt-1">{t('disputedHint')}</p>
      <dl className="flex flex-col gap-1.5 pt-1.5">
        {areas.map((area) => (
          <DisputedArea key={area.id} area={area} />
        ))}
      </dl>
    </details>
  );
}

export function DisputedArea({ area }: { area: DisputedProperties }) {
  const t = useTranslations('map');
  const locale = useUiLocale();
  return (
    <div data-disputed={area.id}>
      <dt className="font-medium text-ink">{languageOf(locale) === 'ar' ? area.ar : area.en}</dt>
      <dd>{languageOf(locale) === 'ar' ? area.noteAr : area.noteEn}</dd>
      <dd lang="en" dir="ltr" className="text-start text-[0.6875rem] text-faint">
        {area.sources.join('; ')}
      </dd>
      <dd className="sr-only">{t('sources', { sources: area.sources.join('; ') })}</dd>
    </div>
  );
}
