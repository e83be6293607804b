import type { MapAnswer, MappedPlace } from '@/lib/map';
import type { Bounds } from './news-map';

/** Where nothing is known of any place: from the Atlantic to the Gulf of Bengal, since that is what most readers watch. */
export const HOME: Bounds = [-18, -4, 72, 55];

/** These parts of the mentions are in sight at first, from west to east and, of those, from south to north: a few about Lima or New York don't make the map one of the world. */
const BULK = { lon: 0.75, lat: 0.9 };
/** No nearer than this, in degrees: a lone town is seen with its country around it. */
const LEAST = { lon: 14, lat: 9 };
/** Around the outermost, as a part of the span. */
const MARGIN = 0.12;
const NORTHMOST = 80;

/** The narrowest stretch of degrees that holds a part of the mentions, wherever the rest lie. */
function bulk(places: readonly MappedPlace[], degreeOf: (place: MappedPlace) => number, part: number): [number, number] {
  const sorted = [...places].sort((a, b) => degreeOf(a) - degreeOf(b));
  const enough = part * sorted.reduce((sum, { count }) => sum + count, 0);
  let best: [number, number] | null = null;
  let held = 0;
  let first = 0;
  for (const place of sorted) {
    held += place.count;
    for (let west = sorted[first]; west && held - west.count >= enough; west = sorted[first]) {
      held -= west.count;
      first += 1;
    }
    const [low, high] = [degreeOf(sorted[first] ?? place), degreeOf(place)];
    if (held >= enough && (best === null || high - low < best[1] - best[0])) best = [low, high];
  }
  return best ?? [0, 0];
}

function widened([low, high]: [number, number], least: number, [lowest, highest]: [number, number]): [number, number] {
  const span = Math.max(least, (high - low) * (1 + 2 * MARGIN));
  const middle = (low + high) / 2;
  return [Math.max(lowest, middle - span / 2), Math.min(highest, middle + span / 2)];
}

/** Where the news is: around the bulk of the towns by their mentions, where it lies closest together, else of provinces or countries. Degrees, WGS 84. */
export function newsBounds({ places, provinces, countries }: Pick<MapAnswer, 'places' | 'provinces' | 'countries'>): Bounds {
  const shown = [places, provinces, countries].find((list) => list.length > 0);
  if (!shown) return HOME;
  const lons = bulk(shown, ({ lon }) => lon, BULK.lon);
  const lats = bulk(shown.filter(({ lon }) => lon >= lons[0] && lon <= lons[1]), ({ lat }) => lat, BULK.lat);
  const [west, east] = widened(lons, LEAST.lon, [-180, 180]);
  const [south, north] = widened(lats, LEAST.lat, [-NORTHMOST, NORTHMOST]);
  return [west, south, east, north];
}
