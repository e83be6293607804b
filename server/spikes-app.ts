import { z } from 'zod';
import type { SpikeStory } from '../lib/spike';
import { clausesOf, type Filter } from '../lib/filter';
import { readKeyName } from '../lib/key';
import type { Database } from './db/client';
import { knownKeyIds } from './db/keys';
import { tryHold, type Hold } from './db/only-one';
import { readSetting } from './db/settings';
import { readHourCounts, readPairHours, readSeriesNames, readWindowRows, type HourCount } from './db/spikes/rows';
import { storeSpikes } from './db/spikes/store';
import { readMatching, readSearchHours, readWatchedSearches } from './db/spikes/searches';
import { readSpikeArticles } from './db/spikes/story';
import { readLabels } from './db/trends/ranking';
import { createPastHours, type PastHours } from './trends/past-hours';
import { pairsWorthALook, seriesOf, since, withSearches, type RecentArticle, type RecentSeries } from './trends/recent-articles';
import { advanceApart } from './trends/spikes/apart';
import { baselineOf, sharedBaseline, type Baseline, type SharedBaseline } from './trends/spikes/baseline';
import { judgeAll, standingOut } from './trends/spikes/check';
import { clumpingOf, HISTORY_HOURS, HOUR_MS } from './trends/spikes/history';
import type { Reading, WindowCounts } from './trends/spikes/judge';
import { NO_SPIKES, type Spike, type SpikeEvent, type SpikesState } from './trends/spikes/spike';
import { LEAST_ARTICLES, LEAST_PUBLISHERS, thresholdsFor } from './trends/spikes/thresholds';
import { companions, explaining } from './trends/story';
import { createWakeable } from './wakeable';

interface Deps {
  db: Database;
  now(): Date;
  onError(error: unknown): void;
}

/** Only a name: of several processes on a database the one that holds it looks. */
const SPIKE_LOCK = 6363734850n;

export interface Looked {
  /** how many series were looked at, and of how many of them what is usual was made anew */
  series: number;
  renewed: number;
  events: SpikeEvent[];
}

export interface SpikeWatch {
  start(): void;
  stop(): Promise<void>;
  /** one look at what is there. For tests and benches */
  check(): Promise<Looked>;
}

const EVERY_MS = 60_000;
const DAY_MS = 24 * HOUR_MS;
/** hours that may still have got articles since they were read last */
const READ_AGAIN_HOURS = 2;
const MOST_PAIRS = 40;
/** distinct saved searches: each is a query a check */
const MOST_SEARCHES = 100;
/** What is usual is made anew each hour, of so many series a look: thousands at once would be felt. Those that wait go by the hour before. */
const RENEWED_A_LOOK = 500;
/** a series that nobody asked for so long has to wait for what is usual again */
const KEPT_HOURS = 24;
const QUARTER_MS = HOUR_MS / 4;
const ARTICLES_TOLD = 5;
const COMPANIONS_TOLD = 6;

const stateSchema = z.object({ open: z.array(z.custom<Spike>()), recent: z.array(z.custom<Spike>()) });

/** What a process remembers between two looks. */
interface Memory {
  names: Map<number, string | null>;
  past: PastHours | null;
  /** what is usual, as of the whole hours before `end` */
  baselines: Map<string, { baseline: Baseline; end: number }>;
  shared: SharedBaseline | null;
  state: SpikesState | null;
}

/** Names of the series among these keys; what has none is remembered too. */
async function nameSeries({ db }: Deps, memory: Memory, ids: Iterable<number>): Promise<Map<number, string>> {
  const unknown = [...new Set(ids)].filter((id) => !memory.names.has(id));
  const found = unknown.length === 0 ? new Map<number, string>() : await readSeriesNames(db, unknown);
  for (const id of unknown) memory.names.set(id, found.get(id) ?? null);
  return new Map([...memory.names].flatMap(([id, name]): [number, string][] => (name === null ? [] : [[id, name]])));
}

async function tellPast(deps: Deps, memory: Memory, past: PastHours, from: number, to: number): Promise<void> {
  // a day at a time: a month of a large history at once is more than a process should hold
  for (let start = from; start < to; start += 24) {
    const rows = await readHourCounts(deps.db, new Date(start * HOUR_MS), new Date(Math.min(start + 24, to) * HOUR_MS));
    const names = await nameSeries(deps, memory, rows.map(({ key }) => key).filter((key) => key !== 0));
    past.tell(rows.flatMap(({ key, hour, count }: HourCount) => {
      const series = key === 0 ? null : names.get(key);
      return series === undefined ? [] : [{ series, hour, count }];
    }));
  }
}

