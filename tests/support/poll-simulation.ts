import { nextPoll } from '../../server/ingest/interval';
import { datedRate, smoothedRate } from '../../server/ingest/rate';

const DAY_MS = 86_400_000;

/** A feed that publishes at these moments (milliseconds, ascending), each time as many as are alike. */
export interface SimulatedFeed {
  published: readonly number[];
  /** how many entries its document lists */
  listed: number;
  /** whether its server answers */
  answers?: boolean;
  ttlSeconds?: number;
}

export interface Simulated {
  requestsPerDay: number;
  /** from publication until the poll that saw it; null: nothing was published */
  meanDelaySeconds: number | null;
  /** left the document before any poll saw it */
  missed: number;
  longestWaitSeconds: number;
}

/** The polls of one feed over `days`, by the rules that the ingest has, without network and clock. The first day is not counted. */
export function simulatePolls(feed: SimulatedFeed, days: number, minSeconds = 60): Simulated {
  const state = { at: 0, seen: 0, lastSuccess: null as number | null, interval: 300, failures: 0, perDay: null as number | null };
  const figures = { requests: 0, delay: 0, delayed: 0, missed: 0, longest: 0 };
  while (state.at < days * DAY_MS) {
    const { at, lastSuccess } = state;
    const counted = at >= DAY_MS;
    const answers = feed.answers ?? true;
    const out = answers ? countUntil(feed.published, at) : state.seen;
    const fresh = feed.published.slice(state.seen, out);
    const visible = fresh.slice(-feed.listed);
    if (counted) {
      figures.requests += 1;
      figures.missed += fresh.length - visible.length;
      figures.delayed += visible.length;
      figures.delay += visible.reduce((sum, time) => sum + at - time, 0);
    }
    const document = feed.published.slice(Math.max(0, out - feed.listed), out).map((time) => ({ publishedAt: new Date(time).toISOString() }));
    if (answers) {
      const dated = datedRate(document, new Date(at), lastSuccess === null ? null : new Date(lastSuccess));
      state.perDay = lastSuccess === null ? dated.perDay : smoothedRate(state.perDay ?? dated.perDay, visible.length, at - lastSuccess, at);
    }
    const next = nextPoll({
      outcome: answers ? 'ok' : 'timeout', newArticles: lastSuccess === null ? document.length : visible.length, entries: document.length, first: lastSuccess === null,
      failures: state.failures, intervalSeconds: state.interval, itemsPerDay: state.perDay, minSeconds, retryAfterSeconds: null, freshSeconds: null,
      ttlSeconds: feed.ttlSeconds ?? null, silentDays: (at - (lastSuccess ?? 0)) / DAY_MS, pushed: false, jitter: 0.5,
    });
    if (counted) figures.longest = Math.max(figures.longest, next.waitSeconds);
    Object.assign(state, {
      at: at + next.waitSeconds * 1000, seen: out, interval: next.intervalSeconds,
      lastSuccess: answers ? at : lastSuccess, failures: answers ? 0 : state.failures + 1,
    });
  }
  return {
    requestsPerDay: figures.requests / (days - 1), missed: figures.missed, longestWaitSeconds: figures.longest,
    meanDelaySeconds: figures.delayed === 0 ? null : figures.delay / figures.delayed / 1000,
  };
}

function countUntil(sorted: readonly number[], time: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

const MINUTE = 60_000;

/** Every `minutes`, for `days`, where `open` says so of the hour of the day. */
export function everyMinutes(minutes: number, days: number, open: (hour: number) => boolean = () => true): number[] {
  const times = Array.from({ length: Math.floor((days * 1440) / minutes) }, (_, i) => i * minutes * MINUTE + 7 * MINUTE);
  return times.filter((time) => open(Math.floor(time / 3_600_000) % 24));
}

/** Kinds of feeds as they are, over ten days. */
export const DAYS = 10;
export const KINDS: readonly (SimulatedFeed & { name: string })[] = [
  { name: 'an agency: every 3 minutes', published: everyMinutes(3, DAYS), listed: 30 },
  { name: 'every 10 minutes', published: everyMinutes(10, DAYS), listed: 30 },
  { name: 'every 10 minutes, a ttl of an hour', published: everyMinutes(10, DAYS), listed: 30, ttlSeconds: 3600 },
  { name: 'a newspaper: hourly, not by night', published: everyMinutes(60, DAYS, (hour) => hour >= 7 && hour < 23), listed: 30 },
  { name: 'a hundred a day, ten listed', published: everyMinutes(14.4, DAYS), listed: 10 },
  { name: 'in bursts: ten within ten minutes, four times a day', published: everyMinutes(1, DAYS, (hour) => hour % 6 === 0).filter((_, i) => i % 60 < 10), listed: 30 },
  { name: 'daily', published: everyMinutes(1440, DAYS), listed: 30 },
  { name: 'silent', published: [], listed: 30 },
  { name: 'dead: its server does not answer', published: [], listed: 30, answers: false },
];
