import type { MapAnswer, MappedPlace } from '@/lib/map';
import type { Bounds } from './news-map';

/** Where nothing is known of any place: from the Atlantic to the Gulf of Bengal, since that is what most readers watch. */
export const HOME: Bounds = [-18, -4, 72, 55];

/** This part of the mentions may lie beyond each edge: one article about Lima doesn't make the map one of the world. */
const BEYOND = 0.1;
/** No nearer than this, in degrees: a lone town is seen with its country around it. */
const LEAST = { lon: 14, lat: 9 };
/** Around the outermost, as a part of the span. */
const MARGIN = 0.12;
const NORTHMOST = 80;

/** The two degrees between which the bulk of the mentions lies. */
function bulk(places: readonly MappedPlace[], degreeOf: (place: MappedPlace) => number): [number, number] {
  const sorted = [...places].sort((a, b) => degreeOf(a) - degreeOf(b));
  const all = sorted.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  const [first, last] = [sorted[0], sorted.at(-1)].map((place) => (place ? degreeOf(place) : 0)) as [number, number];
  let [low, high] = [first, last];
  for (const place of sorted) {
    if (before <= all * BEYOND) low = degreeOf(place);
    if (before < all * (1 - BEYOND)) high = degreeOf(place);
    before += place.count;
  }
  return [low, high];
}

function widened([low, high]: [number, number], least: number, [lowest, highest]: [number, number]): [number, number] {
  const span = Math.max(least, (high - low) * (1 + 2 * MARGIN));
  const middle = (low + high) / 2;
  return [Math.max(lowest, middle - span / 2), Math.min(highest, middle + span / 2)];
}

/** Where the news is: around the bulk of the towns by their mentions, else of provinces or countries. Degrees, WGS 84. */
export function newsBounds({ places, provinces, countries }: Pick<MapAnswer, 'places' | 'provinces' | 'countries'>): Bounds {
  const shown = [places, provinces, countries].find((list) => list.length > 0);
  if (!shown) return HOME;
  const [west, east] = widened(bulk(shown, ({ lon }) => lon), LEAST.lon, [-180, 180]);
  const [south, north] = widened(bulk(shown, ({ lat }) => lat), LEAST.lat, [-NORTHMOST, NORTHMOST]);
  return [west, south, east, north];
}
