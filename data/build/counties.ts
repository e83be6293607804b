import { readFileSync } from 'node:fs';
import type { CityRow } from './cities';
import { shortAndLong, unlike } from './names';
import type { ProvinceRow } from './provinces';

interface Geometry {
  type: string;
  id: string;
  properties: { name: string };
  arcs: number[][] | number[][][];
}

interface Topology {
  transform: { scale: [number, number]; translate: [number, number] };
  arcs: [number, number][][];
  objects: { counties: { geometries: Geometry[] }; states: { geometries: Geometry[] } };
}

type Point = [x: number, y: number];

/** An arc's points are steps from the one before; a negative number is the arc `~number` walked backwards. */
function ringOf(arcs: readonly number[], topology: Topology): Point[] {
  const ring: Point[] = [];
  for (const number of arcs) {
    let x = 0;
    let y = 0;
    const points = (topology.arcs[number < 0 ? ~number : number] ?? []).map(([dx, dy]): Point => [(x += dx), (y += dy)]);
    ring.push(...(number < 0 ? points.reverse() : points));
  }
  return ring;
}

/** Twice the area, and the centroid times thrice of that. */
function moments(ring: readonly Point[]): { area: number; x: number; y: number } {
  const sum = { area: 0, x: 0, y: 0 };
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    const cross = x * nextY - nextX * y;
    sum.area += cross;
    sum.x += (x + nextX) * cross;
    sum.y += (y + nextY) * cross;
  });
  return sum;
}

/** The centroid of the outlines; holes and islands of an island hardly move it. */
function centre({ type, arcs }: Geometry, topology: Topology): { lat: number; lon: number } {
  const polygons = (type === 'Polygon' ? [arcs] : arcs) as number[][][];
  const parts = polygons.map(([outline = []]) => moments(ringOf(outline, topology)));
  const total = (key: 'area' | 'x' | 'y') => parts.reduce((sum, part) => sum + part[key], 0);
  const { scale, translate } = topology.transform;
  const at = (moment: number, axis: 0 | 1) => Number(((moment / (3 * total('area'))) * scale[axis] + translate[axis]).toFixed(3));
  return { lon: at(total('x'), 0), lat: at(total('y'), 1) };
}

/** Alaska has boroughs; what is in none is a census area, which nobody calls by its name. */
const CENSUS_AREAS = new Set(['02016', '02050', '02070', '02105', '02158', '02180', '02198', '02240', '02261', '02290']);
/** From here on a state's numbers are those of cities that belong to no county; Texas counts its counties further. */
const CITIES_FROM = 510;
const TEXAS = '48';

function titleOf(id: string, name: string): string | null {
  const state = id.slice(0, 2);
  if (CENSUS_AREAS.has(id) || (state !== TEXAS && Number(id.slice(2)) >= CITIES_FROM)) return null;
  return `${name} ${state === '22' ? 'Parish' : state === '02' ? 'Borough' : 'County'}`;
}

/** `US.KY.125`: how a town of GeoNames names its county. */
export const countyKey = ({ country, admin1, admin2 }: CityRow) => `${country}.${admin1}.${admin2}`;

/**
 * Counties of the United States, which no other source has, by the key of their towns. They are known by their whole name only: Henry
 * County is no place called Henry.
 * @param path us-atlas' counties-10m.json
 * @param provinces of which the states are known by their names
 */
export function countiesOf(path: string, provinces: readonly ProvinceRow[], cities: readonly CityRow[]): Map<string, ProvinceRow> {
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology;
  const codes = new Map(provinces.filter(({ kind, code }) => kind === 'admin1' && code.startsWith('US.')).map(({ name, code }) => [name, code]));
  const states = new Map(topology.objects.states.geometries.map(({ id, properties }) => [id, codes.get(properties.name)]));
  const people = new Map<string, number>();
  for (const city of cities) if (city.feature !== 'PPLX') people.set(countyKey(city), (people.get(countyKey(city)) ?? 0) + city.population);

  const counties = new Map<string, ProvinceRow>();
  for (const geometry of topology.objects.counties.geometries) {
    const { id } = geometry;
    const code = states.get(id.slice(0, 2));
    const name = titleOf(id, geometry.properties.name);
    if (!code || !name || code === 'US.DC') continue;
    const key = `${code}.${id.slice(2)}`;
    counties.set(key, {
      id: `us-${id}`, code, kind: 'admin2', name, ar: '', population: people.get(key) ?? 0, ...centre(geometry, topology),
      names: unlike([name, ...shortAndLong(name, 'US')]).slice(1),
    });
  }
  return counties;
}
