import { readFileSync } from 'node:fs';
import { ARAB, arabicNames, bareArabic, bareLatin, unlike } from './names';

export interface ProvinceRow {
  id: string;
  /** country.admin1 of GeoNames: `SY.12` */
  code: string;
  kind: 'admin1' | 'admin2';
  name: string;
  ar: string;
  population: number;
  lat: number;
  lon: number;
  names: string[];
}

interface Feature {
  properties: Record<string, string | number | null>;
  geometry: { type: string; coordinates: unknown };
}

const text = (feature: Feature, key: string) => String(feature.properties[key] ?? '').trim();
const number = (feature: Feature, key: string) => Number(feature.properties[key] ?? 0);

export function readFeatures(path: string): Feature[] {
  return (JSON.parse(readFileSync(path, 'utf8')) as { features: Feature[] }).features;
}

function rowOf(feature: Feature, code: string, kind: ProvinceRow['kind'], population: number): ProvinceRow {
  const [country = ''] = code.split('.');
  const id = number(feature, 'gn_id') > 0 ? String(number(feature, 'gn_id')) : text(feature, 'iso_3166_2') || code;
  const name = bareLatin(text(feature, 'name_en') || text(feature, 'name'));
  const ar = arabicNames([text(feature, 'name_ar')], { country, population, capital: false });
  const more = ['name', 'name_alt', 'woe_name', 'gn_name'].flatMap((key) => text(feature, key).split('|'));
  const latin = ARAB.has(country) ? more.map(bareLatin).filter((other) => /^\p{Lu}\p{Ll}/u.test(other) && !/[(|,]/.test(other)) : [];
  return {
    id, code, kind, name, ar: bareArabic(ar[0] ?? ''), population,
    lat: Number(number(feature, 'latitude').toFixed(3)), lon: Number(number(feature, 'longitude').toFixed(3)),
    names: unlike([name, ...latin]).filter((other) => other !== name),
  };
}

/** Where GeoNames' first level is wider than Natural Earth's (France, Italy, …), the former has no row: one is made of its parts. */
function joined(code: string, parts: Feature[], population: number): ProvinceRow | null {
  const names = new Set(parts.map((part) => text(part, 'region')));
  const [name] = names;
  if (names.size !== 1 || !name) return null;
  const mean = (key: string) => Number((parts.reduce((sum, part) => sum + number(part, key), 0) / parts.length).toFixed(3));
  return { id: code, code, kind: 'admin1', name, ar: '', population, lat: mean('latitude'), lon: mean('longitude'), names: [] };
}

/** Natural Earth's admin-1 units under GeoNames' codes. Of a code that several share, each is an admin2. */
export function provincesOf(features: Feature[], population: Map<string, number>): ProvinceRow[] {
  const byCode = new Map<string, Feature[]>();
  for (const feature of features) {
    const code = text(feature, 'gn_a1_code');
    if (!/^[A-Z]{2}\.\S+$/.test(code) || !text(feature, 'name')) continue;
    byCode.set(code, [...(byCode.get(code) ?? []), feature]);
  }
  const rows: ProvinceRow[] = [];
  for (const [code, parts] of byCode) {
    const people = population.get(code) ?? 0;
    const [only] = parts;
    // a code that no city lies in is a smaller unit of another division (British boroughs)
    if (parts.length === 1 && only) rows.push(rowOf(only, code, population.has(code) ? 'admin1' : 'admin2', people));
    else {
      const whole = joined(code, parts, people);
      if (whole) rows.push(whole, ...parts.map((part) => rowOf(part, code, 'admin2', Math.round(people / parts.length))));
    }
  }
  const once = new Map(rows.map((row) => [row.id, row]));
  return [...once.values()].filter((row) => row.name !== '').sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.id < b.id ? -1 : 1));
}
