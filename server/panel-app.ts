import type { Bucket, Panel, PanelSpike } from '../lib/dashboard';
import type { Filter } from '../lib/filter';
import { readKeyName } from '../lib/key';
import { isNoText } from '../lib/text/query';
import { WINDOWS, bucketStart, type WindowName } from '../lib/window';
import { compileFilter, type CompiledFilter } from './db/filter-sql';
import { readSpikes } from './db/spikes/read';
import { countKeys, readLabels, type KeyCount } from './db/trends/ranking';
import { byCount, type TrendsDeps } from './rankings-app';
import { countBuckets, readSpan } from './trends-app';

const TOP = 12;
const MOST_SPIKES = 3;

/** The edges of a window's buckets, the last of which is the running one. */
function edgesOf(window: WindowName, now: Date): Date[] {
  const { minutes, bucketMinutes } = WINDOWS[window];
  const width = bucketMinutes * 60_000;
  const count = minutes / bucketMinutes;
  const first = bucketStart(now, bucketMinutes).getTime() - (count - 1) * width;
  return Array.from({ length: count + 1 }, (_, n) => new Date(first + n * width));
}

interface Ranked extends KeyCount {
  id: string;
}

/** The most mentioned of a kind that have a name, and what they are called. */
async function topOf({ db }: TrendsDeps, counts: readonly KeyCount[], kind: 'place' | 'topic') {
  const ranked: Ranked[] = counts.map((one) => ({ ...one, ...readKeyName(one.name) })).filter((one) => readKeyName(one.name).kind === kind).sort(byCount);
  const labels = await readLabels(db, kind, ranked.slice(0, 2 * TOP).map(({ id }) => id));
  return ranked.flatMap(({ id, count }) => {
    const known = labels.get(id);
    return known ? [{ id, count, known }] : [];
  }).slice(0, TOP);
}

async function rankings(deps: TrendsDeps, compiled: CompiledFilter, from: Date, to: Date): Promise<Pick<Panel, 'places' | 'topics'>> {
  // the mentions know of no time but the hour: a filter that asks for one is counted from the articles
  const [start, end] = [new Date(Math.max(from.getTime(), compiled.from?.getTime() ?? 0)), new Date(Math.min(to.getTime(), compiled.to?.getTime() ?? Infinity))];
  if (start >= end) return { places: [], topics: [] };
  const counts = await countKeys(deps.db, compiled, ['place', 'topic'], start, end);
  const [places, topics] = await Promise.all([topOf(deps, counts, 'place'), topOf(deps, counts, 'topic')]);
  return {
    // a place has a kind, a topic none
    places: places.flatMap(({ id, count, known: { label, kind, country = null } }) => (kind ? [{ id, label, count, kind, country }] : [])),
    topics: topics.map(({ id, count, known: { label } }) => ({ id, label, count })),
  };
}

/** Spikes within the window that the filter's regions and topics have: those of a text, a publisher or a language are not looked for. */
async function spikesOf({ db }: TrendsDeps, filter: Filter, from: Date, to: Date): Promise<PanelSpike[]> {
  if (!isNoText(filter.text) || filter.publishers.length + filter.langs.length + filter.roles.length > 0) return [];
  const found = await readSpikes(db, [], MOST_SPIKES, { ...filter, from: from.toISOString(), to: to.toISOString() });
  return found.filter(({ startedAt }) => new Date(startedAt) >= from).map(({ id, labels, startedAt, observed, expected }) => ({ id, labels, startedAt, observed, expected }));
}

const bucket = ({ start, count, publishers, late, state, projected }: Bucket): Bucket => ({ start, count, publishers, late, state, projected });

/** The numbers beside the feed, by time of publication, in a window that ends with the running bucket: counted as /api/v1 counts. */
export async function readPanel(deps: TrendsDeps, filter: Filter, window: WindowName): Promise<Panel> {
  const now = deps.now();
  const edges = edgesOf(window, now);
  const [from, to] = [edges[0] as Date, edges.at(-1) as Date];
  const [buckets, ranked, spikes] = await Promise.all([
    readSpan(deps, edges, 'hour', now).then((span) => countBuckets(deps, filter, span)),
    compileFilter(deps.db, filter).then((compiled) => rankings(deps, compiled, from, to)),
    spikesOf(deps, filter, from, to),
  ]);
  return { window, total: buckets.reduce((sum, { count }) => sum + (count ?? 0), 0), buckets: buckets.map(bucket), ...ranked, spikes };
}
