import { HOUR_MS } from '../spikes/history';
import { LEAST_ARTICLES } from '../spikes/thresholds';
import type { Row } from './replay';

/** The pairs of a topic and a region among an article's series. */
function pairsOf(series: readonly string[]): string[] {
  const regions = series.filter((name) => name.startsWith('region:'));
  return series.filter((name) => name.startsWith('topic:')).flatMap((topic) => regions.map((region) => `${topic} ${region}`));
}

/** Finds the pairs of topic and region that a check may ever have asked: those with enough articles within two hours by the clock. */
export interface PairSearch {
  /** in the order of publication */
  take(row: Row): void;
  found: ReadonlySet<string>;
}

export function createPairSearch(): PairSearch {
  const counts = new Map<string, { hour: number; now: number; before: number }>();
  const found = new Set<string>();
  return {
    found,
    take({ at, late, series }) {
      if (late) return;
      const hour = Math.floor(at / HOUR_MS);
      for (const pair of pairsOf(series)) {
        const known = counts.get(pair);
        const count = known?.hour === hour ? known : { hour, now: 0, before: known?.hour === hour - 1 ? known.now : 0 };
        count.now += 1;
        counts.set(pair, count);
        if (count.now + count.before >= LEAST_ARTICLES) found.add(pair);
      }
    },
  };
}

/** The article with the pairs that are looked at. */
export const withPairs = (row: Row, pairs: ReadonlySet<string>): Row => ({ ...row, series: [...row.series, ...pairsOf(row.series).filter((pair) => pairs.has(pair))] });
