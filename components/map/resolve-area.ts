import type { MapAnswer, MappedPlace } from '@/lib/map';
import type { Bounds } from './news-map';

/** More than this a filter doesn't take (lib/filter-query). */
export const MOST_IDS = 20;

interface Box {
  id: string;
  box: Bounds;
}

const holdsPoint = ([west, south, east, north]: Bounds, { lon, lat }: { lon: number; lat: number }) => lon >= west && lon <= east && lat >= south && lat <= north;
const holdsBox = ([west, south, east, north]: Bounds, [left, bottom, right, top]: Bounds) => left >= west && bottom >= south && right <= east && top <= north;

/**
 * The places that an area drawn on the map comes to, the most mentioned first: countries and provinces that lie wholly in it, and towns. What lies within one that is
 * taken already is left out, since the filter finds it under that one.
 */
export function resolveArea(drawn: Bounds, answer: Pick<MapAnswer, 'countries' | 'provinces' | 'places'>, outlines: readonly Box[]): { ids: string[]; left: number } {
  const boxes = new Map(outlines.map(({ id, box }) => [id, box]));
  const wholly = (places: readonly MappedPlace[]) => places.filter(({ id }) => {
    const box = boxes.get(id);
    return box !== undefined && holdsBox(drawn, box);
  });
  const found = [...wholly(answer.countries), ...wholly(answer.provinces), ...answer.places.filter((place) => holdsPoint(drawn, place))];
  const ids = new Set(found.map(({ id }) => id));
  const outermost = found.filter(({ within, id }) => !within.some((other) => other !== id && ids.has(other)));
  const sorted = outermost.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
  return { ids: sorted.slice(0, MOST_IDS), left: Math.max(0, sorted.length - MOST_IDS) };
}
