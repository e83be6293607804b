import { expect, type Judgement, type Moment, type Reading, type WindowCounts } from './judge';
import type { Spike, SpikeEvent } from './spike';
import { WINDOWS, type WindowIndex } from './thresholds';

/** Below this part of its greatest excess a spike fades; above the other it rises again. In between it stays what it is. */
const FADES_BELOW = 0.6;
const RISES_ABOVE = 1.05;
/** calm is less than this times the expected, or than this part of the greatest excess */
const CALM_RATIO = 1.3;
const CALM_PART = 0.15;
/** what is so for a week has become usual */
const LONGEST_MS = 7 * 86_400_000;
/** told again when it is so much more unlikely than was told */
const MORE_SURPRISE = 1;

const GAUGE: Record<Spike['lane'], WindowIndex> = { fast: 1, slow: 2 };

interface Gauge {
  excess: number;
  calm: boolean;
}

/** How a spike stands now, in the window of its lane; calm where its series can't be judged any more. */
function gauge(spike: Spike, reading: Reading | undefined, moment: Moment, usual: WindowCounts): Gauge {
  if (reading === undefined || reading.baseline.kind === 'cold') return { excess: 0, calm: true };
  const window = GAUGE[spike.lane];
  const observed = reading.counts[window];
  const { expected } = expect(reading.baseline, window, observed, moment.totals[window], usual[window], moment.at);
  const excess = observed - expected;
  return { excess, calm: observed < CALM_RATIO * expected || excess < CALM_PART * spike.peakExcess };
}

/** Half a window without a new greatest excess is a peak; a third of one in calm is the end. */
const halfWindow = (spike: Spike) => WINDOWS[GAUGE[spike.lane]].minutes * 30_000;
const thirdOfWindow = (spike: Spike) => WINDOWS[GAUGE[spike.lane]].minutes * 20_000;

const kindOf = { rising: 'risen', peak: 'peaked', fading: 'faded', over: 'ended' } as const;

function stateAt(spike: Spike, excess: number, at: number): Spike['state'] {
  if (spike.calmSince !== null && (at - spike.calmSince >= thirdOfWindow(spike) || at - spike.foundAt > LONGEST_MS)) return 'over';
  if (at - spike.startedAt > LONGEST_MS) return 'over';
  if (excess < FADES_BELOW * spike.peakExcess && at - spike.foundAt >= halfWindow(spike)) return 'fading';
  if (at === spike.peakAt) return spike.state === 'fading' || spike.state === 'peak' ? 'rising' : spike.state;
  return spike.state === 'rising' && at - spike.peakAt >= halfWindow(spike) ? 'peak' : spike.state;
}

/** What a judgement that says more than all before it changes. A slow spike that the fast lane finds too is a fast one from then. */
export function withJudgement(spike: Spike, judged: Judgement): Spike {
  const { minutes, lane } = WINDOWS[judged.window];
  const { observed, expected, surprise } = judged;
  const wider = lane === 'fast' && spike.lane === 'slow';
  const peakExcess = wider ? observed - expected : spike.peakExcess;
  return { ...spike, observed, expected, surprise, windowMinutes: minutes, lane: wider ? 'fast' : spike.lane, peakExcess };
}

export interface Lived {
  spike: Spike;
  /** what is worth telling of it; null while nothing is */
  event: SpikeEvent | null;
}

/** An open spike a check later. `judged` is its series' judgement, where it still stands out. */
export function live(spike: Spike, reading: Reading | undefined, judged: Judgement | null, moment: Moment, usual: WindowCounts): Lived {
  const more = judged !== null && judged.surprise >= spike.surprise + MORE_SURPRISE;
  const told = more ? withJudgement(spike, judged) : spike;
  const { excess, calm } = gauge(told, reading, moment, usual);
  const higher = excess > told.peakExcess * (told.state === 'rising' ? 1 : RISES_ABOVE);
  const next: Spike = {
    ...told,
    peakExcess: higher ? excess : told.peakExcess,
    peakAt: higher ? moment.at : told.peakAt,
    calmSince: calm ? (told.calmSince ?? moment.at) : null,
  };
  const state = stateAt(next, excess, moment.at);
  const lived: Spike = { ...next, state, endedAt: state === 'over' ? moment.at : null };
  if (state !== spike.state) return { spike: lived, event: { kind: kindOf[state], spike: lived } };
  return { spike: lived, event: more ? { kind: 'risen', spike: lived } : null };
}
