import type { Spike } from '../spikes/spike';
import { surpriseOf } from '../spikes/tail';
import { LEAST_ARTICLES, LEAST_EXCESS, WINDOWS, thresholdOf, type Thresholds, type WindowIndex } from '../spikes/thresholds';
import { BURST_RATES, MADE_UP_DEFAULTS, type Burst, type MadeUpHistory } from './made-up';
import type { ReplayEvent } from './replay';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** what is found of a burst until so long after it is no false spike: the slow lane sees it for a day */
const AFTERMATH_MS = DAY_MS;

/** How a detector did on bursts that were put in, at one rate. */
export interface RateScore {
  least: number;
  most: number;
  bursts: number;
  /** found within 10 minutes, within an hour, while they lasted: under the series' own name or one that it lies in */
  inTen: number;
  inHour: number;
  inAll: number;
  /** of those, under the series' own name */
  own: number;
  /** what would be found if the series' rate and its scatter were known without error: shares, 10 minutes and an hour */
  knownTen: number;
  knownHour: number;
}

export interface Score {
  rates: RateScore[];
  /** spikes that no burst explains, as they were when they opened */
  falseOnes: { at: number; spike: Spike }[];
  days: number;
  spikes: number;
  /** spikes beyond the first of a burst, in its series or those about it */
  doubles: number;
}

/** The chance of a negative binomial of this mean and variance to reach x. */
function chanceToReach(x: number, mean: number, variance: number): number {
  const size = (mean * mean) / Math.max(1e-9 * mean, variance - mean);
  let term = Math.exp(-size * Math.log1p(mean / size));
  let below = 0;
  for (let j = 0; j < x; j++) {
    below += term;
    term *= ((j + size) / (j + 1)) * (mean / (size + mean));
  }
  return 1 - below;
}

/**
 * The chance that a burst goes beyond the threshold in a whole window, where its series' rate and how that scatters are known without error:
 * nobody finds more at that threshold.
 */
export function foundIfKnown({ rate, scatter, copied }: Burst, times: number, window: WindowIndex, thresholds: Thresholds): number {
  const mean = (rate * WINDOWS[window].minutes) / 60;
  const variance = (of: number) => of * ((1 + 3 * copied) / (1 + copied)) + scatter * of * of;
  if (mean * times > 600) return 1;
  let x = Math.ceil(Math.max(WINDOWS[window].leastRatio * mean, LEAST_ARTICLES, mean + LEAST_EXCESS));
  while (surpriseOf(x, mean, variance(mean)) < thresholdOf(thresholds, window, mean)) x += 1;
  return chanceToReach(x, mean * times, variance(mean * times));
}

/** Series that share articles: the same, or one lies in the other, or in the same. */
function relations(history: MadeUpHistory): (a: string, b: string) => boolean {
  const pairs = new Set(history.series.flatMap(({ names }) => names.flatMap((a) => names.map((b) => `${a}\n${b}`))));
  return (a, b) => pairs.has(`${a}\n${b}`);
}

type Found = { at: number; series: string; opened: boolean; spike: Spike };

function scoreRate(
  [least, most]: readonly [number, number], bursts: readonly Burst[], found: readonly Found[], related: (a: string, b: string) => boolean,
  thresholds: Thresholds, times: number,
): RateScore {
  const of = bursts.filter(({ rate }) => rate >= least && rate < most);
  const within = (minutes: number, own: boolean) => of.filter((burst) => found.some(({ at, series }) =>
    at > burst.from && at <= burst.from + minutes * MINUTE_MS && (own ? series === burst.series : related(series, burst.series)))).length;
  const mean = (window: WindowIndex) => of.reduce((sum, burst) => sum + foundIfKnown(burst, times, window, thresholds), 0) / Math.max(1, of.length);
  return {
    least, most, bursts: of.length, inTen: within(10, false), inHour: within(60, false), inAll: within(130, false), own: within(130, true),
    knownTen: mean(0), knownHour: mean(1),
  };
}

/** How the spikes of one threshold compare with the bursts that were put in, between two times. */
export function scoreOf(
  history: MadeUpHistory, events: readonly ReplayEvent[], thresholds: Thresholds, { from, to }: { from: number; to: number }, times = MADE_UP_DEFAULTS.times,
): Score {
  const related = relations(history);
  const bursts = history.bursts.filter((burst) => burst.from >= from && burst.from < to);
  const found = events.flatMap<Found>(({ at, event: { kind, spike } }) => (kind === 'opened' || kind === 'narrowed' ? [{ at, series: spike.series, opened: kind === 'opened', spike }] : []));
  const opened = found.filter(({ opened: isNew, at }) => isNew && at >= from && at < to);
  const about = (burst: Burst, { at, series }: Found) => at > burst.from && at <= burst.to + AFTERMATH_MS && related(series, burst.series);
  return {
    rates: BURST_RATES.map((range) => scoreRate(range, bursts, found, related, thresholds, times)),
    falseOnes: opened.filter((one) => !history.bursts.some((burst) => about(burst, one))).map(({ at, spike }) => ({ at, spike })),
    days: (to - from) / DAY_MS, spikes: opened.length,
    doubles: bursts.reduce((sum, burst) => sum + Math.max(0, opened.filter((spike) => about(burst, spike)).length - 1), 0),
  };
}