/** Brings the past up to the last whole hour. What is usual is made anew with each. */
async function bringUp(deps: Deps, memory: Memory, at: number): Promise<{ past: PastHours; shared: SharedBaseline }> {
  const end = Math.floor(at / HOUR_MS);
  const fresh = memory.past === null;
  const past = memory.past ?? createPastHours(end);
  const from = fresh ? end - HISTORY_HOURS : past.end() - READ_AGAIN_HOURS;
  if (fresh || past.end() < end) {
    past.moveTo(end);
    await tellPast(deps, memory, past, from, end);
    for (const [series, { end: of }] of memory.baselines) if (of < end - KEPT_HOURS) memory.baselines.delete(series);
    memory.shared = null;
  }
  memory.past = past;
  memory.shared ??= sharedBaseline(past.coverage());
  return { past, shared: memory.shared };
}

/** The last day's articles of a series by quarter hour: how much they come in clumps. */
function clumping(articles: readonly RecentArticle[], at: number): number {
  const quarters = new Uint16Array(96);
  const end = Math.floor(at / HOUR_MS) * HOUR_MS;
  for (const { at: time } of articles) {
    const quarter = 95 - Math.floor((end - 1 - time) / QUARTER_MS);
    if (quarter >= 0 && quarter < 96) quarters[quarter] = (quarters[quarter] ?? 0) + 1;
  }
  return clumpingOf(quarters);
}

const windowCounts = (articles: readonly RecentArticle[], at: number): WindowCounts =>
  [since(articles, at - 10 * 60_000).length, since(articles, at - HOUR_MS).length, articles.length];

type Searches = ReadonlyMap<string, Filter>;

/** The past of what no key holds: a pair, or a saved search. */
async function askedHistory({ db }: Deps, series: string, search: Filter | undefined, end: number): Promise<Uint32Array> {
  const [from, to] = [new Date((end - HISTORY_HOURS) * HOUR_MS), new Date(end * HOUR_MS)];
  const ids = await knownKeyIds(db.pool, series.split(' '));
  const [one, other] = series.split(' ').map((name) => ids.get(name) ?? 0);
  const hours = new Uint32Array(HISTORY_HOURS);
  const rows = search ? await readSearchHours(db, search, from, to) : await readPairHours(db, [one ?? 0, other ?? 0], from, to);
  for (const { hour, count } of rows) hours[hour - (end - HISTORY_HOURS)] = count;
  return hours;
}

/** The searches that readers saved, and the articles of the last day that each finds. */
async function searchesOf({ db }: Deps, at: number): Promise<{ filters: Searches; found: ReadonlyMap<string, ReadonlySet<string>> }> {
  const watched = await readWatchedSearches(db, MOST_SEARCHES);
  const found = new Map<string, ReadonlySet<string>>();
  for (const { series, filter } of watched) found.set(series, await readMatching(db, filter, new Date(at - DAY_MS), new Date(at)));
  return { filters: new Map(watched.map(({ series, filter }) => [series, filter])), found };
}

interface Readings {
  readings: Map<string, Reading>;
  renewed: number;
}

/** How each series stands that has enough articles in the last day to be asked, each pair that is worth it, and each search. */
async function readingsOf(deps: Deps, memory: Memory, recent: RecentSeries, pairs: readonly string[], searches: Searches, at: number): Promise<Readings> {
  const { past, shared } = await bringUp(deps, memory, at);
  const readings = new Map<string, Reading>();
  let renewed = 0;
  for (const series of [...recent.names(), ...pairs, ...searches.keys()]) {
    const articles = recent.of(series);
    if (articles.length < LEAST_ARTICLES) continue;
    let known = memory.baselines.get(series);
    if (!known || (known.end !== past.end() && renewed < RENEWED_A_LOOK)) {
      const asked = series.includes(' ') || searches.has(series);
      const counts = asked ? await askedHistory(deps, series, searches.get(series), past.end()) : past.of(series);
      known = { baseline: baselineOf(shared, { counts, clumping: clumping(articles, at) }), end: past.end() };
      memory.baselines.set(series, known);
      renewed += 1;
    }
    readings.set(series, { series, baseline: known.baseline, counts: windowCounts(articles, at) });
  }
  return { readings, renewed };
}

