import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';

export interface AreaProperties {
  id: string;
  /** where its name stands */
  at: [number, number];
  /** west, south, east, north */
  box: [number, number, number, number];
  /** of a province */
  country?: string;
  en?: string;
  ar?: string | null;
}

export type Areas = FeatureCollection<Polygon | MultiPolygon, AreaProperties>;

export interface DisputedProperties {
  id: string;
  en: string;
  ar: string;
  noteEn: string;
  noteAr: string;
  sources: string[];
  /** where the shading leaves it out: `countries`, while countries are shaded */
  neutral: 'always' | 'countries' | 'never';
}

export type DisputedAreas = FeatureCollection<MultiPolygon, DisputedProperties>;

const asked = new Map<string, Promise<unknown>>();

/** Each file once a page; what failed is asked for anew the next time. */
function once<T>(name: string, read: () => Promise<T>): Promise<T> {
  const known = asked.get(name);
  if (known) return known as Promise<T>;
  const reading = read().catch((error: unknown) => {
    asked.delete(name);
    throw error;
  });
  asked.set(name, reading);
  return reading;
}

async function fetchFile<T>(name: string): Promise<T> {
  const response = await fetch(`/geometry/${name}.json`);
  if (!response.ok) throw new Error(`/geometry/${name}.json: ${response.status}`);
  return (await response.json()) as T;
}

/** The widest of its polygons: Russia's tip beyond the date line and France overseas say nothing of where the name may stand. */
export function boxOf(geometry: Polygon | MultiPolygon): [number, number, number, number] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const boxes = polygons.map(([ring = []]): [number, number, number, number] => {
    const [xs, ys] = [ring.map(([x = 0]) => x), ring.map(([, y = 0]) => y)];
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  });
  const size = ([west, south, east, north]: [number, number, number, number]) => (east - west) * (north - south);
  return boxes.reduce((best, box) => (size(box) > size(best) ? box : best), boxes[0] ?? [0, 0, 0, 0]);
}

async function readAreas(name: string): Promise<Areas> {
  const [topology, { feature }] = await Promise.all([fetchFile<Topology<{ areas: GeometryCollection<{ at: [number, number]; country?: string; en?: string; ar?: string | null }> }>>(name), import('topojson-client')]);
  const { features } = feature(topology, topology.objects.areas);
  return {
    type: 'FeatureCollection',
    features: features.flatMap(({ id, geometry, properties }) =>
      geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
        ? [{ type: 'Feature' as const, geometry, properties: { ...properties, id: String(id), box: boxOf(geometry) } }]
        : []),
  };
}

export const loadCountries = () => once('countries', () => readAreas('countries'));
export const loadProvinces = () => once('provinces', () => readAreas('provinces'));
export const loadDisputed = () => once('disputed', () => fetchFile<DisputedAreas>('disputed'));
