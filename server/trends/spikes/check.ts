import { judge, strongest, usualTotals, type Judgement, type Moment, type Reading } from './judge';
import { live } from './life';
import { settle } from './settle';
import type { ArticlesOf, Spike, SpikeEvent, SpikesState } from './spike';
import type { Thresholds } from './thresholds';

/** Of the series that hold more than usual, each window that does. Of most series nothing more has to be known. */
export function judgeAll(moment: Moment, readings: Iterable<Reading>): Map<string, Judgement[]> {
  const usual = usualTotals(moment);
  const found = new Map<string, Judgement[]>();
  for (const reading of readings) {
    const judged = judge(reading, moment, usual);
    if (judged.length > 0) found.set(reading.series, judged);
  }
  return found;
}

/** The series that stand out: each with the window that says the most. */
export function standingOut(judged: ReadonlyMap<string, readonly Judgement[]>, thresholds: Thresholds): Map<string, Judgement> {
  const found = new Map<string, Judgement>();
  for (const [series, windows] of judged) {
    const most = strongest(windows, thresholds);
    if (most !== null) found.set(series, most);
  }
  return found;
}

/**
 * Which articles the next step will ask for, and how far back: so that they can be fetched before it.
 * Nothing where no series stands out that has no spike yet.
 */
export function articlesNeeded(state: SpikesState, found: ReadonlyMap<string, Judgement>): Set<string> {
  const open = new Set(state.open.map(({ series }) => series));
  const fresh = [...found.keys()].filter((series) => !open.has(series));
  return fresh.length === 0 ? new Set() : new Set([...fresh, ...open, ...state.recent.map(({ series }) => series)]);
}

export interface Checked {
  state: SpikesState;
  events: SpikeEvent[];
}

const DAY_MS = 86_400_000;

/**
 * A check's second step: open spikes live on, what stands out and has none may become one. Pure.
 * @param readingOf a series' reading, for those with open spikes; one that is gone ends its spike
 * @param articlesOf is asked for the series of articlesNeeded only
 */
export function advance(
  state: SpikesState, moment: Moment, found: ReadonlyMap<string, Judgement>, readingOf: (series: string) => Reading | undefined,
  thresholds: Thresholds, articlesOf: ArticlesOf,
): Checked {
  const usual = usualTotals(moment);
  const lived = state.open.map((spike) => live(spike, readingOf(spike.series), found.get(spike.series) ?? null, moment, usual));
  const isOver = ({ endedAt }: Spike) => endedAt !== null;
  const spikes = lived.map(({ spike }) => spike);
  const recent = [...state.recent.filter(({ endedAt }) => moment.at - (endedAt ?? 0) < DAY_MS), ...spikes.filter(isOver)];
  const had = new Set(spikes.map(({ series }) => series));
  const candidates = [...found].filter(([series]) => !had.has(series)).map(([series, judged]) => ({ series, judged }));
  const { open, events } = settle(spikes.filter((spike) => !isOver(spike)), recent, candidates, moment, thresholds, articlesOf);
  return { state: { open, recent }, events: [...lived.flatMap(({ event }) => (event === null ? [] : [event])), ...events] };
}