/** Who had it first, the articles that explain it, who reports, and what is named beside. */
async function storyOf({ db }: Deps, spike: Spike, recent: RecentSeries, names: ReadonlyMap<number, string>, search: Filter | undefined, at: number): Promise<SpikeStory> {
  const from = Math.min(spike.startedAt, at - spike.windowMinutes * 60_000);
  const own = since(recent.of(spike.series), from);
  const articles = await readSpikeArticles(db, own.map(({ id }) => id));
  const told = explaining(articles.map((article) => ({ ...article, publisherId: article.publisher.id, firstSeenAt: Date.parse(article.firstSeenAt) })), ARTICLES_TOLD);
  const chosen = new Set(told.map(({ id }) => id));
  const publishers = new Map<number, { id: number; name: string; count: number }>();
  for (const { publisher } of articles) publishers.set(publisher.id, { ...publisher, count: (publishers.get(publisher.id)?.count ?? 0) + 1 });
  const itself = search ? clausesOf(search).flat() : spike.series.split(' ');
  const series = new Set([...names].filter(([, name]) => itself.includes(name)).map(([id]) => id));
  const beside = companions(own.map(onlyNamed(names)), since(recent.all, from).map(onlyNamed(names)), series, 2 * COMPANIONS_TOLD);
  const named = async (kind: 'region' | 'topic') => {
    const those = beside.flatMap(({ key, count, expected }) => {
      const name = names.get(key) ?? '';
      return readKeyName(name).kind === kind ? [{ name, id: readKeyName(name).id, count, expected }] : [];
    }).slice(0, COMPANIONS_TOLD);
    const labels = await readLabels(db, kind, those.map(({ id }) => id));
    return those.map(({ name, id, count, expected }) => ({ key: name, label: labels.get(id)?.label ?? { en: id, ar: null }, count, expected }));
  };
  return {
    first: articles[0] ?? null, articles: articles.filter(({ id }) => chosen.has(id)), publishers: [...publishers.values()].sort((a, b) => b.count - a.count || a.id - b.id),
    places: await named('region'), topics: await named('topic'),
  };
}

const onlyNamed = (names: ReadonlyMap<number, string>) => ({ keys }: RecentArticle) => ({ keys: keys.filter((key) => names.has(key)) });

async function check(deps: Deps, memory: Memory): Promise<Looked> {
  const { db } = deps;
  const at = deps.now().getTime();
  memory.state ??= stateSchema.safeParse(await readSetting(db, 'spikes')).data ?? NO_SPIKES;
  const rows = await readWindowRows(db, new Date(at - DAY_MS), new Date(at));
  const names = await nameSeries(deps, memory, rows.flatMap(({ keys }) => keys));
  const searches = await searchesOf(deps, at);
  const recent = withSearches(seriesOf(rows, names), searches.found);
  const worth = pairsWorthALook(recent, at - HOUR_MS, { articles: LEAST_ARTICLES, publishers: LEAST_PUBLISHERS }, names, MOST_PAIRS);
  const open = memory.state.open.map(({ series }) => series).filter((series) => series.includes(' '));
  const { readings, renewed } = await readingsOf(deps, memory, recent, [...new Set([...worth, ...open])], searches.filters, at);
  const { shared } = await bringUp(deps, memory, at);
  const moment = { at, shared, totals: windowCounts(rows, at) };
  const thresholds = thresholdsFor(readings.size);
  const found = standingOut(judgeAll(moment, readings.values()), thresholds);
  const articlesOf = (series: string, minutes: number) => since(recent.of(series), at - minutes * 60_000).map(({ id, at: time, publisherId }) => ({ id, at: time, publisher: publisherId }));
  const { state, events } = advanceApart(memory.state, moment, found, (series) => readings.get(series), thresholds, articlesOf);
  if (events.length > 0 || state.open.length > 0 || memory.state.open.length > 0) {
    const stories = await Promise.all(events.map(async ({ kind, spike }) => ({
      spike, story: kind === 'ended' || kind === 'faded' ? null : await storyOf(deps, spike, recent, names, searches.filters.get(spike.series), at),
    })));
    await storeSpikes(db, stories, state, new Date(at));
  }
  memory.state = state;
  return { series: readings.size, renewed, events };
}

const nothingYet = (): Memory => ({ names: new Map(), past: null, baselines: new Map(), shared: null, state: null });

/** Looks for spikes once a minute: one process of those on a database, and where it ends another. */
export function createSpikeWatch(deps: Deps): SpikeWatch {
  let memory = nothingYet();
  let hold: Hold | null = null;
  const lost = (error: Error) => {
    hold = null;
    deps.onError(error);
  };
  const rounds = createWakeable(async () => {
    if (!hold) {
      hold = await tryHold(deps.db.connectionString, SPIKE_LOCK, lost);
      // another process may have looked meanwhile
      memory = nothingYet();
    }
    if (hold) await check(deps, memory);
    return false;
  }, deps.onError);
  return {
    start: () => rounds.start(EVERY_MS),
    async stop() {
      await rounds.stop();
      await hold?.release();
    },
    check: () => check(deps, memory),
  };
}

