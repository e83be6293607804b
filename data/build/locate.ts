import { countryOf, polygonsOf, type Feature, type Polygon } from './features';

interface Shape {
  feature: Feature;
  polygon: Polygon;
  west: number;
  east: number;
  south: number;
  north: number;
}

function shapesOf(feature: Feature): Shape[] {
  return polygonsOf(feature).map((polygon) => {
    const shape = { feature, polygon, west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
    for (const [lon, lat] of polygon[0] ?? []) {
      shape.west = Math.min(shape.west, lon);
      shape.east = Math.max(shape.east, lon);
      shape.south = Math.min(shape.south, lat);
      shape.north = Math.max(shape.north, lat);
    }
    return shape;
  });
}

/** By the number of edges that a ray to the east crosses: an odd one is inside, a hole's edges count alike. */
function holds({ polygon, west, east, south, north }: Shape, lat: number, lon: number): boolean {
  if (lon < west || lon > east || lat < south || lat > north) return false;
  let inside = false;
  for (const ring of polygon) {
    let from = ring[ring.length - 1];
    for (const to of ring) {
      if (from && from[1] > lat !== to[1] > lat && lon < ((from[0] - to[0]) * (lat - to[1])) / (from[1] - to[1]) + to[0]) inside = !inside;
      from = to;
    }
  }
  return inside;
}

/** A port may stand off the generalised shore: as far as this, in degrees of latitude, the nearest outline is taken. */
const OFF_SHORE = 0.15;

function nearest(shapes: readonly Shape[], lat: number, lon: number): Feature | undefined {
  const narrow = Math.cos((lat * Math.PI) / 180);
  let best: { feature: Feature; distance: number } | undefined;
  for (const { feature, polygon, west, east, south, north } of shapes) {
    if (lat < south - OFF_SHORE || lat > north + OFF_SHORE || (west - lon) * narrow > OFF_SHORE || (lon - east) * narrow > OFF_SHORE) continue;
    for (const [x, y] of polygon[0] ?? []) {
      const distance = Math.hypot((x - lon) * narrow, y - lat);
      if (distance <= (best?.distance ?? OFF_SHORE)) best = { feature, distance };
    }
  }
  return best?.feature;
}

export type Locate = (country: string, lat: number, lon: number) => Feature | undefined;

/** Which unit of its country a point lies in or, off the shore, is next to. */
export function createLocate(features: readonly Feature[]): Locate {
  const byCountry = new Map<string, Shape[]>();
  for (const feature of features) {
    const shapes = byCountry.get(countryOf(feature));
    if (shapes) shapes.push(...shapesOf(feature));
    else byCountry.set(countryOf(feature), shapesOf(feature));
  }
  return (country, lat, lon) => {
    const shapes = byCountry.get(country) ?? [];
    return shapes.find((shape) => holds(shape, lat, lon))?.feature ?? nearest(shapes, lat, lon);
  };
}
