import { colourOf, shapeOf } from '../trends/palette';
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

interface UnfinishedProps {
  frame: Frame;
  rows: readonly Row[];
  top: number;
  series: readonly PlotSeries[];
}

/** Room around a count, so that it is told from a line or another count behind it: it is read first, the forecast after. */
const COUNT_SCALE = 1.5;

/** What is not over yet: its counts so far as large marks, and behind them, faint, dashes to what it may come to. No forecast hides a count. */
export function Unfinished({ frame, rows, top, series }: UnfinishedProps) {
  const points = series.flatMap(({ key, cell, slot }) =>
    rows.flatMap(({ cells }, n) => {
      const { headed = null, partial = null } = cells[cell] ?? {};
      const before = rows[n - 1]?.cells[cell]?.value ?? null;
      return partial === null ? [] : [{ key: `${key} ${n}`, name: key, slot, headed, partial, before, x: xOf(frame, rows.length, n), from: xOf(frame, rows.length, n - 1) }];
    }));
  const y = (value: number) => yOf(frame, top, value);
  return (
    <g>
      {points.map(({ key, name, slot, headed, before, x, from }) => headed === null ? null : (
        <g key={key} data-heading={name} opacity="0.5">
          {before === null ? null : <path d={`M${from} ${y(before)}L${x} ${y(headed)}`} stroke={colourOf(slot)} strokeWidth="1.25" strokeDasharray="3 4" fill="none" />}
          <circle cx={x} cy={y(headed)} r="2" fill="var(--surface)" stroke={colourOf(slot)} strokeWidth="1" />
        </g>
      ))}
      {points.map(({ key, name, slot, partial, x }) => (
        <path key={key} data-count-so-far={name} d={shapeOf(slot)} transform={`translate(${x} ${y(partial)}) scale(${COUNT_SCALE})`} fill={colourOf(slot)} stroke="var(--surface)" strokeWidth="1" />
      ))}
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
