import type { FilterQuery } from '../lib/events';
import { NO_FILTER, type Filter } from '../lib/filter';
import { toFilter } from '../lib/filter-terms';
import { readKeyName } from '../lib/key';
import { PLACE_ROLES } from '../lib/place';
import type { SpikeHistory } from '../lib/spike';
import type { ArticlePage, Facet, FacetCounts, Facets, Mover, SeriesBy, TopAnswer, TopOrder } from '../lib/trends';
import { articlePage, readPageKey } from './db/articles';
import type { Database } from './db/client';
import { asksNothing, compileFilter, type CompiledFilter } from './db/filter-sql';
import type { TrendsHandle } from './db/handle';
import { countHours, readSpike, readSpikes } from './db/spikes/read';
import { readPlaces } from './db/trends/places';
import { countRecent, recentRows } from './db/trends/recent';
import { countArticlesByName, countKeys, countPublishers, readLabels, type KeyCount, type RankedKind } from './db/trends/ranking';
import { areWholeHours, countArticles, readHourTotals, readMentions } from './db/trends/tallies';
import { LEAST_HOURS } from './trends/spikes/baseline';
import { HISTORY_HOURS } from './trends/spikes/history';
import { tallyCells, tallyCounted } from './trends/tally';

export interface TrendsDeps {
  db: Database;
  now(): Date;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MOST_RANKED = 50;

export const KIND_OF = { topic: 'topic', place: 'place', region: 'region', publisher: 'publisher', lang: 'lang' } as const satisfies Record<SeriesBy, RankedKind>;

/** The span of time that a question is about: its own, or what ends now. */
export function spanOf({ from, to }: Pick<Filter, 'from' | 'to'>, now: Date, length: number): { from: Date; to: Date } {
  const end = to === null ? now : new Date(to);
  return { from: from === null ? new Date(end.getTime() - length) : new Date(from), to: end };
}

/** The filter at any time. */
export const timeless = (filter: CompiledFilter): CompiledFilter => ({ ...filter, from: null, to: null });

export const byCount = (a: KeyCount, b: KeyCount) => b.count - a.count || (a.name < b.name ? -1 : 1);

const wholeHour = (at: Date) => new Date(Math.ceil(at.getTime() / HOUR_MS) * HOUR_MS);

const isWholeHour = (iso: string) => Date.parse(iso) % HOUR_MS === 0;

/** The span that rankings and facets count: their own, or the last day. What goes on until now is counted to the end of the running hour, where hours add up to it. */
export function dayOf(filter: Filter, now: Date): { from: Date; to: Date } {
  const open = filter.to === null && (filter.from === null || isWholeHour(filter.from));
  return spanOf(filter, open ? wholeHour(now) : now, DAY_MS);
}

/** Distinct publishers of each key: of all articles from the mentions, which know of those that retention has deleted too. */
async function publishersOf({ db }: TrendsDeps, filter: CompiledFilter, keys: readonly number[], from: Date, to: Date): Promise<ReadonlyMap<number, number>> {
  if (!asksNothing(filter) || !areWholeHours([from, to])) return countPublishers(db, filter, keys, from, to);
  const edges = [from.getTime(), to.getTime()];
  return new Map(await Promise.all(keys.map(async (key) => [key, tallyCells(await readMentions(db, key, from, to), edges)[0]?.publishers.size ?? 0] as const)));
}

/** A key with how many now, and how many in the time before. */
type Moved = KeyCount & { before: number };

const change = ({ count, before }: Moved) => count - before;

/** What belongs into a ranking, first what leads it. What gained or lost nothing is no mover; what is gone altogether lost all. */
function rankedBy(order: TopOrder, counts: readonly KeyCount[], before: readonly KeyCount[]): Moved[] {
  const was = new Map(before.map(({ key, count }) => [key, count]));
  const now = counts.map((one) => ({ ...one, before: was.get(one.key) ?? 0 }));
  if (order === 'count') return now.sort(byCount);
  if (order === 'gained') return now.filter((one) => change(one) > 0).sort((a, b) => change(b) - change(a) || byCount(a, b));
  const there = new Set(counts.map(({ key }) => key));
  const gone = before.filter(({ key }) => !there.has(key)).map((one) => ({ ...one, count: 0, before: one.count }));
  return [...now, ...gone].filter((one) => change(one) < 0).sort((a, b) => change(a) - change(b) || byCount(a, b));
}

async function readTop(deps: TrendsDeps, query: FilterQuery, by: SeriesBy, limit: number, order: TopOrder): Promise<TopAnswer> {
  const { db, now } = deps;
  const filter = toFilter(query, now().getTime());
  const compiled = timeless(await compileFilter(db, filter));
  const { from, to } = dayOf(filter, now());
  const earlier = new Date(from.getTime() - (to.getTime() - from.getTime()));
  const kind = KIND_OF[by];
  const [counts, before] = await Promise.all([countKeys(db, compiled, [kind], from, to), countKeys(db, compiled, [kind], earlier, from)]);
  const ranked = rankedBy(order, counts, before);
  // asked for more than are shown, since a province's code has no name of its own
  const labels = await readLabels(db, kind, ranked.slice(0, 2 * MOST_RANKED).map(({ name }) => readKeyName(name).id));
  const shown = ranked.filter(({ name }) => labels.has(readKeyName(name).id)).slice(0, Math.min(limit, MOST_RANKED));
  const publishers = await publishersOf(deps, compiled, shown.map(({ key }) => key), from, to);
  const items = shown.map(({ key, name, count, before: earlierCount }): Mover => {
    const { id } = readKeyName(name);
    const { label = { en: id, ar: null }, kind: placeKind, country } = labels.get(id) ?? {};
    return {
      key: name, id, label, ...(placeKind === undefined ? {} : { kind: placeKind, country: country ?? null }),
      count, before: earlierCount, publishers: publishers.get(key) ?? 0,
    };
  });
  return { from: from.toISOString(), to: to.toISOString(), by, items };
}

const FACETS = ['region', 'topic', 'publisher', 'lang', 'role'] as const;
type FacetName = (typeof FACETS)[number];

/** Each list of choices is counted without its own parameter: what one would find beside what is chosen. */
const WITHOUT: Record<FacetName, (filter: Filter) => Filter> = {
  region: (filter) => ({ ...filter, regions: [] }),
  topic: (filter) => ({ ...filter, topics: [] }),
  publisher: (filter) => ({ ...filter, publishers: [] }),
  lang: (filter) => ({ ...filter, langs: [] }),
  role: (filter) => ({ ...filter, roles: [] }),
};

const chosen = (filter: Filter, facet: FacetName): number =>
  ({ region: filter.regions, topic: filter.topics, publisher: filter.publishers, lang: filter.langs, role: filter.roles })[facet].length;

type CountById = ReadonlyMap<string, number>;

/** Lists that are counted by the filter as it is, in one question: nothing is chosen in them, and roles and regions don't narrow each other. */
const isPlain = (filter: Filter, facet: FacetName) =>
  chosen(filter, facet) === 0 && !(facet === 'region' && filter.roles.length > 0) && !(facet === 'role' && filter.regions.length > 0);

/** Counts of a list by itself. Regions are counted in the roles that are chosen, and roles in the chosen regions: one alone would promise too much. */
async function countFacet({ db }: TrendsDeps, filter: Filter, facet: FacetName, from: Date, to: Date): Promise<CountById> {
  const compiled = timeless(await compileFilter(db, WITHOUT[facet](filter)));
  if (facet === 'region' && filter.roles.length > 0) return countArticlesByName(db, compiled, filter.roles.map((kind) => ({ kind, id: null })), 'id', from, to);
  if (facet === 'role' && filter.regions.length > 0) {
    return countArticlesByName(db, compiled, PLACE_ROLES.flatMap((kind) => filter.regions.map((id) => ({ kind, id }))), 'kind', from, to);
  }
  return new Map((await countKeys(db, compiled, [facet], from, to)).map(({ name, count }) => [readKeyName(name).id, count]));
}

/** Counts of all lists: those that ask the same are asked together. */
async function countFacets(deps: TrendsDeps, filter: Filter, from: Date, to: Date): Promise<ReadonlyMap<FacetName, CountById>> {
  const plain = FACETS.filter((facet) => isPlain(filter, facet));
  const compiled = timeless(await compileFilter(deps.db, filter));
  const [shared, alone] = await Promise.all([
    countKeys(deps.db, compiled, plain, from, to),
    Promise.all(FACETS.filter((facet) => !plain.includes(facet)).map(async (facet) => [facet, await countFacet(deps, filter, facet, from, to)] as const)),
  ]);
  const counts = new Map<FacetName, Map<string, number>>(plain.map((facet) => [facet, new Map()]));
  for (const { name, count } of shared) {
    const { kind, id } = readKeyName(name);
    counts.get(kind as FacetName)?.set(id, count);
  }
  return new Map<FacetName, CountById>([...counts, ...alone]);
}

async function namedFacet(db: Database, facet: FacetName, counts: ReadonlyMap<string, number>): Promise<Facet[]> {
  const labels = await readLabels(db, facet, [...counts.keys()]);
  return [...counts].flatMap(([id, count]) => {
    const known = labels.get(id);
    return known ? [{ id, label: known.label, parent: known.parent, count }] : [];
  }).sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}

interface Counted {
  from: string;
  to: string;
  total: number;
  counts: ReadonlyMap<FacetName, CountById>;
}

async function totalOf({ db }: TrendsDeps, filter: CompiledFilter, from: Date, to: Date): Promise<number> {
  if (asksNothing(filter) && areWholeHours([from, to])) return (await readHourTotals(db, from, to)).reduce((sum, { count }) => sum + count, 0);
  const recent = await recentRows(db, filter, from, to);
  if (recent) return countRecent(recent, filter);
  return tallyCounted(await countArticles(db, filter, [from, to]), 1)[0]?.count ?? 0;
}

async function countAll(deps: TrendsDeps, query: FilterQuery): Promise<Counted> {
  const filter = toFilter(query, deps.now().getTime());
  const { from, to } = dayOf(filter, deps.now());
  const [counts, total] = await Promise.all([countFacets(deps, filter, from, to), totalOf(deps, timeless(await compileFilter(deps.db, filter)), from, to)]);
  return { from: from.toISOString(), to: to.toISOString(), total, counts };
}

async function readSpikeHistory({ db, now }: TrendsDeps): Promise<SpikeHistory> {
  const hours = await countHours(db, new Date(Math.floor(now().getTime() / HOUR_MS) * HOUR_MS), HISTORY_HOURS);
  return { hours, needed: LEAST_HOURS, enough: hours >= LEAST_HOURS };
}

async function readFacets(deps: TrendsDeps, query: FilterQuery): Promise<Facets> {
  const { counts, ...span } = await countAll(deps, query);
  const facet = (name: FacetName) => namedFacet(deps.db, name, counts.get(name) ?? new Map<string, number>());
  const [region, topic, publisher, lang, role] = await Promise.all([facet('region'), facet('topic'), facet('publisher'), facet('lang'), facet('role')]);
  return { ...span, region, topic, publisher, lang, role };
}

async function readFacetCounts(deps: TrendsDeps, query: FilterQuery): Promise<FacetCounts> {
  const { counts, ...span } = await countAll(deps, query);
  const of = (name: FacetName) => Object.fromEntries(counts.get(name) ?? []);
  return { ...span, region: of('region'), topic: of('topic'), publisher: of('publisher'), lang: of('lang'), role: of('role') };
}

async function readArticles({ db, now }: TrendsDeps, query: FilterQuery, next: string | null, limit: number): Promise<ArticlePage | null> {
  const key = next === null ? null : readPageKey(next);
  if (next !== null && key === null) return null;
  const { items, older } = await articlePage(db, toFilter(query, now().getTime()), key, limit);
  return { items, next: older };
}

/** Rankings, choices, pages and names: what stands beside a chart. */
export function createRankings(deps: TrendsDeps): Omit<TrendsHandle, 'series' | 'map'> {
  return {
    top: (query, by, limit, order = 'count') => readTop(deps, query, by, limit, order),
    facets: (query) => readFacets(deps, query),
    facetCounts: (query) => readFacetCounts(deps, query),
    articles: (query, next, limit) => readArticles(deps, query, next, limit),
    places: (text, limit, within = null) => readPlaces(deps.db, text, limit, within),
    spikes: (states, limit, of = null, reader = null) => readSpikes(deps.db, states, limit, of === null ? NO_FILTER : toFilter(of, deps.now().getTime()), reader),
    spike: (id, reader = null) => readSpike(deps.db, id, reader),
    spikeHistory: () => readSpikeHistory(deps),
  };
}
