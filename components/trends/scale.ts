import { wallTime } from '@/lib/buckets';
import type { BucketWidth } from '@/lib/trends';
import type { Row } from './rows';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Values for the lines across: from nought, in steps of 1, 2 or 5, to the highest or just above it. @param whole counts, which have no halves */
export function valueTicks(highest: number, whole: boolean, most = 4): number[] {
  if (highest <= 0) return [0, 1];
  const rough = highest / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = ([1, 2, 5, 10].find((one) => one * power >= rough * 0.999) ?? 10) * power;
  const step = whole ? Math.max(1, nice) : nice;
  const count = Math.ceil(highest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, n) => Number((n * step).toPrecision(12)));
}

/** Which rows get a time below them: every so many minutes, hours or days by the clock of the zone, as many as there is room for. */
export function timeTicks(rows: readonly Pick<Row, 'start'>[], bucket: BucketWidth, tz: string, most: number): number[] {
  const walls = rows.map(({ start }) => wallTime(Date.parse(start), tz));
  const minutes = bucket === 'minute' ? [1, 5, 10, 15, 30, 60, 120, 180, 360] : bucket === 'hour' ? [60, 120, 180, 360, 720] : [];
  const days = bucket === 'week' ? [7, 14, 28, 56, 91, 182] : [1, 2, 3, 7, 14, 28, 56, 91];
  const steps = [...minutes.map((one) => one * MINUTE_MS), ...days.map((one) => one * DAY_MS)];
  // days are counted from a Monday, so that weeks begin with one
  const at = (step: number) => walls.flatMap((wall, n) => ((wall - 4 * DAY_MS) % step === 0 ? [n] : []));
  const found = steps.map(at).find((ticks) => ticks.length <= most && ticks.length > 0);
  return found ?? walls.flatMap((_, n) => (n % Math.ceil(rows.length / Math.max(1, most)) === 0 ? [n] : []));
}

/** Whether the zone's clocks show midnight there. */
export const isMidnight = (iso: string, tz: string): boolean => wallTime(Date.parse(iso), tz) % DAY_MS === 0;

/** Where things stand in a chart of so many buckets: all in pixels from its top left corner. */
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export const plotWidth = ({ width, left, right }: Frame) => Math.max(1, width - left - right);
export const plotHeight = ({ height, top, bottom }: Frame) => Math.max(1, height - top - bottom);
/** The middle of a bucket; its edges are half a bucket away. */
export const xOf = (frame: Frame, rows: number, row: number) => frame.left + ((row + 0.5) / rows) * plotWidth(frame);
export const yOf = (frame: Frame, top: number, value: number) => frame.top + (1 - value / top) * plotHeight(frame);

/** The bucket below a point, the nearest where it is beside the plot. */
export function rowBelow(frame: Frame, rows: number, x: number): number {
  return Math.max(0, Math.min(rows - 1, Math.floor(((x - frame.left) / plotWidth(frame)) * rows)));
}

/** Heights for labels that may not overlap, in the order of `wanted`, each as near to its own as may be. */
export function spread(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted.map((y, n) => ({ y, n })).sort((a, b) => a.y - b.y);
  const placed = new Array<number>(wanted.length).fill(from);
  let last = from - gap;
  for (const { y, n } of order) placed[n] = last = Math.max(y, last + gap);
  const over = Math.max(0, last - to);
  if (over === 0) return placed;
  let next = to + gap;
  for (const { n } of order.reverse()) placed[n] = next = Math.min(placed[n] ?? to, next - gap);
  return placed;
}
