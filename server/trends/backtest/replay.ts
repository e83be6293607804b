import { baselineOf, LEAST_HOURS, sharedBaseline, type Baseline, type SharedBaseline } from '../spikes/baseline';
import { advance, judgeAll, standingOut } from '../spikes/check';
import { HISTORY_HOURS, HOUR_MS, clumpingOf } from '../spikes/history';
import type { Moment, Reading } from '../spikes/judge';
import { NO_SPIKES, type ArticlesOf, type SpikeEvent, type SpikesState } from '../spikes/spike';
import { LEAST_ARTICLES, thresholdsFor, type Thresholds } from '../spikes/thresholds';
import { createRecentArticles, createRolling, type RecentArticles, type Rolling } from './rolling';

const MINUTE_MS = 60_000;

/** An article as a back-test reads it, in the order of publication. */
export interface Row {
  /** publication, Unix milliseconds */
  at: number;
  /** the family of feeds */
  publisher: number;
  /** came so late that it said nothing of its time: left out */
  late: boolean;
  /** names of the series that it counts for */
  series: readonly string[];
}

/** A spike's event at a check, and which of the thresholds it is by. */
export interface ReplayEvent {
  at: number;
  threshold: number;
  event: SpikeEvent;
}

export interface ReplayOptions {
  /** looked at side by side over the same history; null: the one that a live check would take for as many series */
  thresholds: readonly (Thresholds | null)[];
  /** a check each so many minutes */
  everyMinutes: number;
  /** whether an hour (number since 1970) is to be left out of what is usual */
  isGap: (hour: number) => boolean;
  /** checks come after it; Unix milliseconds */
  from?: number;
}

interface Tracked {
  rolling: Rolling;
  articles: RecentArticles;
  /** of the hour `made`; null: not asked for yet */
  baseline: Baseline | null;
  made: number;
}

/** Feeds a history through the detector, minute by minute, as it would have seen it. */
export interface Replay {
  /** rows must not go back behind a minute that is over */
  take(row: Row): ReplayEvent[];
  /** to the end: all checks up to a time */
  until(at: number): ReplayEvent[];
  checks(): number;
  seriesCount(): number;
  /** the minutes that were checked with history enough */
  warmMinutes(): number;
}

export function createReplay({ thresholds, everyMinutes, isGap, from = -Infinity }: ReplayOptions): Replay {
  const all = createRolling();
  const tracked = new Map<string, Tracked>();
  const states: SpikesState[] = thresholds.map(() => NO_SPIKES);
  const gaps = new Uint8Array(HISTORY_HOURS);
  let shared: SharedBaseline = sharedBaseline({ from: 0, totals: new Uint32Array(0), gaps: new Uint8Array(0) });
  let minute: number | null = null;
  // whole hours of the past, and the number of the hour that they end at
  let [hours, end] = [0, 0];
  let [ids, checks, warm] = [0, 0, 0];

  const track = (name: string): Tracked => {
    const known = tracked.get(name);
    if (known) return known;
    const fresh: Tracked = { rolling: createRolling(), articles: createRecentArticles(), baseline: null, made: 0 };
    tracked.set(name, fresh);
    return fresh;
  };

  const newHour = (hour: number) => {
    hours = Math.min(HISTORY_HOURS, hours + 1);
    gaps.copyWithin(0, 1);
    gaps[HISTORY_HOURS - 1] = isGap(hour - 1) ? 1 : 0;
    shared = sharedBaseline({ from: hour - hours, totals: all.hours(hour, hours), gaps: gaps.subarray(HISTORY_HOURS - hours) });
    end = hour;
  };

  const read = (series: string, one: Tracked): Reading => {
    if (one.baseline === null || one.made !== end) {
      one.baseline = baselineOf(shared, { counts: one.rolling.hours(end, hours), clumping: clumpingOf(one.rolling.quarters(end)) });
      one.made = end;
    }
    return { series, baseline: one.baseline, counts: one.rolling.counts(minute ?? 0) };
  };

  /** Of the series that have enough articles in the last day to be asked: as a live check does. */
  const readings = (): Reading[] => {
    const readable: Reading[] = [];
    for (const [series, one] of tracked) if (one.rolling.day(minute ?? 0) >= LEAST_ARTICLES) readable.push(read(series, one));
    return readable;
  };

  const readingOf = (series: string): Reading | undefined => {
    const one = tracked.get(series);
    return one && read(series, one);
  };

  const check = (at: number): ReplayEvent[] => {
    checks += 1;
    const moment: Moment = { at, shared, totals: all.counts(minute ?? 0) };
    const articlesOf: ArticlesOf = (series, minutes) => tracked.get(series)?.articles.since(at - minutes * MINUTE_MS) ?? [];
    const looked = readings();
    const judged = judgeAll(moment, looked);
    return thresholds.flatMap((given, i) => {
      const threshold = given ?? thresholdsFor(looked.length);
      const found = standingOut(judged, threshold);
      const checked = advance(states[i] ?? NO_SPIKES, moment, found, readingOf, threshold, articlesOf);
      states[i] = checked.state;
      return checked.events.map((event) => ({ at, threshold: i, event }));
    });
  };

  /** The minute is over: check, where one is due, and go on to the next. */
  const endMinute = (ended: number): ReplayEvent[] => {
    const at = (ended + 1) * MINUTE_MS;
    const warmNow = shared.hours >= LEAST_HOURS && at > from;
    if (warmNow) warm += 1;
    const events = warmNow && (ended + 1) % everyMinutes === 0 ? check(at) : [];
    if (at % HOUR_MS === 0) newHour(at / HOUR_MS);
    return events;
  };

  const until = (at: number): ReplayEvent[] => {
    const events: ReplayEvent[] = [];
    const last = Math.floor(at / MINUTE_MS);
    minute ??= last;
    for (; minute < last; minute++) events.push(...endMinute(minute));
    return events;
  };

  return {
    take({ at, publisher, late, series }) {
      const events = until(at);
      if (late) return events;
      const now = minute ?? 0;
      ids += 1;
      all.add(now);
      for (const name of series) {
        const one = track(name);
        one.rolling.add(now);
        one.articles.add(at, publisher, ids);
      }
      return events;
    },
    until,
    checks: () => checks,
    seriesCount: () => tracked.size,
    warmMinutes: () => warm,
  };
}

/** Replays batches of rows, as a database or a generator hands them over, to `to`. */
export async function* backtest(batches: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>, replay: Replay, to: number): AsyncGenerator<ReplayEvent> {
  for await (const batch of batches) {
    for (const row of batch) {
      if (row.at >= to) break;
      const events = replay.take(row);
      if (events.length > 0) yield* events;
    }
  }
  yield* replay.until(to);
}
