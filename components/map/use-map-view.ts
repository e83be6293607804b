'use client';

import { useMemo, useState } from 'react';
import type { MapAnswer } from '@/lib/map';
import { useKindName } from '../ui/kind-name';
import { languageOf } from '../ui/locale';
import { distinctNames } from '../ui/place-names';
import { useUiLocale } from '../ui/use-locale';
import type { Scene } from './news-map';
import type { Breaks } from './scale';
import { scaleOf, sceneOf, shownOf, type Measure, type Shown } from './scene-of';
import type { Player } from './use-player';

export type Areas = 'auto' | 'countries' | 'provinces';

/** From this zoom on provinces are shaded, where the reader leaves it to the map. */
export const PROVINCES_ZOOM = 4.4;

export interface MapLook {
  shown: Shown;
  scene: Scene;
  breaks: Breaks;
  nameOf(id: string): string;
  measure: Measure;
  setMeasure(measure: Measure): void;
  areas: Areas;
  setAreas(areas: Areas): void;
  /** follows the map */
  setNear(near: boolean): void;
}

/** How the numbers look: which are shaded, by what, and for which hour. */
export function useMapView(answer: MapAnswer, player: Player, chosen: readonly string[]): MapLook {
  const locale = useUiLocale();
  const kind = useKindName();
  const [measure, setMeasure] = useState<Measure>('count');
  const [areas, setAreas] = useState<Areas>('auto');
  const [near, setNear] = useState(false);
  const shaded = areas === 'auto' ? (near ? 'provinces' : 'countries') : areas;
  const { day, hour } = player;
  const source = hour === null ? answer : (day ?? answer);
  const frames = hour === null ? null : (day?.frames ?? null);
  const names = useMemo(() => {
    const all = [answer, day].flatMap((one) => (one ? [...one.countries, ...one.provinces, ...one.places, ...one.others] : []));
    const unique = [...new Map(all.map((place) => [place.id, place])).values()];
    return distinctNames(unique, locale, kind);
  }, [answer, day, locale, kind]);
  const shown = useMemo(() => shownOf(source, hour === null ? null : (frames?.[hour] ?? null)), [source, frames, hour]);
  const breaks = useMemo(() => scaleOf(source, frames, shaded, measure), [source, frames, shaded, measure]);
  const scene = useMemo(
    () => sceneOf({ shown, areas: shaded, measure, breaks, chosen, nameOf: ({ id, label }) => (languageOf(locale) === 'ar' && label.ar ? label.ar : (label.en || id)) }),
    [shown, shaded, measure, breaks, chosen, locale],
  );
  return { shown, scene, breaks, nameOf: (id) => names.get(id) ?? id, measure, setMeasure, areas, setAreas, setNear };
}
