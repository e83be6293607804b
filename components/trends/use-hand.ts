'use client';

import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { rowBelow, type Frame } from './scale';

interface Deps {
  frame: Frame;
  rows: number;
  active: number | null;
  onActive(row: number | null): void;
  /** rows from `first` up to and with `last` */
  onZoom(first: number, last: number): void;
  /** @param y in pixels from the top of the frame; null where no pointer says which line is meant */
  onPick(row: number, y: number | null): void;
}

/** Shorter ways of the pointer are a click, in pixels. */
const DRAG_FROM = 6;

interface Drag {
  x: number;
  row: number;
  pointer: number;
}

const placeIn = (event: PointerEvent<HTMLElement>) => {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
};

/** What pointer and keys do on a chart: look, pick a bucket, choose a stretch of time. */
export function useHand({ frame, rows, active, onActive, onZoom, onPick }: Deps) {
  const [drag, setDrag] = useState<Drag | null>(null);
  /** where a stretch that is chosen by keys begins */
  const [anchor, setAnchor] = useState<number | null>(null);
  const from = drag?.row ?? anchor;
  const brush = from === null || active === null || from === active ? null : { first: Math.min(from, active), last: Math.max(from, active) };
  const forget = () => {
    setDrag(null);
    setAnchor(null);
  };

  const pointer = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      const { x } = placeIn(event);
      const row = rowBelow(frame, rows, x);
      event.currentTarget.setPointerCapture(event.pointerId);
      setAnchor(null);
      setDrag({ x, row, pointer: event.pointerId });
      onActive(row);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      onActive(rowBelow(frame, rows, placeIn(event).x));
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (drag?.pointer !== event.pointerId) return;
      const { x, y } = placeIn(event);
      const row = rowBelow(frame, rows, x);
      forget();
      if (Math.abs(x - drag.x) < DRAG_FROM || row === drag.row) onPick(row, y);
      else onZoom(Math.min(row, drag.row), Math.max(row, drag.row));
    },
    onPointerCancel: forget,
    onPointerLeave() {
      if (!drag) onActive(null);
    },
  };

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const at = active ?? rows - 1;
    const page = Math.max(1, Math.round(rows / 10));
    // Time runs to the right in both languages, and so do the keys.
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -page, PageUp: page, Home: -rows, End: rows };
    const step = steps[event.key];
    if (step !== undefined) {
      if (event.shiftKey && anchor === null) setAnchor(at);
      if (!event.shiftKey) setAnchor(null);
      onActive(Math.max(0, Math.min(rows - 1, active === null ? at : at + step)));
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (brush) onZoom(brush.first, brush.last);
      else onPick(at, null);
      setAnchor(null);
    } else if (event.key === 'Escape') forget();
    else return;
    event.preventDefault();
  }

  return { brush, pointer, onKeyDown, dragging: drag !== null };
}
