import { PLACE_ROLES, type PlaceRole } from '@/lib/place';
import { toPlane } from './mercator';

export type RoleCounts = Readonly<Partial<Record<PlaceRole, number>>>;

/** A town or a point: what may be drawn as a circle. A country or a province never is. */
export interface MapPoint {
  id: string;
  name: string;
  lon: number;
  lat: number;
  count: number;
  roles: RoleCounts;
}

/** Points too near each other to be told apart. It stands where its greatest point is, never between them: nothing happened there. */
export interface Cluster extends MapPoint {
  /** of the greatest point alone: what its circle says, else many small towns would look like one that leads */
  most: number;
  /** the others' ids; the first has the most mentions */
  others: string[];
}

/** Points nearer than this, in pixels, are one circle. */
const NEAR = 30;

const added = (a: RoleCounts, b: RoleCounts): RoleCounts =>
  Object.fromEntries(PLACE_ROLES.flatMap((role) => (a[role] || b[role] ? [[role, (a[role] ?? 0) + (b[role] ?? 0)]] : [])));

/** Gathers points around the most mentioned of them, for one zoom. The same points and zoom give the same clusters. */
export function clusterPoints(points: readonly MapPoint[], zoom: number): Cluster[] {
  const sorted = [...points].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  const clusters: Cluster[] = [];
  const cells = new Map<string, { x: number; y: number; cluster: Cluster }[]>();
  for (const point of sorted) {
    const { x, y } = toPlane(point.lon, point.lat, zoom);
    const [column, row] = [Math.floor(x / NEAR), Math.floor(y / NEAR)];
    const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => cells.get(`${column + dx} ${row + dy}`) ?? []));
    const near = around.map((one) => ({ ...one, distance: Math.hypot(one.x - x, one.y - y) })).filter(({ distance }) => distance < NEAR);
    const host = near.sort((a, b) => a.distance - b.distance)[0]?.cluster;
    if (host) {
      host.count += point.count;
      host.roles = added(host.roles, point.roles);
      host.others.push(point.id);
      continue;
    }
    const cluster = { ...point, most: point.count, others: [] };
    clusters.push(cluster);
    const cell = `${column} ${row}`;
    cells.set(cell, [...(cells.get(cell) ?? []), { x, y, cluster }]);
  }
  return clusters;
}

/** The role that most articles give it; of two as frequent the stronger. */
export function mainRole(roles: RoleCounts): PlaceRole {
  return PLACE_ROLES.reduce((best, role) => ((roles[role] ?? 0) > (roles[best] ?? 0) ? role : best), PLACE_ROLES[0]);
}
