'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { PLACE_ROLES, type PlaceRole } from '@/lib/place';
import { formatNumber } from '../ui/format';
import { languageOf } from '../ui/locale';
import { countryName } from '../ui/names';
import { useUiLocale } from '../ui/use-locale';
import { loadDisputed, loadProvinces, type DisputedProperties } from './geometry';
import type { Picked } from './news-map';
import { RoleMark } from './role-mark';
import type { MapLook } from './use-map-view';

export type Hovered = { picked: Picked; x: number; y: number } | null;

/** What the pointer is on: its name, its articles and their roles. The list says the same to those who don't point. */
export function MapTip({ hovered, look }: { hovered: Hovered; look: MapLook }) {
  const locale = useUiLocale();
  if (!hovered) return null;
  const { picked, x, y } = hovered;
  return (
    <div
      aria-hidden="true"
      data-testid="map-tip"
      dir={languageOf(locale) === 'ar' ? 'rtl' : 'ltr'}
      style={{ left: x, top: y }}
      className="pointer-events-none absolute z-10 max-w-72 min-w-32 -translate-x-1/2 translate-y-4 rounded-md border border-line bg-raised px-2.5 py-1.5 text-sm shadow-sm"
    >
      {picked.kind === 'disputed' ? <DisputedTip id={picked.id} /> : <PlaceTip picked={picked} look={look} />}
    </div>
  );
}

function PlaceTip({ picked, look }: { picked: Exclude<Picked, { kind: 'disputed' }>; look: MapLook }) {
  const t = useTranslations('map');
  const role = useTranslations('role');
  const locale = useUiLocale();
  const all = [...look.shown.countries, ...look.shown.provinces, ...look.shown.places];
  const place = all.find(({ id }) => id === picked.id);
  const name = useAreaName(picked, place ? look.nameOf(picked.id) : null);
  const others = picked.kind === 'point' ? all.filter(({ id }) => picked.others.includes(id)) : [];
  return (
    <>
      <p className="flex justify-between gap-3">
        <bdi className="font-semibold">{name}</bdi>
        <span className="tabular-nums">{formatNumber(place?.count ?? 0, locale)}</span>
      </p>
      {place ? (
        <ul className="text-xs text-soft">
          {PLACE_ROLES.filter((one: PlaceRole) => place.roles[one]).map((one) => (
            <li key={one} className="flex items-center gap-1.5">
              <RoleMark role={one} />
              {role(one)}
              <span className="ms-auto tabular-nums">{formatNumber(place.roles[one] ?? 0, locale)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {place && PLACE_ROLES.reduce((sum, one) => sum + (place.roles[one] ?? 0), 0) > place.count ? <p className="pt-1 text-xs text-faint">{t('severalRoles')}</p> : null}
      {others.length > 0 ? (
        <p className="pt-1 text-xs text-faint">
          {t('nearby')}: {others.slice(0, 6).map(({ id, count }) => `${look.nameOf(id)} ${formatNumber(count, locale)}`).join(languageOf(locale) === 'ar' ? '، ' : ', ')}
        </p>
      ) : null}
    </>
  );
}

/** An area that no article names is in no answer: its name comes from the outlines. */
function useAreaName({ id }: { id: string }, known: string | null): string {
  const locale = useUiLocale();
  const [provinces, setProvinces] = useState<ReadonlyMap<string, string>>(new Map());
  const isCountry = /^[A-Z]{2}$/u.test(id);
  const isMissing = known === null && !isCountry;
  useEffect(() => {
    if (!isMissing) return;
    loadProvinces().then(
      ({ features }) => setProvinces(new Map(features.map(({ properties: { id: one, en = '', ar } }) => [one, languageOf(locale) === 'ar' ? (ar ?? en) : en]))),
      (error: unknown) => console.warn('no names of provinces', error),
    );
  }, [isMissing, locale]);
  return known ?? (isCountry ? countryName(id, locale) : (provinces.get(id) ?? id));
}

function DisputedTip({ id }: { id: string }) {
  const locale = useUiLocale();
  const [area, setArea] = useState<DisputedProperties | null>(null);
  useEffect(() => {
    loadDisputed().then(({ features }) => setArea(features.find(({ properties }) => properties.id === id)?.properties ?? null), (error: unknown) => console.warn('no disputed areas', error));
  }, [id]);
  if (!area) return null;
  return (
    <>
      <p className="font-semibold">{languageOf(locale) === 'ar' ? area.ar : area.en}</p>
      <p className="text-xs text-soft">{languageOf(locale) === 'ar' ? area.noteAr : area.noteEn}</p>
    </>
  );
}
