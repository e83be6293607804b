'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Label } from '@/lib/label';
import type { PlaceKind, PlaceRole } from '@/lib/place';
import { labelIn } from '../ui/format';
import { useUiLocale } from '../ui/use-locale';
import { isArea, isPoint } from './kinds';
import { MapView } from './map-view';
import type { Bounds, Scene } from './news-map';

export interface ArticleMapPlace {
  id: string;
  label: Label;
  kind: PlaceKind;
  role: PlaceRole;
  /** degrees, WGS 84 */
  lat: number;
  lon: number;
}

/** What the article is about has the stronger shade. */
const ABOUT_SHADE = 4;
const OTHER_SHADE = 2;
const LEAST_SPAN = 3;

/** A map of one article's places: towns as circles by their role, its countries or provinces in two shades. It stands still; the list beside it says the same. */
export function ArticleMap({ places }: { places: readonly ArticleMapPlace[] }) {
  const t = useTranslations('map');
  const role = useTranslations('role');
  const locale = useUiLocale();
  const scene = useMemo(() => sceneOf(places, (label) => labelIn(label, locale)), [places, locale]);
  const start = useMemo(() => ({ bounds: boundsOf(places) }), [places]);
  const list = (
    <ul className="flex flex-wrap gap-x-3 text-sm">
      {places.map((place) => (
        <li key={place.id}>
          <bdi>{labelIn(place.label, locale)}</bdi> <span className="text-faint">({role(place.role)})</span>
        </li>
      ))}
    </ul>
  );
  if (places.length === 0) return null;
  return (
    <figure data-testid="article-map" className="m-0">
      <div className="h-52 overflow-hidden rounded-md border border-line">
        <MapView interactive={false} tiles={null} label={t('articleMap')} start={start} scene={scene} fallback={list} />
      </div>
      <figcaption className="sr-only">
        {t('articleMap')}
        {list}
      </figcaption>
    </figure>
  );
}

/** Provinces are shaded where the article names some, else its countries. */
function sceneOf(places: readonly ArticleMapPlace[], nameOf: (label: Label) => string): Scene {
  const provinces = places.filter(({ kind }) => isArea(kind) && kind !== 'country');
  const areas = provinces.length > 0 ? provinces : places.filter(({ kind }) => kind === 'country');
  return {
    shade: provinces.length > 0 ? 'provinces' : 'countries',
    shades: new Map(areas.map(({ id, role }) => [id, role === 'about' ? ABOUT_SHADE : OTHER_SHADE])),
    points: places.filter(({ kind }) => isPoint(kind)).map(({ id, label, lat, lon, role }) => ({ id, lat, lon, name: nameOf(label), count: role === 'about' ? 2 : 1, roles: { [role]: 1 } })),
    chosen: [],
  };
}

/** All places, with room around a lone one; seas and world regions don't widen it where there is something nearer. */
function boundsOf(places: readonly ArticleMapPlace[]): Bounds {
  const near = places.filter(({ kind }) => kind !== 'region' && kind !== 'water');
  const shown = near.length > 0 ? near : places;
  const [lons, lats] = [shown.map(({ lon }) => lon), shown.map(({ lat }) => lat)];
  const widen = (least: number, most: number) => Math.max(0, (LEAST_SPAN - (most - least)) / 2);
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const [x, y] = [widen(west, east), widen(south, north)];
  return [west - x, south - y, east + x, north + y];
}
