import type { Judgement, Moment } from './judge';
import { onsetOf } from './onset';
import type { ArticlesOf, Spike, SpikeEvent, SpikeSource } from './spike';
import { surpriseOf } from './tail';
import { LEAST_ARTICLES, LEAST_EXCESS, LEAST_PUBLISHERS, WINDOWS, thresholdOf, type Thresholds } from './thresholds';

/** A series that stands out. */
export interface Candidate {
  series: string;
  judged: Judgement;
}

const DAY_MINUTES = 1440;

/**
 * How many times the expected it is, from below: two standard deviations less. What is more specific has the more: the same articles
 * stand before less that is usual. A small part of what rose as a whole has the less.
 */
const lift = ({ observed, expected }: { observed: number; expected: number }) => (observed - 2 * Math.sqrt(observed)) / expected;

/** Distinct families, and how many articles the one with the most has. */
export function families(articles: readonly SpikeSource[]): { count: number; largest: number } {
  const by = new Map<number, number>();
  for (const { publisher } of articles) by.set(publisher, (by.get(publisher) ?? 0) + 1);
  return { count: by.size, largest: Math.max(0, ...by.values()) };
}

/** Whether so many articles are a spike: enough of them, of enough families, and more than expected without the one that had the most. */
function standsOut(articles: readonly SpikeSource[], judged: Judgement, thresholds: Thresholds): boolean {
  const { window, expected, variance } = judged;
  const { length } = articles;
  if (length < LEAST_ARTICLES || length < WINDOWS[window].leastRatio * expected || length - expected < LEAST_EXCESS) return false;
  const { count, largest } = families(articles);
  if (count < LEAST_PUBLISHERS || length - largest <= expected) return false;
  return surpriseOf(length, expected, variance) >= thresholdOf(thresholds, window, expected);
}

/** The articles of a spike since a time. Those of one that ended reach until then: what came later is news again. */
function articlesOfSpike({ series, startedAt, endedAt }: Spike, from: number, at: number, articlesOf: ArticlesOf): readonly SpikeSource[] {
  if (endedAt !== null && endedAt < from) return [];
  const minutes = Math.min(DAY_MINUTES, Math.ceil((at - Math.max(startedAt, from)) / 60_000) + 1);
  const articles = articlesOf(series, minutes);
  return endedAt === null ? articles : articles.filter((article) => article.at <= endedAt);
}

function opened({ series, judged }: Candidate, articles: readonly SpikeSource[], at: number): Spike {
  const { minutes, lane } = WINDOWS[judged.window];
  const { observed, expected, surprise } = judged;
  return {
    id: `${series}@${new Date(at).toISOString()}`, series, before: [], lane, state: 'rising',
    startedAt: onsetOf(articles.map((article) => article.at), at - minutes * 60_000, at, expected),
    foundAt: at, peakAt: at, endedAt: null, observed, expected, windowMinutes: minutes, surprise,
    publishers: families(articles).count, peakExcess: observed - expected, calmSince: null,
  };
}

/** A spike younger than this may still turn out to be about something more specific. */
const NARROWS_MS = 3 * 3_600_000;
/** the part of a series' articles that may lie outside what it lies in: tagging is not perfect */
const OUTSIDE = 0.1;
const LESS_USUAL = 0.95;

/**
 * Whether what stands out in one series is all another's, that lies in it: nearly all articles of the narrow one are of the wide one too, and those that the wide
 * one has beside them are no more than usual.
 */
function isNarrower(narrow: Candidate, wide: { series: string; expected: number; minutes: number }, articlesOf: ArticlesOf): boolean {
  const { judged: { window, expected } } = narrow;
  const { minutes } = WINDOWS[window];
  const usual = (wide.expected * minutes) / wide.minutes;
  if (narrow.series === wide.series || expected >= LESS_USUAL * usual) return false;
  const ids = new Set(articlesOf(narrow.series, minutes).map(({ id }) => id));
  const rest = articlesOf(wide.series, minutes).filter(({ id }) => !ids.delete(id)).length;
  return ids.size <= OUTSIDE * narrow.judged.observed && rest <= 1.4 * (usual - expected) + 3;
}

/** By lift; what a more specific candidate says better comes after all others. */
function inOrder(candidates: readonly Candidate[], articlesOf: ArticlesOf): Candidate[] {
  const isWide = ({ series, judged }: Candidate) => {
    const wide = { series, expected: judged.expected, minutes: WINDOWS[judged.window].minutes };
    return candidates.some((other) => isNarrower(other, wide, articlesOf));
  };
  const wide = new Set(candidates.length > 1 ? candidates.filter(isWide) : []);
  const byLift = (a: Candidate, b: Candidate) => lift(b.judged) - lift(a.judged) || a.judged.expected - b.judged.expected;
  return [...candidates].sort((a, b) => Number(wide.has(a)) - Number(wide.has(b)) || byLift(a, b));
}

/** The young spike that a candidate says better. */
function narrows(candidate: Candidate, articles: readonly SpikeSource[], open: readonly Spike[], at: number, articlesOf: ArticlesOf): Spike | null {
  if (families(articles).count < LEAST_PUBLISHERS) return null;
  const young = open.filter(({ foundAt, before }) => at - foundAt <= NARROWS_MS && !before.includes(candidate.series));
  return young.find(({ series, expected, windowMinutes: minutes }) => isNarrower(candidate, { series, expected, minutes }, articlesOf)) ?? null;
}

/** What is open after the candidates of a check, and what is to be told of it. */
export interface Settled {
  open: Spike[];
  events: SpikeEvent[];
}

/**
 * One spike an event. Candidates are heard in the order of their lift; one counts only by articles that no spike has yet, neither an open one
 * nor one of the last day. So a topic and its parent, or a place, a topic and the pair of them, are one spike: the most specific.
 */
export function settle(
  open: readonly Spike[], recent: readonly Spike[], candidates: readonly Candidate[], moment: Moment, thresholds: Thresholds, articlesOf: ArticlesOf,
): Settled {
  const { at } = moment;
  const settled: Settled = { open: [...open], events: [] };
  if (candidates.length === 0) return settled;
  const taken = new Set<number | string>();
  // older articles are in no candidate's window
  const from = at - Math.max(...candidates.map(({ judged }) => WINDOWS[judged.window].minutes)) * 60_000;
  for (const spike of [...open, ...recent]) for (const { id } of articlesOfSpike(spike, from, at, articlesOf)) taken.add(id);
  for (const candidate of inOrder(candidates, articlesOf)) {
    const { series, judged } = candidate;
    const articles = articlesOf(series, WINDOWS[judged.window].minutes);
    if (standsOut(articles.filter(({ id }) => !taken.has(id)), judged, thresholds)) {
      const spike = opened(candidate, articles, at);
      settled.open.push(spike);
      settled.events.push({ kind: 'opened', spike });
    } else {
      const wide = narrows(candidate, articles, settled.open, at, articlesOf);
      if (wide === null) continue;
      const { observed, expected, surprise } = judged;
      const spike: Spike = { ...wide, series, before: [...wide.before, wide.series], observed, expected, surprise, publishers: families(articles).count, peakExcess: observed - expected };
      settled.open = settled.open.map((one) => (one === wide ? spike : one));
      settled.events.push({ kind: 'narrowed', spike, from: wide.series });
    }
    for (const { id } of articles) taken.add(id);
  }
  return settled;
}
