import type { SVGProps } from 'react';
import { colourOf, shapeOf } from '../trends/palette';
import type { Row } from '../trends/rows';
import type { PlotSeries } from '../trends/plot-series';

interface Tick {
  x?: number;
  y?: number;
  payload?: { value: number };
}

/** A time in Arabic is a text of its own, though its chart runs to the right. */
const TEXT: SVGProps<SVGTextElement> = { fontSize: 11, fill: 'var(--faint)', style: { unicodeBidi: 'plaintext' } };

/** Below the left edge of its bucket. */
export function TimeTick({ x = 0, y = 0, payload, texts }: Tick & { texts: ReadonlyMap<number, string> }) {
  return (
    <text x={x} y={y + 11} textAnchor="middle" {...TEXT}>
      {texts.get(payload?.value ?? -1) ?? ''}
    </text>
  );
}

export function ValueTick({ x = 0, y = 0, payload, texts }: Tick & { texts: ReadonlyMap<number, string> }) {
  return (
    <text x={x - 4} y={y + 4} textAnchor="end" {...TEXT}>
      {texts.get(payload?.value ?? -1) ?? ''}
    </text>
  );
}

interface Dot {
  key?: string;
  cx?: number;
  cy?: number;
  index?: number;
  value?: unknown;
}

/** A mark stands on a line so often that it can be followed, in pixels. */
const MARK_EVERY = 72;

/** The mark of a series: now and then along its line, and at every point that has no neighbour to draw a line to. */
export function markOf({ key, cell, slot }: PlotSeries, rows: readonly Row[], width: number, opacity: number) {
  const every = Math.max(1, Math.round(MARK_EVERY / (width / Math.max(1, rows.length))));
  const known = (n: number) => (rows[n]?.cells[cell]?.value ?? null) !== null;
  return ({ cx, cy, index = 0 }: Dot) => {
    const alone = !known(index - 1) && !known(index + 1);
    const above = (rows[index]?.cells[cell]?.value ?? 0) > 0;
    const marked = known(index) && (alone || (above && (index + slot) % every === 0)) && cx !== undefined && cy !== undefined;
    return marked ? (
      <path key={`${key} ${index}`} d={shapeOf(slot)} transform={`translate(${cx} ${cy})`} fill={colourOf(slot)} fillOpacity={opacity} stroke="var(--surface)" strokeWidth="1" />
    ) : (
      <g key={`${key} ${index}`} />
    );
  };
}
