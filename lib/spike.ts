import type { Label } from './label';

export type SpikeLane = 'fast' | 'slow';
export const SPIKE_STATES = ['rising', 'peak', 'fading', 'over'] as const;
export type SpikeState = (typeof SPIKE_STATES)[number];

/** An article that a spike is explained by. */
export interface SpikeArticle {
  id: string;
  title: string;
  dir: 'ltr' | 'rtl';
  lang: string | null;
  url: string | null;
  publisher: { id: number; name: string };
  publishedAt: string | null;
  firstSeenAt: string;
}

/** What is named beside the series in the spike's articles, and how often. */
export interface SpikeCompanion {
  key: string;
  label: Label;
  count: number;
  /** how many one would expect among as many articles of any kind */
  expected: number;
}

export interface SpikeStory {
  /** who had it first */
  first: SpikeArticle | null;
  /** a few that explain it: of different publishers, no two that say the same */
  articles: SpikeArticle[];
  publishers: { id: number; name: string; count: number }[];
  places: SpikeCompanion[];
  topics: SpikeCompanion[];
}

/** What there is to measure by. */
export interface SpikeHistory {
  /** hours with articles, of the last four weeks */
  hours: number;
  /** with fewer nothing is called unusual */
  needed: number;
  enough: boolean;
}

/** A spike as pages and /api/v1/spikes show it. Times are ISO 8601 in UTC. */
export interface SpikeView {
  id: string;
  /** names of its keys (lib/key), or `search:12` */
  series: string;
  labels: Label[];
  /** the address parameters of the articles that it counts */
  query: string;
  lane: SpikeLane;
  state: SpikeState;
  startedAt: string;
  foundAt: string;
  peakAt: string;
  endedAt: string | null;
  observed: number;
  expected: number;
  windowMinutes: number;
  /** -log10 of the chance that as many come by themselves */
  surprise: number;
  publishers: number;
  story: SpikeStory;
}
