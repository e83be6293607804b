import { HISTORY_HOURS, type Coverage } from './spikes/history';

/** Articles of one series in one hour; series null: of all. `hour`: whole hours since 1970. */
export interface PastCount {
  series: string | null;
  hour: number;
  count: number;
}

/** The past four weeks by the hour, kept in memory and moved on as hours end. */
export interface PastHours {
  /** the first hour that isn't there yet */
  end(): number;
  /** hours before this one are wanted: those that have ended since are zero until they are told */
  moveTo(end: number): void;
  /** these are the numbers of these hours, for series that are named in them; others keep theirs */
  tell(counts: Iterable<PastCount>): void;
  coverage(): Coverage;
  of(series: string): Uint32Array;
  has(series: string): boolean;
}

export function createPastHours(end: number): PastHours {
  let last = end;
  const totals = new Uint32Array(HISTORY_HOURS);
  const series = new Map<string, Uint32Array>();
  const none = new Uint32Array(HISTORY_HOURS);
  const shift = (hours: Uint32Array, by: number) => {
    hours.copyWithin(0, by);
    hours.fill(0, Math.max(0, HISTORY_HOURS - by));
  };
  const hoursOf = (name: string) => {
    const known = series.get(name) ?? new Uint32Array(HISTORY_HOURS);
    series.set(name, known);
    return known;
  };
  return {
    end: () => last,
    moveTo(next) {
      const by = Math.min(next - last, HISTORY_HOURS);
      if (by <= 0) return;
      for (const hours of [totals, ...series.values()]) shift(hours, by);
      // a series that nobody has mentioned for four weeks is forgotten
      for (const [name, hours] of series) if (hours.every((count) => count === 0)) series.delete(name);
      last = next;
    },
    tell(counts) {
      for (const { series: name, hour, count } of counts) {
        const at = hour - (last - HISTORY_HOURS);
        if (at >= 0 && at < HISTORY_HOURS) (name === null ? totals : hoursOf(name))[at] = count;
      }
    },
    // an hour without any article is one in which nobody listened
    coverage: () => ({ from: last - HISTORY_HOURS, totals, gaps: Uint8Array.from(totals, (count) => (count === 0 ? 1 : 0)) }),
    of: (name) => series.get(name) ?? none,
    has: (name) => series.has(name),
  };
}
