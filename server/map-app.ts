import { toFilter } from '../lib/filter-terms';
import type { MapAnswer, MapFrame, MappedPlace, MapQuery } from '../lib/map';
import type { PlaceRole } from '../lib/place';
import type { Database } from './db/client';
import { asksNothing, compileFilter, type CompiledFilter } from './db/filter-sql';
import { countAll, countMappedHours, countMappedPlaces, countRecentPlaces, readPlaceFacts, type HourCount, type PlaceCount, type PlaceFacts } from './db/trends/map';
import { countArticlesByName } from './db/trends/ranking';
import { recentRows } from './db/trends/recent';
import { tallyPlaces } from './db/trends/tally';
import { dayOf, timeless, type TrendsDeps } from './rankings-app';

const HOUR_MS = 3_600_000;
const MOST_FRAMES = 24;

interface Counted {
  count: number;
  publishers: number;
  roles: Partial<Record<PlaceRole, number>>;
}

function byPlace(counts: readonly PlaceCount[]): Map<string, Counted> {
  const places = new Map<string, Counted>();
  for (const { kind, id, count, publishers } of counts) {
    const place = places.get(id) ?? { count: 0, publishers: 0, roles: {} };
    places.set(id, place);
    if (kind === 'region') Object.assign(place, { count, publishers });
    else place.roles[kind] = count;
  }
  return places;
}

/** Where the filter asks for roles, a place counts in these: else the map of "venues" would show whom the talks are about. */
async function inRoles({ db }: TrendsDeps, filter: CompiledFilter, roles: readonly PlaceRole[], places: Map<string, Counted>, from: Date, to: Date): Promise<void> {
  if (roles.length === 0) return;
  const counts = await countArticlesByName(db, filter, roles.map((kind) => ({ kind, id: null })), 'id', from, to);
  for (const [id, place] of places) {
    place.count = counts.get(id) ?? 0;
    place.publishers = Math.min(place.publishers, place.count);
    if (place.count === 0) places.delete(id);
  }
}

const asPlace = (facts: PlaceFacts, { count, publishers, roles }: Counted, total: number): MappedPlace => ({ ...facts, count, share: total === 0 ? 0 : count / total, publishers, roles });

/** By what the map makes of them: shades, circles, or nothing. */
function sorted(places: readonly MappedPlace[]): Pick<MapAnswer, 'countries' | 'provinces' | 'places' | 'others'> {
  const of = (...kinds: MappedPlace['kind'][]) => places.filter(({ kind }) => kinds.includes(kind));
  return { countries: of('country'), provinces: of('admin1', 'admin2'), places: of('city', 'district', 'site'), others: of('region', 'water') };
}

function framesOf(rows: readonly HourCount[], shown: ReadonlySet<string>, from: Date, to: Date): MapFrame[] {
  const frames = new Map<number, MapFrame>();
  for (let start = from.getTime(); start < to.getTime(); start += HOUR_MS) frames.set(start, { start: new Date(start).toISOString(), total: 0, counts: {} });
  for (const { start, id, count } of rows) {
    const frame = frames.get(start.getTime());
    if (!frame) continue;
    if (id === null) frame.total = count;
    else if (shown.has(id)) frame.counts[id] = count;
  }
  return [...frames.values()];
}

/** The hours of the span's end, whole ones. */
function lastHours(from: Date, to: Date): { from: Date; to: Date } {
  const end = Math.ceil(to.getTime() / HOUR_MS) * HOUR_MS;
  return { from: new Date(Math.max(Math.floor(from.getTime() / HOUR_MS) * HOUR_MS, end - MOST_FRAMES * HOUR_MS)), to: new Date(end) };
}

async function countPlaces(db: Database, filter: CompiledFilter, from: Date, to: Date): Promise<{ total: number; places: PlaceCount[] }> {
  const recent = await recentRows(db, filter, from, to);
  if (recent) return countRecentPlaces(db, recent, filter);
  if (asksNothing(filter)) return tallyPlaces(db, from, to);
  const [places, total] = await Promise.all([countMappedPlaces(db, filter, from, to), countAll(db, filter, from, to)]);
  return { places, total };
}

/** Where the articles of a filter are about. */
export async function readMap(deps: TrendsDeps, { filter: query, limit, hours }: MapQuery): Promise<MapAnswer> {
  const { db, now } = deps;
  const filter = toFilter(query, now().getTime());
  const compiled = timeless(await compileFilter(db, filter));
  const { from, to } = dayOf(filter, now());
  const day = lastHours(from, to);
  const frames = hours ? countMappedHours(db, compiled, filter.roles, day.from, day.to) : null;
  const [{ places: counts, total }, rows] = await Promise.all([countPlaces(db, compiled, from, to), frames]);
  const counted = byPlace(counts);
  await inRoles(deps, compiled, filter.roles, counted, from, to);
  const facts = await readPlaceFacts(db, [...counted.keys()]);
  const ranked = [...facts.values()].flatMap((known): MappedPlace[] => {
    const place = counted.get(known.id);
    return place ? [asPlace(known, place, total)] : [];
  }).sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  const shown = ranked.slice(0, limit);
  return {
    from: from.toISOString(), to: to.toISOString(), total, ...sorted(shown), leftOut: ranked.length - shown.length,
    ...(rows ? { frames: framesOf(rows, new Set(shown.map(({ id }) => id)), day.from, day.to) } : {}),
  };
}
