import { colourOf } from '../trends/palette';
import type { Band, Row } from '../trends/rows';
import { plotHeight, plotWidth, xOf, yOf, type Frame } from '../trends/scale';
import type { PlotSeries } from '../trends/plot-series';

/** What lies behind and before the lines: drawn by hand, in the same SVG, so that exports have it too. */

export interface BandWord extends Band {
  word: string;
}

const HATCH_ID = 'trends-hatch';
/** Narrower ones have no room for their word, in pixels. */
const WORD_FROM = 64;

/** Stretches in which something is not known are hatched, the one that is not over yet is tinted. */
export function Bands({ frame, rows, bands }: { frame: Frame; rows: number; bands: readonly BandWord[] }) {
  const each = plotWidth(frame) / Math.max(1, rows);
  return (
    <g>
      <defs>
        <pattern id={HATCH_ID} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V6" stroke="var(--line-strong)" strokeWidth="1.5" />
        </pattern>
      </defs>
      {bands.map(({ kind, first, end, word }) => {
        const x = frame.left + first * each;
        const width = Math.max(2, (end - first) * each);
        return (
          <g key={`${kind} ${first}`} data-band={kind}>
            <rect x={x} y={frame.top} width={width} height={plotHeight(frame)} fill={kind === 'running' ? 'var(--accent-soft)' : `url(#${HATCH_ID})`} fillOpacity={kind === 'running' ? 0.7 : 0.75} />
            {kind !== 'running' && width >= WORD_FROM ? <BandText x={x + width / 2} y={frame.top + 14} text={word} /> : null}
          </g>
        );
      })}
    </g>
  );
}

const BandText = ({ x, y, text }: { x: number; y: number; text: string }) => (
  <text x={x} y={y} textAnchor="middle" fontSize={11} fill="var(--soft)" stroke="var(--surface)" strokeWidth={4} paintOrder="stroke">
    {text}
  </text>
);

/** From the last whole bucket to where the unfinished one is headed: dashed, its end open; what it has so far is a dot. */
export function Headings({ frame, rows, top, series }: { frame: Frame; rows: readonly Row[]; top: number; series: readonly PlotSeries[] }) {
  return (
    <g>
      {series.flatMap(({ key, cell, slot }) =>
        rows.flatMap(({ cells }, n) => {
          const { headed = null, partial = null } = cells[cell] ?? {};
          if (partial === null) return [];
          const before = rows[n - 1]?.cells[cell]?.value ?? null;
          const x = xOf(frame, rows.length, n);
          const colour = colourOf(slot);
          return [
            <g key={`${key} ${n}`} data-heading={key}>
              {headed !== null && before !== null ? (
                <path d={`M${xOf(frame, rows.length, n - 1)} ${yOf(frame, top, before)}L${x} ${yOf(frame, top, headed)}`} stroke={colour} strokeWidth="1.75" strokeDasharray="4 3" fill="none" />
              ) : null}
              {headed === null ? null : <circle cx={x} cy={yOf(frame, top, headed)} r="3.5" fill="var(--surface)" stroke={colour} strokeWidth="1.75" />}
              <circle cx={x} cy={yOf(frame, top, partial)} r="2" fill={colour} fillOpacity="0.6" />
            </g>,
          ];
        }),
      )}
    </g>
  );
}

export interface EndLabel {
  key: string;
  slot: number;
  text: string;
  y: number;
}

/** The names of the series beside their ends. */
export function DirectLabels({ frame, labels }: { frame: Frame; labels: readonly EndLabel[] }) {
  const x = frame.width - frame.right + 8;
  return (
    <g>
      {labels.map(({ key, slot, text, y }) => (
        <text key={key} x={x} y={y + 4} fontSize={12} fontWeight={500} fill={colourOf(slot)} data-end-label={key}>
          {text}
        </text>
      ))}
    </g>
  );
}

export interface SignAt {
  x: number;
  y: number;
}

/** A spike begins here: a triangle above the line. What it says stands in the page, over it. */
export function SpikeSigns({ signs }: { signs: readonly SignAt[] }) {
  return (
    <g>
      {signs.map(({ x, y }) => (
        <path key={`${x} ${y}`} d={`M${x} ${y - 8}l5.5-9.5h-11Z`} fill="var(--warn)" stroke="var(--surface)" strokeWidth="1" data-spike-sign="" />
      ))}
    </g>
  );
}
