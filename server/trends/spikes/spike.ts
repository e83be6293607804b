import type { SpikeLane, SpikeState } from '../../../lib/spike';

/** A spike as the detector keeps it: plain data, which a row of `spike` can hold. Times are Unix milliseconds. */
export interface Spike {
  /** the detector's own name for it; whoever stores it may put another here */
  id: string;
  series: string;
  /** wider series that it was thought to be about before */
  before: readonly string[];
  lane: SpikeLane;
  state: SpikeState;
  /** when the articles began to come faster */
  startedAt: number;
  foundAt: number;
  peakAt: number;
  endedAt: number | null;
  /** of the window that said the most */
  observed: number;
  expected: number;
  windowMinutes: number;
  surprise: number;
  publishers: number;
  /** most articles above the expected in a window of its lane: what its life is told by */
  peakExcess: number;
  /** since when there are hardly more articles than usual; null while there are */
  calmSince: number | null;
}

/** What a check keeps for the next: spikes that are not over, and those that ended within the last day. */
export interface SpikesState {
  open: readonly Spike[];
  recent: readonly Spike[];
}

export const NO_SPIKES: SpikesState = { open: [], recent: [] };

/** `narrowed`: it is about something more specific than was thought; `from` is the series that it had. */
export type SpikeEvent =
  | { kind: 'opened' | 'risen' | 'peaked' | 'faded' | 'ended'; spike: Spike }
  | { kind: 'narrowed'; spike: Spike; from: string };

/** An article of a series, as whoever settles spikes must know it. */
export interface SpikeSource {
  id: number | string;
  /** publication, Unix milliseconds */
  at: number;
  /** the family of feeds that it came from */
  publisher: number;
}

/** The articles of a series published in so many minutes before now, late ones left out. Asked for the few series that stand out. */
export type ArticlesOf = (series: string, minutes: number) => readonly SpikeSource[];
