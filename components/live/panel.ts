import type { Bucket, Panel } from '@/lib/dashboard';
import type { PanelChange } from '@/lib/events';
import { bucketStart, WINDOWS } from '@/lib/window';
import { isAfter, type LiveState } from './state';

/** The state after new values for the panel. They are whole values: a repeated one changes nothing. */
export function applyPanelChange(state: LiveState, change: PanelChange): LiveState {
  if (change.window !== state.query.window || isAfter(state.panelCursor, change.cursor)) return state;
  const { total, places, topics } = change;
  const buckets = mergeBuckets(state.panel.buckets, change.buckets);
  return { ...state, panelCursor: change.cursor, panel: { ...state.panel, total, places, topics, buckets } };
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

/** Every bucket of the window that ends now, oldest first: those without articles are nought, the last one still runs. */
export function barsOf(panel: Pick<Panel, 'window' | 'buckets'>, now: number): Bar[] {
  const { minutes, bucketMinutes } = WINDOWS[panel.window];
  const counts = new Map(panel.buckets.map((bucket) => [Date.parse(bucket.start), bucket.count]));
  const running = bucketStart(new Date(now), bucketMinutes).getTime();
  const width = bucketMinutes * 60_000;
  const length = minutes / bucketMinutes;
  return Array.from({ length }, (_, index) => {
    const start = running - (length - 1 - index) * width;
    return { start: new Date(start).toISOString(), count: counts.get(start) ?? 0, running: start === running };
  });
}
