import { madeUpHistory } from '../../../server/trends/backtest/made-up';
import { backtest, createReplay, type ReplayEvent } from '../../../server/trends/backtest/replay';
import { scoreOf, type Score } from '../../../server/trends/backtest/score';
import type { Thresholds } from '../../../server/trends/spikes/thresholds';

export interface BacktestCall {
  seed: number;
  days: number;
  series: number;
  thresholds: readonly Thresholds[];
}

export interface BacktestResult {
  seed: number;
  articles: number;
  series: number;
  checks: number;
  ms: number;
  /** one of each threshold, in their order */
  scores: Score[];
  /** spikes that no burst explains, at the first threshold, in words */
  falseAtFirst: string[];
}

const DAY_MS = 86_400_000;
/** bursts are put in from the fifth day on: before there is too little history */
const FIRST_DAY = 4;

async function run({ seed, days, series, thresholds }: BacktestCall): Promise<BacktestResult> {
  const began = performance.now();
  const history = madeUpHistory({ seed, days, series });
  const from = history.from + FIRST_DAY * DAY_MS;
  const replay = createReplay({ thresholds, everyMinutes: 1, isGap: history.isGap, from });
  let articles = 0;
  function* counted() {
    for (const batch of history.batches()) {
      articles += batch.length;
      yield batch;
    }
  }
  const events: ReplayEvent[] = [];
  for await (const event of backtest(counted(), replay, history.to)) events.push(event);
  const scores = thresholds.map((of, i) => scoreOf(history, events.filter(({ threshold }) => threshold === i), of, { from, to: history.to }));
  const falseAtFirst = (scores[0]?.falseOnes ?? []).map(({ at, spike }) =>
    `seed ${seed}, day ${((at - history.from) / DAY_MS).toFixed(2)}: ${spike.series}, ${spike.lane}, ${spike.observed} of ${spike.expected.toFixed(1)} in ${spike.windowMinutes} min, 10^-${spike.surprise.toFixed(1)}`);
  return { seed, articles, series: replay.seriesCount(), checks: replay.checks(), ms: performance.now() - began, scores, falseAtFirst };
}

/** Thread module: a made-up history through the detector. */
export function createTasks() {
  return { backtest: run };
}
