'use client';

import { useEffect, useRef, useState, type PointerEvent } from 'react';
import type { Bounds, NewsMap } from './news-map';

interface Point {
  x: number;
  y: number;
}

interface Props {
  map: NewsMap;
  onArea(bounds: Bounds): void;
  onCancel(): void;
}

/** A drag shorter than this was a click, in pixels. */
const SHORTEST = 6;

/** A sheet over the map, on which a box is dragged; Escape gives up. */
export function AreaDrawing({ map, onArea, onCancel }: Props) {
  const sheet = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ from: Point; to: Point } | null>(null);
  useEffect(() => {
    const give = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onCancel();
    };
    window.addEventListener('keydown', give);
    return () => window.removeEventListener('keydown', give);
  }, [onCancel]);
  const at = (event: PointerEvent): Point => {
    const box = sheet.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  const finish = () => {
    if (drag && Math.hypot(drag.to.x - drag.from.x, drag.to.y - drag.from.y) > SHORTEST) onArea(boundsOf(map, drag));
    setDrag(null);
  };
  return (
    <div
      ref={sheet}
      data-testid="map-drawing"
      className="absolute inset-0 cursor-crosshair touch-none"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: at(event), to: at(event) });
      }}
      onPointerMove={(event) => drag && setDrag({ ...drag, to: at(event) })}
      onPointerUp={finish}
      onPointerCancel={() => setDrag(null)}
    >
      {drag ? (
        <div
          className="absolute border-2 border-accent bg-accent/10"
          style={{ left: Math.min(drag.from.x, drag.to.x), top: Math.min(drag.from.y, drag.to.y), width: Math.abs(drag.to.x - drag.from.x), height: Math.abs(drag.to.y - drag.from.y) }}
        />
      ) : null}
    </div>
  );
}

function boundsOf(map: NewsMap, { from, to }: { from: Point; to: Point }): Bounds {
  const [a, b] = [map.degreesAt(from.x, from.y), map.degreesAt(to.x, to.y)];
  return [Math.min(a.lon, b.lon), Math.min(a.lat, b.lat), Math.max(a.lon, b.lon), Math.max(a.lat, b.lat)];
}
