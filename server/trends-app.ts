import { bucketEdges } from '../lib/buckets';
import type { Filter } from '../lib/filter';
import { toFilter } from '../lib/filter-terms';
import { keyName, readKeyName } from '../lib/key';
import { SERIES_BY, type Series, type SeriesAnswer, type SeriesBucket, type SeriesBy, type SeriesQuery } from '../lib/trends';
import type { Database } from './db/client';
import { compileFilter, onlyKey, type CompiledFilter } from './db/filter-sql';
import type { TrendsHandle } from './db/handle';
import { ALL_KEY } from './db/reindex';
import { countKeys, readLabels } from './db/trends/ranking';
import { readOutages } from './db/trends/outages';
import { areWholeHours, countArticles, readExpiredPairs, readCollectedFrom, readExpiredThrough, readHourTotals, readMentions } from './db/trends/tallies';
import { readMap } from './map-app';
import { byCount, createRankings, KIND_OF, spanOf, timeless, type TrendsDeps } from './rankings-app';
import { publishersThatMatter, seriesBuckets, withSilence, type KnownOutage } from './trends/series';
import { bucketAt, tallyCells, tallyCounted, type Tally } from './trends/tally';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How far a series goes back where its question doesn't say. */
const DEFAULT_SPAN_MS = { minute: 2 * HOUR_MS, hour: 7 * DAY_MS, day: 30 * DAY_MS, week: 26 * 7 * DAY_MS } as const;
const MOST_SERIES = 8;

/** A filter narrowed to one value of what a series is split by. */
function narrowed(filter: Filter, by: SeriesBy, id: string): { filter: Filter; key: string } {
  const key = keyName(KIND_OF[by], id);
  if (by === 'topic') return { key, filter: { ...filter, topics: [id] } };
  if (by === 'publisher') return { key, filter: { ...filter, publishers: [id] } };
  if (by === 'lang') return { key, filter: { ...filter, langs: [id] } };
  return { key, filter: { ...filter, regions: [id] } };
}

/** Tallies of what retention left of one topic in one region, for the buckets that end before it deleted anything. */
async function expiredPair(db: Database, filter: Filter, compiled: CompiledFilter, edges: readonly Date[]): Promise<Tally[] | null> {
  const [region, topic] = compiled.clauses.map(({ keys }) => keys);
  const isPair = compiled.from === null && compiled.to === null && compiled.clauses.length === 2 && filter.regions.length === 1 && filter.topics.length === 1 && filter.roles.length === 0 && compiled.all.length + compiled.none.length === 0;
  if (!isPair || region?.[0] === undefined || topic?.[0] === undefined) return null;
  const rows = await readExpiredPairs(db, topic[0], region[0], edges[0] as Date, edges.at(-1) as Date);
  return tallyCells(rows, edges.map((edge) => edge.getTime()));
}

const added = (a: Tally, b: Tally | undefined): Tally => {
  if (!b || b.count === 0) return a;
  const publishers = new Map(a.publishers);
  for (const [id, count] of b.publishers) publishers.set(id, (publishers.get(id) ?? 0) + count);
  return { count: a.count + b.count, late: a.late + b.late, publishers };
};

interface Counted {
  tallies: Tally[];
  /** counts know of articles that retention deleted */
  whole: boolean;
}

/** What a filter counts, bucket by bucket: from the mentions where one key holds it, else from the articles and what retention left of the pair. */
async function tally({ db }: TrendsDeps, filter: Filter, edges: readonly Date[], width: SeriesQuery['bucket']): Promise<Counted> {
  const compiled = await compileFilter(db, filter);
  const only = onlyKey(filter, compiled);
  const times = edges.map((edge) => edge.getTime());
  if (only !== null && width !== 'minute') {
    const rows = await readMentions(db, only === 'all' ? ALL_KEY : only, edges[0] as Date, edges.at(-1) as Date);
    return { tallies: tallyCells(rows, times), whole: true };
  }
  const tallies = tallyCounted(await countArticles(db, compiled, edges), edges.length - 1);
  const pair = width === 'minute' ? null : await expiredPair(db, filter, compiled, edges);
  return pair ? { tallies: tallies.map((one, n) => added(one, pair[n])), whole: true } : { tallies, whole: false };
}

/** How many articles of all there were in each bucket. */
async function totals({ db }: TrendsDeps, edges: readonly Date[], width: SeriesQuery['bucket']): Promise<number[]> {
  const from = edges[0] as Date;
  const to = edges.at(-1) as Date;
  const times = edges.map((edge) => edge.getTime());
  if (width === 'minute') {
    const none: CompiledFilter = { clauses: [], all: [], none: [], from: null, to: null };
    return tallyCounted(await countArticles(db, none, edges), edges.length - 1).map(({ count }) => count);
  }
  if (!areWholeHours(edges)) return tallyCells(await readMentions(db, ALL_KEY, from, to), times).map(({ count }) => count);
  const counts = Array.from({ length: edges.length - 1 }, () => 0);
  for (const { at, count } of await readHourTotals(db, from, to)) {
    const bucket = bucketAt(times, at);
    if (bucket >= 0) counts[bucket] = (counts[bucket] ?? 0) + count;
  }
  return counts;
}

