import type { MapAnswer, MappedPlace } from '@/lib/map';
import { holds, type Point } from './drawn-shape';
import type { Bounds } from './news-map';

/** More than this a filter doesn't take (lib/filter-query). */
export const MOST_IDS = 20;

interface Box {
  id: string;
  box: Bounds;
}

/** By the corners of its box and the middles of its sides: an area needn't be drawn around to the last cape. */
function holdsBox(outline: readonly Point[], [west, south, east, north]: Bounds): boolean {
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  const edges: [number, number][] = [[west, south], [x, south], [east, south], [east, y], [east, north], [x, north], [west, north], [west, y]];
  return edges.every(([lon, lat]) => holds(outline, { x: lon, y: lat }));
}

/**
 * @param drawn the area's outline, x in degrees of longitude and y of latitude
 * @returns the places that an area drawn on the map comes to, the most mentioned first: countries and provinces that lie wholly in it, and towns. What lies within one that is
 * taken already is left out, since the filter finds it under that one; `left` are too many for a filter.
 */
export function resolveArea(drawn: readonly Point[], answer: Pick<MapAnswer, 'countries' | 'provinces' | 'places'>, outlines: readonly Box[]): { ids: string[]; left: number } {
  const boxes = new Map(outlines.map(({ id, box }) => [id, box]));
  const wholly = (places: readonly MappedPlace[]) => places.filter(({ id }) => {
    const box = boxes.get(id);
    return box !== undefined && holdsBox(drawn, box);
  });
  const found = [...wholly(answer.countries), ...wholly(answer.provinces), ...answer.places.filter((place) => holds(drawn, { x: place.lon, y: place.lat }))];
  const ids = new Set(found.map(({ id }) => id));
  const outermost = found.filter(({ within, id }) => !within.some((other) => other !== id && ids.has(other)));
  const sorted = outermost.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
  return { ids: sorted.slice(0, MOST_IDS), left: Math.max(0, sorted.length - MOST_IDS) };
}
