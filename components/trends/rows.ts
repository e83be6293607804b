import type { BucketState, SeriesAnswer, SeriesBucket } from '@/lib/trends';
import type { Measure } from './view';

/** `before`: nothing of any kind is known of that time yet; else as the server says. */
export type ShownState = BucketState | 'before';

/** A bucket of one series, as it is drawn. */
export interface Cell extends Omit<SeriesBucket, 'state'> {
  state: ShownState;
  /** what is drawn solid: null where it isn't known whole */
  value: number | null;
  /** what is known so far of a bucket that is no whole one */
  partial: number | null;
  /** where the unfinished bucket seems to be headed */
  headed: number | null;
}

/** A bucket of the chart: what all its series have in it, in their order. */
export interface Row {
  start: string;
  end: string;
  cells: Cell[];
}

const valueOf = ({ count, share }: SeriesBucket, measure: Measure) => (measure === 'count' ? count : share);

/** @param ahead it has not begun yet: nothing is known of it, nought articles included */
function cellOf(bucket: SeriesBucket, measure: Measure, before: boolean, ahead: boolean): Cell {
  const state = before ? 'before' : bucket.state;
  if (ahead) return { ...bucket, count: null, share: null, state, value: null, partial: null, headed: null };
  const value = valueOf(bucket, measure);
  const open = state === 'running' || (state === 'gap' && bucket.projected !== null);
  // a share is no sum: what it is so far is the best guess at what it will be
  const headed = !open ? null : measure === 'count' ? bucket.projected : bucket.share;
  return { ...bucket, state, value: state === 'complete' ? value : null, partial: state === 'running' || state === 'gap' ? value : null, headed };
}

/** How many buckets at the beginning lie before anything at all was collected: gaps without an article of any kind. They are unknown, not nought. */
function silentBefore(answer: SeriesAnswer): number {
  const buckets = answer.series[0]?.buckets ?? [];
  const first = buckets.findIndex(({ share, state }) => share !== null || state !== 'gap');
  return first === -1 ? buckets.length : first;
}

export function rowsOf(answer: SeriesAnswer, measure: Measure): Row[] {
  const buckets = answer.series[0]?.buckets ?? [];
  const silent = silentBefore(answer);
  const running = buckets.findIndex(({ state }) => state === 'running');
  return buckets.map(({ start }, n) => ({
    start,
    end: buckets[n + 1]?.start ?? answer.to,
    cells: answer.series.flatMap(({ buckets: own }) => {
      const bucket = own[n];
      return bucket ? [cellOf(bucket, measure, n < silent, bucket.state === 'running' && n > running)] : [];
    }),
  }));
}

export type BandKind = Exclude<ShownState, 'complete'>;

/** Buckets from `first` up to and without `end` that share a state worth a word. */
export interface Band {
  kind: BandKind;
  first: number;
  end: number;
}

const WORST: readonly BandKind[] = ['before', 'expired', 'gap', 'running'];

/** Stretches in which something is not known, or not over, of any of the series. */
export function bandsOf(rows: readonly Row[]): Band[] {
  const bands: Band[] = [];
  rows.forEach(({ cells }, n) => {
    const kind = WORST.find((one) => cells.some(({ state }) => state === one));
    const last = bands.at(-1);
    if (!kind) return;
    if (last && last.kind === kind && last.end === n) last.end = n + 1;
    else bands.push({ kind, first: n, end: n + 1 });
  });
  return bands;
}

/** What a series comes to over the rows, as far as it is known. */
export const totalOf = (rows: readonly Row[], series: number): number => rows.reduce((sum, { cells }) => sum + (cells[series]?.count ?? 0), 0);

/** The highest value that is drawn. */
export function highestOf(rows: readonly Row[], stacked: boolean): number {
  const tops = rows.map(({ cells }) => {
    const each = cells.map(({ value, partial, headed }) => Math.max(value ?? 0, partial ?? 0, headed ?? 0));
    return stacked ? each.reduce((sum, one) => sum + one, 0) : Math.max(0, ...each);
  });
  return Math.max(0, ...tops);
}

/** The row that holds a time; -1 where none does. */
export function rowAt(rows: readonly Row[], iso: string): number {
  const time = Date.parse(iso);
  return rows.findIndex(({ start, end }) => Date.parse(start) <= time && time < Date.parse(end));
}
