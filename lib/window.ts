/** The spans of time that the charts offer, each with the width of its buckets. All in minutes. */
export const WINDOWS = {
  '6h': { minutes: 6 * 60, bucketMinutes: 15 },
  '24h': { minutes: 24 * 60, bucketMinutes: 60 },
  '7d': { minutes: 7 * 24 * 60, bucketMinutes: 6 * 60 },
} as const;
export type WindowName = keyof typeof WINDOWS;
export const DEFAULT_WINDOW: WindowName = '24h';

/** Counts are kept in buckets of this many minutes: the time zones at +5:45 need quarter hours. */
export const BASE_BUCKET_MINUTES = 15;

/** The start of the bucket that holds `at`, aligned to the epoch in UTC. */
export function bucketStart(at: Date, bucketMinutes: number): Date {
  const width = bucketMinutes * 60_000;
  return new Date(Math.floor(at.getTime() / width) * width);
}
