import type { Polygon } from './features';

type Point = readonly [lon: number, lat: number];

const ringArea = (ring: readonly Point[]) =>
  Math.abs(ring.reduce((sum, [x, y], n) => {
    const [nextX, nextY] = ring[(n + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0)) / 2;

function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** How far inside the polygon a point is; negative outside. */
function depth(point: Point, polygon: readonly (readonly Point[])[]): number {
  let inside = false;
  let nearest = Infinity;
  for (const ring of polygon) {
    let from = ring[ring.length - 1];
    for (const to of ring) {
      if (from && from[1] > point[1] !== to[1] > point[1] && point[0] < ((from[0] - to[0]) * (point[1] - to[1])) / (from[1] - to[1]) + to[0]) inside = !inside;
      if (from) nearest = Math.min(nearest, distanceToSegment(point, from, to));
      from = to;
    }
  }
  return inside ? nearest : -nearest;
}

const GRID = 12;
const ROUNDS = 5;

/** Where a name stands best: about as far from the outline as one can be, in the largest of the polygons. */
export function labelPoint(polygons: readonly Polygon[]): [number, number] {
  const polygon = [...polygons].sort((a, b) => ringArea(b[0] ?? []) - ringArea(a[0] ?? []))[0] ?? [];
  const outline = polygon[0] ?? [];
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  let [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  // a degree of longitude is narrower, the further from the equator
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scaled = polygon.map((ring) => ring.map(([x, y]): Point => [x * narrow, y]));
  let best: Point = [(west + east) / 2, (south + north) / 2];
  let bestDepth = -Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let n = 0; n < GRID * GRID; n += 1) {
      const point: Point = [west + ((n % GRID) + 0.5) * ((east - west) / GRID), south + (Math.floor(n / GRID) + 0.5) * ((north - south) / GRID)];
      const here = depth([point[0] * narrow, point[1]], scaled);
      if (here > bestDepth) [best, bestDepth] = [point, here];
    }
    const [width, height] = [(east - west) / GRID, (north - south) / GRID];
    [west, east, south, north] = [best[0] - width, best[0] + width, best[1] - height, best[1] + height];
  }
  return [Number(best[0].toFixed(2)), Number(best[1].toFixed(2))];
}
