import { rowAt, type Row } from './rows';
import type { SpikeView } from '@/lib/spike';

/** Spikes that are marked at one bucket. */
export interface SpikeMark {
  row: number;
  /** the series on whose line it stands; null: above the chart */
  series: number | null;
  /** the most surprising first */
  spikes: SpikeView[];
}

const MOST_MARKS = 24;

/** Which of the series a spike belongs to: where it is about one of their keys; -1 where none is. */
function seriesOf(spike: SpikeView, keys: readonly string[]): number {
  const own = spike.series.split(' ');
  return keys.findIndex((key) => own.includes(key) || own.includes(key.replace(/^place:/u, 'region:')));
}

/**
 * The spikes that say something about the chart, each at the bucket in which it began: those of the compared series on their lines; of a filter that
 * names places or topics, those that name one of them; of no filter, all.
 */
export function spikeMarks(rows: readonly Row[], spikes: readonly SpikeView[], compared: readonly string[], filtered: readonly string[]): SpikeMark[] {
  const marks = new Map<string, SpikeMark>();
  for (const spike of [...spikes].sort((a, b) => b.surprise - a.surprise)) {
    const row = rowAt(rows, spike.startedAt);
    const series = compared.length > 0 ? seriesOf(spike, compared) : filtered.length === 0 || seriesOf(spike, filtered) >= 0 ? 0 : -1;
    if (row < 0 || series < 0) continue;
    const key = `${row} ${series}`;
    const mark = marks.get(key) ?? { row, series, spikes: [] };
    mark.spikes.push(spike);
    marks.set(key, mark);
  }
  return [...marks.values()].slice(0, MOST_MARKS).sort((a, b) => a.row - b.row);
}

/** What a filter names that spikes are looked for in, as names of keys. */
export const filterKeys = ({ region, topic }: { region: readonly string[]; topic: readonly string[] }): string[] =>
  [...region.map((id) => `region:${id}`), ...topic.map((id) => `topic:${id}`)];
