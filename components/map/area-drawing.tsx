'use client';

import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { shapeOf, type Point } from './drawn-shape';
import type { NewsMap } from './news-map';

interface Props {
  map: NewsMap;
  /** the outline, x in degrees of longitude and y of latitude */
  onArea(outline: Point[]): void;
  onCancel(): void;
}

/** A sheet over the map, on which an area is circled or a box dragged; Escape gives up. */
export function AreaDrawing({ map, onArea, onCancel }: Props) {
  const sheet = useRef<HTMLDivElement>(null);
  const [path, setPath] = useState<readonly Point[]>([]);
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
  const shape = shapeOf(path);
  const finish = () => {
    if (shape) onArea(shape.map(({ x, y }) => map.degreesAt(x, y)).map(({ lon, lat }) => ({ x: lon, y: lat })));
    setPath([]);
  };
  return (
    <div
      ref={sheet}
      data-testid="map-drawing"
      className="absolute inset-0 cursor-crosshair touch-none"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setPath([at(event)]);
      }}
      onPointerMove={(event) => path.length > 0 && setPath([...path, at(event)])}
      onPointerUp={finish}
      onPointerCancel={() => setPath([])}
    >
      {shape ? (
        <svg aria-hidden="true" className="h-full w-full">
          <polygon points={shape.map(({ x, y }) => `${x},${y}`).join(' ')} className="fill-accent/10 stroke-accent stroke-2" strokeLinejoin="round" />
        </svg>
      ) : null}
    </div>
  );
}