/** One of several series: a value of what they are split by. */
interface Part {
  by: SeriesBy;
  id: string;
}

function partOf(name: string): Part[] {
  const { kind, id } = readKeyName(name);
  const by = SERIES_BY.find((one) => KIND_OF[one] === kind);
  return by === undefined ? [] : [{ by, id }];
}

/** What stands side by side: the keys asked for, else the largest of the span; nothing where the filter itself is asked for. */
async function partsOf({ db }: TrendsDeps, { by, keys }: SeriesQuery, filter: Filter, from: Date, to: Date): Promise<Part[]> {
  if (by === null) return keys.slice(0, MOST_SERIES).flatMap(partOf);
  if (keys.length > 0) return keys.slice(0, MOST_SERIES).map((id) => ({ by, id }));
  const counts = await countKeys(db, timeless(await compileFilter(db, filter)), [KIND_OF[by]], from, to);
  return counts.sort(byCount).slice(0, MOST_SERIES).map(({ name }) => ({ by, id: readKeyName(name).id }));
}

/** The names of the parts, by the names of their keys. */
async function labelsOf({ db }: TrendsDeps, parts: readonly Part[]): Promise<Map<string, Series['label']>> {
  const kinds = [...new Set(parts.map(({ by }) => KIND_OF[by]))];
  const found = await Promise.all(kinds.map((kind) => readLabels(db, kind, parts.filter(({ by }) => KIND_OF[by] === kind).map(({ id }) => id))));
  return new Map(kinds.flatMap((kind, n) => [...(found[n] ?? [])].map(([id, { label }]) => [keyName(kind, id), label] as const)));
}

/** What all series over one list of buckets have beside them. */
export interface Span {
  edges: readonly Date[];
  width: SeriesQuery['bucket'];
  at: Date;
  all: readonly number[];
  outages: readonly KnownOutage[];
  expired: Date | null;
}

/** @param edges on quarter hours, but for minutes: the start of each bucket, and last the end of the last */
export async function readSpan(deps: TrendsDeps, edges: readonly Date[], width: SeriesQuery['bucket'], at: Date): Promise<Span> {
  const [all, outages, expired] = await Promise.all([
    totals(deps, edges, width), readOutages(deps.db, edges[0] as Date, edges.at(-1) as Date, at), readExpiredThrough(deps.db),
  ]);
  return { edges, width, at, all, outages, expired };
}

/** A filter's articles, bucket by bucket, as they are drawn and answered everywhere. Where it asks for a time, only those within. */
export async function countBuckets(deps: TrendsDeps, filter: Filter, { edges, width, at, all, outages, expired }: Span): Promise<SeriesBucket[]> {
  const [from, to] = [edges[0] as Date, edges.at(-1) as Date];
  const { tallies, whole } = await tally(deps, filter, edges, width);
  // who was silent all the time is missed by what it published before
  const before = outages.length === 0 ? [] : (await tally(deps, { ...filter, from: null, to: null }, [new Date(2 * from.getTime() - to.getTime()), from], width)).tallies;
  return seriesBuckets({
    edges: edges.map((edge) => edge.getTime()), tallies, all, now: at.getTime(), outages,
    matters: publishersThatMatter([...before, ...tallies]), expiredBefore: whole ? null : (expired?.getTime() ?? null),
  });
}

async function readSeries(deps: TrendsDeps, query: SeriesQuery): Promise<SeriesAnswer | null> {
  const at = deps.now();
  const filter = toFilter(query.filter, at.getTime());
  const span = spanOf(filter, at, DEFAULT_SPAN_MS[query.bucket]);
  const edges = bucketEdges(span.from, span.to, query.bucket, query.tz);
  if (!edges) return null;
  const [from, to] = [edges[0] as Date, edges.at(-1) as Date];
  const parts = await partsOf(deps, query, filter, from, to);
  const [beside, labels, collectedFrom] = await Promise.all([readSpan(deps, edges, query.bucket, at), labelsOf(deps, parts), readCollectedFrom(deps.db)]);
  const times = edges.map((edge) => edge.getTime());
  const one = async (part: Filter, key: string, label: Series['label']): Promise<Series> =>
    ({ key, label, buckets: withSilence(await countBuckets(deps, { ...part, from: null, to: null }, beside), times, collectedFrom?.getTime() ?? null) });
  const series = query.by === null && query.keys.length === 0
    ? [await one(filter, 'all', { en: 'all', ar: null })]
    : await Promise.all(parts.map(({ by, id }) => {
      const { filter: part, key } = narrowed(filter, by, id);
      return one(part, key, labels.get(key) ?? { en: id, ar: null });
    }));
  return { from: from.toISOString(), to: to.toISOString(), bucket: query.bucket, tz: query.tz, series };
}

/** Wires the queries of counts with what is made of them. */
export function createTrends(deps: TrendsDeps): TrendsHandle {
  return {
    series: (query) => readSeries(deps, query),
    map: (query) => readMap(deps, query),
    ...createRankings(deps),
  };
}
