import { readKeyName } from '../lib/key';
import type { Label } from '../lib/label';
import type { Database } from './db/client';
import { readHistory, type HistoryRow } from './db/spikes/history';
import { readSeriesNames } from './db/spikes/rows';
import { readLabels } from './db/trends/ranking';
import { createPairSearch, withPairs } from './trends/backtest/pairs';
import { backtest, createReplay, type ReplayEvent, type Row } from './trends/backtest/replay';
import { spikesOf } from './trends/backtest/report';
import { HISTORY_HOURS, HOUR_MS } from './trends/spikes/history';
import type { Spike } from './trends/spikes/spike';
import type { Thresholds } from './trends/spikes/thresholds';

export interface StoredBacktest {
  from: Date;
  to: Date;
  /** null: as a live check takes it */
  thresholds: readonly (Thresholds | null)[];
  everyMinutes: number;
}

/** A spike of a back-test, with the names of what it is about. */
export type TestedSpike = Spike & { labels: Label[] };

export interface BacktestReport {
  /** articles of the span that was asked for, and of the four weeks before, which are its past */
  articles: number;
  past: number;
  /** of them, those that came so late that they say nothing of their time */
  late: number;
  series: number;
  checks: number;
  /** minutes of the span in which there was too little history to say anything */
  coldMinutes: number;
  /** of each threshold, in their order: the most surprising first */
  spikes: TestedSpike[][];
}

/** Stored articles as rows of a replay; names of keys are asked for once. */
async function* storedRows(db: Database, from: Date, to: Date): AsyncGenerator<Row[]> {
  const names = new Map<number, string | null>();
  for await (const batch of readHistory(db, from, to)) {
    const unknown = [...new Set(batch.flatMap(({ keys }) => keys))].filter((key) => !names.has(key));
    const found = unknown.length === 0 ? new Map<number, string>() : await readSeriesNames(db, unknown);
    for (const key of unknown) names.set(key, found.get(key) ?? null);
    yield batch.map(({ at, publisherId, late, keys }: HistoryRow): Row => ({ at, publisher: publisherId, late, series: keys.flatMap((key) => names.get(key) ?? []) }));
  }
}

async function labelled(db: Database, spikes: readonly Spike[]): Promise<TestedSpike[]> {
  const keys = [...new Set(spikes.flatMap(({ series }) => series.split(' ')))].map((name) => ({ name, ...readKeyName(name) }));
  const labels = new Map<string, Label>();
  for (const kind of ['region', 'topic'] as const) {
    const those = keys.filter((key) => key.kind === kind);
    const read = await readLabels(db, kind, those.map(({ id }) => id));
    for (const { name, id } of those) labels.set(name, read.get(id)?.label ?? { en: id, ar: null });
  }
  return spikes.map((spike) => ({ ...spike, labels: spike.series.split(' ').map((name) => labels.get(name) ?? { en: name, ar: null }) }));
}

/**
 * Replays the articles that are stored through the detector, check by check, as it would have seen them: twice over, since the pairs that are
 * worth a look have to be known first. Nothing is written.
 */
export async function backtestStored(db: Database, { from, to, thresholds, everyMinutes }: StoredBacktest): Promise<BacktestReport> {
  const start = new Date(from.getTime() - HISTORY_HOURS * HOUR_MS);
  const pairs = createPairSearch();
  const heard = new Set<number>();
  let [articles, past, late] = [0, 0, 0];
  for await (const batch of storedRows(db, start, to)) {
    for (const row of batch) {
      pairs.take(row);
      if (row.late) late += 1;
      else heard.add(Math.floor(row.at / HOUR_MS));
      if (row.at < from.getTime()) past += 1;
      else articles += 1;
    }
  }
  // an hour without any article is one in which nobody listened
  const replay = createReplay({ thresholds, everyMinutes, isGap: (hour) => !heard.has(hour), from: from.getTime() });
  async function* rows() {
    for await (const batch of storedRows(db, start, to)) yield batch.map((row) => withPairs(row, pairs.found));
  }
  const events: ReplayEvent[] = [];
  for await (const event of backtest(rows(), replay, to.getTime())) events.push(event);
  const minutes = (to.getTime() - from.getTime()) / 60_000;
  return {
    articles, past, late, series: replay.seriesCount(), checks: replay.checks(), coldMinutes: Math.max(0, Math.round(minutes - replay.warmMinutes())),
    spikes: await Promise.all(thresholds.map((_, i) => labelled(db, spikesOf(events, i)))),
  };
}
