import type { SourceHealth } from './source';

/** What a feed's health is judged by. Times are milliseconds since 1970. */
export interface HealthFacts {
  status: 'active' | 'paused' | 'gone';
  addedAt: number;
  lastPollAt: number | null;
  lastSuccessAt: number | null;
  /** in a row */
  failures: number;
  /** of its newest articles, newest first: what its rhythm is read from; undated ones stand at when they were first seen */
  recent: readonly number[];
}

const DAY = 86_400_000;
const DEAD_AFTER_DAYS = 7;
/** A Marsad that was switched off for weeks has not been asking: a week of failures has to be one of asking, too. */
const DEAD_AFTER_FAILURES = 8;
/** So many times its usual gap without an article is silence, but no sooner than after two days and no later than after ninety. */
const SILENT_GAPS = 10;
const SILENT_AFTER_DAYS = { least: 2, most: 90, unknown: 14 };

/** How a feed fares at `now`. */
export function judgeHealth(facts: HealthFacts, now: number): SourceHealth {
  if (facts.status === 'paused') return 'paused';
  if (facts.status === 'gone') return 'dead';
  if (facts.lastPollAt === null) return 'waiting';
  if (facts.failures > 0) return isDead(facts, now) ? 'dead' : 'failing';
  const lastWord = facts.recent[0] ?? facts.addedAt;
  return now - lastWord > silentAfter(facts.recent) ? 'silent' : 'healthy';
}

function isDead({ addedAt, lastSuccessAt, failures }: HealthFacts, now: number): boolean {
  return failures >= DEAD_AFTER_FAILURES && now - (lastSuccessAt ?? addedAt) > DEAD_AFTER_DAYS * DAY;
}

/** The silence that is too long for a feed of this rhythm, in milliseconds. */
function silentAfter(recent: readonly number[]): number {
  const gap = usualGap(recent);
  if (gap === null) return SILENT_AFTER_DAYS.unknown * DAY;
  return Math.min(Math.max(SILENT_GAPS * gap, SILENT_AFTER_DAYS.least * DAY), SILENT_AFTER_DAYS.most * DAY);
}

/** The mean, not the median: a newspaper's dozen articles at six in the morning are no rhythm of seconds. Null: too few to tell. */
function usualGap(recent: readonly number[]): number | null {
  const newest = recent[0];
  const oldest = recent.at(-1);
  if (newest === undefined || oldest === undefined || recent.length < 3 || newest === oldest) return null;
  return (newest - oldest) / (recent.length - 1);
}
