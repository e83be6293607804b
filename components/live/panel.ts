import type { Bucket, Panel } from '@/lib/dashboard';
import type { PanelChange } from '@/lib/events';
import { bucketStart, WINDOWS } from '@/lib/window';
import { isAfter, type LiveState } from './state';

/** The state after new values for the panel. They are whole values: a repeated one changes nothing. */
export function applyPanelChange(state: LiveState, change: PanelChange): LiveState {
  if (change.window !== state.query.window || isAfter(state.panelCursor, change.cursor)) return state;
  const { total, places, topics, spikes } = change;
  const buckets = mergeBuckets(state.panel.buckets, change.buckets);
  return { ...state, panelCursor: change.cursor, panel: { ...state.panel, total, places, topics, spikes, buckets } };
}

function mergeBuckets(known: readonly Bucket[], changed: readonly Bucket[]): Bucket[] {
  const byStart = new Map(known.map((bucket) => [bucket.start, bucket]));
  for (const bucket of changed) byStart.set(bucket.start, bucket);
  return [...byStart.values()].sort((a, b) => (a.start < b.start ? -1 : 1));
}

export interface Bar extends Bucket {
  /** its time is not over yet */
  running: boolean;
}

const EMPTY = { count: 0, publishers: 0, late: 0, projected: null } as const;

/** Every bucket of the window that ends now, oldest first: those that the server has not told of yet are nought, the last one still runs. */
export function barsOf(panel: Pick<Panel, 'window' | 'buckets'>, now: number): Bar[] {
  const { minutes, bucketMinutes } = WINDOWS[panel.window];
  const known = new Map(panel.buckets.map((bucket) => [Date.parse(bucket.start), bucket]));
  const running = bucketStart(new Date(now), bucketMinutes).getTime();
  const width = bucketMinutes * 60_000;
  const length = minutes / bucketMinutes;
  return Array.from({ length }, (_, index) => {
    const at = running - (length - 1 - index) * width;
    const start = new Date(at).toISOString();
    const bucket = known.get(at) ?? { ...EMPTY, start, state: 'complete' as const };
    const runs = at === running;
    // between two answers of the server a bucket's time can be over
    const state = bucket.state === 'running' && !runs ? 'complete' : bucket.state === 'complete' && runs ? 'running' : bucket.state;
    return { ...bucket, start, state, projected: runs ? bucket.projected : null, running: runs };
  });
}
