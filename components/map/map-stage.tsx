'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState, type ReactNode } from 'react';
import type { MapTiles } from '@/lib/settings';
import { AreaDrawing } from './area-drawing';
import { LazyMapView } from './lazy-map';
import { MapTip, type Hovered } from './map-tip';
import type { Point } from './drawn-shape';
import type { Bounds, NewsMap, Picked } from './news-map';
import { PROVINCES_ZOOM, type MapLook } from './use-map-view';

interface Props {
  look: MapLook;
  tiles: MapTiles | null;
  /** what the map shows before anybody moved it */
  start: Bounds;
  drawing: boolean;
  onPick(picked: Picked): void;
  onArea(outline: Point[]): void;
  onStopDrawing(): void;
  /** instead of a map, where there can be none */
  fallback: ReactNode;
}

/** The map with what lies on it: buttons, what is pointed at, the sheet to draw on. */
export function MapStage({ look, tiles, start, drawing, onPick, onArea, onStopDrawing, fallback }: Props) {
  const t = useTranslations('map');
  const [map, setMap] = useState<NewsMap | null>(null);
  const [hovered, setHovered] = useState<Hovered>(null);
  const { setNear } = look;
  const onZoom = useCallback((zoom: number) => setNear(zoom >= PROVINCES_ZOOM), [setNear]);
  const pick = (picked: Picked) => {
    if (picked.kind === 'point' && picked.others.length > 0) map?.zoomTo(picked.id);
    onPick(picked);
  };
  return (
    <LazyMapView interactive tiles={tiles} label={t('label')} start={{ bounds: start }} hash="at" scene={look.scene} onMap={setMap} onZoom={onZoom} onPick={pick} onHover={setHovered} fallback={fallback}>
      <MapTip hovered={hovered} look={look} />
      {drawing && map ? <AreaDrawing map={map} onArea={onArea} onCancel={onStopDrawing} /> : null}
      {map ? <ZoomButtons map={map} onHome={() => map.fit(start)} /> : null}
      {drawing ? (
        <p role="status" className="absolute inset-x-0 top-3 mx-auto w-fit rounded-md border border-line bg-raised px-3 py-1.5 text-sm" dir="auto">
          {t('drawHint')}
        </p>
      ) : null}
    </LazyMapView>
  );
}

function ZoomButtons({ map, onHome }: { map: NewsMap; onHome(): void }) {
  const t = useTranslations('map');
  const look = 'grid size-8 place-items-center text-lg leading-none text-soft hover:bg-sunken hover:text-ink';
  return (
    <div role="group" aria-label={t('keys')} className="absolute top-3 right-3 flex flex-col divide-y divide-line overflow-hidden rounded-md border border-line bg-raised">
      <button type="button" className={look} aria-label={t('zoomIn')} title={t('zoomIn')} data-testid="map-zoom-in" onClick={() => map.zoomBy(1)}>
        +
      </button>
      <button type="button" className={look} aria-label={t('zoomOut')} title={t('zoomOut')} onClick={() => map.zoomBy(-1)}>
        −
      </button>
      <button type="button" className={`${look} text-sm`} aria-label={t('reset')} title={t('reset')} onClick={onHome}>
        ⌂
      </button>
    </div>
  );
}
