import { readFileSync } from 'node:fs';

type Point = [lon: number, lat: number];
/** the outline, then the holes in it */
export type Polygon = Point[][];

/** A unit of Natural Earth's admin-1 layer: of some countries provinces, of others the level below. */
export interface Feature {
  properties: Record<string, string | number | null>;
  geometry: { type: 'Polygon'; coordinates: Polygon } | { type: 'MultiPolygon'; coordinates: Polygon[] };
}

export const text = (feature: Feature, key: string) => String(feature.properties[key] ?? '').trim();
export const number = (feature: Feature, key: string) => Number(feature.properties[key] ?? 0);

/** Natural Earth's guess at the GeoNames code, or ''. Often the number of another unit: French departments bear it, GeoNames numbers regions. */
export function statedCode(feature: Feature): string {
  const code = text(feature, 'gn_a1_code');
  return /^[A-Z]{2}\.\S+$/.test(code) ? code : '';
}

export const countryOf = (feature: Feature) => (statedCode(feature) || text(feature, 'iso_a2')).slice(0, 2);
export const polygonsOf = ({ geometry }: Feature) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates);

/** Those that rows are made of: a country's only unit is the country. */
export function unitsOf(features: readonly Feature[]): Feature[] {
  const units = features.filter((feature) => statedCode(feature) !== '' && text(feature, 'name') !== '');
  const perCountry = new Map<string, number>();
  for (const unit of units) perCountry.set(countryOf(unit), (perCountry.get(countryOf(unit)) ?? 0) + 1);
  return units.filter((unit) => (perCountry.get(countryOf(unit)) ?? 0) > 1);
}

export function readFeatures(path: string): Feature[] {
  return (JSON.parse(readFileSync(path, 'utf8')) as { features: Feature[] }).features;
}
