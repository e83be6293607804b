import { readFileSync } from 'node:fs';
import { fold } from '../../lib/text/fold';
import { ARAB, arabicNames, latinNames, otherNames, type NameSource } from './names';
import { unromanised } from './unromanise';

export interface CityRow {
  id: string;
  name: string;
  ar: string;
  country: string;
  admin1: string;
  /** GeoNames' code of the unit below; of the United States the county's number */
  admin2: string;
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
/** Nobody in Arabic speaks of a village of America, and its name of a few letters is some word's: Ola, أولا. */
const VILLAGE = 5_000;
const LONG_ENOUGH = 6;

/** A row of GeoNames' cities500 dump: tab-separated, see https://download.geonames.org/export/dump/readme.txt */
function cityOf(line: string): CityRow | null {
  const [id, name, ascii, alternates, lat, lon, , feature, country, , admin1, admin2, , , population] = line.split('\t');
  if (!id || !name || !feature || !country || population === undefined) return null;
  const source: NameSource = { country, population: Number(population), capital: feature === 'PPLC' };
  const others = (alternates ?? '').split(',').map((other) => other.trim());
  const heard = ARAB.has(country) || source.population >= VILLAGE;
  const ar = arabicNames(others, source).filter((other) => heard || fold(other).length >= LONG_ENOUGH);
  const latin = latinNames(name, ascii ?? '', others, source);
  return {
    id, name, ar: ar[0] ?? '', country, admin1: admin1 ?? '', admin2: admin2 ?? '', feature, population: source.population,
    lat: Number(Number(lat).toFixed(4)), lon: Number(Number(lon).toFixed(4)),
    names: [...latin.filter((other) => other !== name), ...ar.slice(1), ...otherNames(others, source)],
    derived: ar.length === 0 && ARAB.has(country) ? [unromanised(name) ?? ''].filter((one) => one !== '') : [],
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
    if (!GONE.has(city.feature)) cities.push(city);
  }
  return { cities: cities.sort((a, b) => Number(a.id) - Number(b.id)), points, population };
}
