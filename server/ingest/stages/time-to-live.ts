import type { Nodes } from './raw-document';
import { firstText } from './xml-node';

const PERIODS = new Map([['hourly', 3600], ['daily', 86_400], ['weekly', 604_800], ['monthly', 2_592_000], ['yearly', 31_536_000]]);

/** Seconds for which a feed says that it may be kept: `<ttl>` in minutes, else the syndication module's period over its frequency; null: it says nothing usable. */
export function timeToLive(feed: Nodes): number | null {
  const minutes = wholeNumber(firstText(feed('ttl')));
  if (minutes !== null) return minutes * 60;
  const period = PERIODS.get(firstText(feed('sy:updatePeriod'))?.toLowerCase() ?? '');
  return period === undefined ? null : Math.round(period / (wholeNumber(firstText(feed('sy:updateFrequency'))) ?? 1));
}

/** 1 to 9,999,999; else null. */
function wholeNumber(text: string | null): number | null {
  const value = text !== null && /^\d{1,7}$/u.test(text) ? Number(text) : 0;
  return value > 0 ? value : null;
}
