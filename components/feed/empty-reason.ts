import type { FeedStatus } from '@/lib/dashboard';

export type EmptyReason = 'no-match' | 'no-feeds' | 'all-failing' | 'waiting';

/** Why a list is empty. Articles that are stored but not shown can only be hidden by the filter. */
export function emptyReason(status: FeedStatus, filtered: boolean): EmptyReason {
  if (filtered && status.articles > 0) return 'no-match';
  const { healthy, waiting, failing } = status;
  // none that is asked: paused ones bring nothing either
  if (healthy + waiting + failing === 0) return 'no-feeds';
  if (healthy === 0 && waiting === 0) return 'all-failing';
  return 'waiting';
}
