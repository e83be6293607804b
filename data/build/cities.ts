import { readFileSync } from 'node:fs';
import { ARAB, arabicNames, latinNames, otherNames, type NameSource } from './names';

export interface CityRow {
  id: string;
  name: string;
  ar: string;
  country: string;
  admin1: string;
  feature: string;
  population: number;
  lat: number;
  lon: number;
  names: string[];
  /** names made by rule */
  derived: string[];
}

/** Where a city stands and who lives there, of all rows of the dump but the parts of cities. */
export interface CityPoint {
  /** country.admin1: `SY.12` */
  code: string;
  lat: number;
  lon: number;
  people: number;
}

/** Gone, abandoned or destroyed: no news happens there, and their names mislead. */
const GONE = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH']);
const SEAT = /^PPL(?:C|A)$/;

function worthKeeping(row: CityRow): boolean {
  if (GONE.has(row.feature)) return false;
  if (row.population >= 15_000 || SEAT.test(row.feature)) return true;
  return row.ar !== '' && (ARAB.has(row.country) || row.population >= 5_000);
}

/** A row of GeoNames' cities500 dump: tab-separated, see https://download.geonames.org/export/dump/readme.txt */
function cityOf(line: string): CityRow | null {
  const [id, name, ascii, alternates, lat, lon, , feature, country, , admin1, , , , population] = line.split('\t');
  if (!id || !name || !feature || !country || population === undefined) return null;
  const source: NameSource = { country, population: Number(population), capital: feature === 'PPLC' };
  const others = (alternates ?? '').split(',').map((other) => other.trim());
  const ar = arabicNames(others, source);
  const latin = latinNames(name, ascii ?? '', others, source);
  return {
    id, name, ar: ar[0] ?? '', country, admin1: admin1 ?? '', feature, population: source.population,
    lat: Number(Number(lat).toFixed(4)), lon: Number(Number(lon).toFixed(4)),
    names: [...latin.filter((other) => other !== name), ...ar.slice(1), ...otherNames(others, source)],
    derived: [],
  };
}

/** All rows of the dump: what is kept, where all stand, and the population of every province (by `SY.12`). */
export function readCities(path: string): { cities: CityRow[]; points: CityPoint[]; population: Map<string, number> } {
  const points: CityPoint[] = [];
  const population = new Map<string, number>();
  const cities: CityRow[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const city = line === '' ? null : cityOf(line);
    if (!city) continue;
    const code = `${city.country}.${city.admin1}`;
    if (city.feature !== 'PPLX') {
      population.set(code, (population.get(code) ?? 0) + city.population);
      points.push({ code, lat: city.lat, lon: city.lon, people: city.population });
    }
    if (worthKeeping(city)) cities.push(city);
  }
  return { cities: cities.sort((a, b) => Number(a.id) - Number(b.id)), points, population };
}
