import { colourOf, shapeOf } from './palette';

/** The sign of a series: its colour and its mark on a piece of its line. */
export function Swatch({ slot }: { slot: number }) {
  const colour = colourOf(slot);
  return (
    <svg viewBox="-11 -6 22 12" width="22" height="12" aria-hidden="true" className="shrink-0">
      <path d="M-10 0H10" style={{ stroke: colour }} strokeWidth="2" strokeLinecap="round" />
      <path d={shapeOf(slot)} style={{ fill: colour }} />
    </svg>
  );
}
