import { codeAround, spansProvinces, total, type Census } from './census';
import { countryOf, number, statedCode, text, type Feature } from './features';
import { ARAB, arabicNames, bareArabic, bareLatin, unlike } from './names';

export interface ProvinceRow {
  id: string;
  /** country.admin1 of GeoNames: `SY.12`, of the province it is or lies in; the country alone where it lies in several */
  code: string;
  /** region: a unit of Natural Earth that GeoNames has divided among several provinces */
  kind: 'admin1' | 'admin2' | 'region';
  name: string;
  ar: string;
  population: number;
  lat: number;
  lon: number;
  names: string[];
}

export function idOf(feature: Feature): string {
  return number(feature, 'gn_id') > 0 ? String(number(feature, 'gn_id')) : text(feature, 'iso_3166_2') || statedCode(feature);
}

/**
 * The name in Latin letters, and the Arabic one. Where several units of a country have one English name, it is right for the
 * one of the code (Moscow, its region's too), else given by mistake.
 */
function labelsOf(feature: Feature, code: string, shared: ReadonlySet<string>): { latin: string; arabic: string } {
  const english = text(feature, 'name_en');
  const mistaken = shared.has(`${countryOf(feature)}.${english}`) && code !== statedCode(feature);
  return english === '' || mistaken ? { latin: text(feature, 'name'), arabic: '' } : { latin: english, arabic: text(feature, 'name_ar') };
}

function sharedNames(units: readonly Feature[]): Set<string> {
  const seen = new Set<string>();
  const names = units.map((unit) => `${countryOf(unit)}.${text(unit, 'name_en')}`);
  return new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
}

interface Standing {
  code: string;
  kind: ProvinceRow['kind'];
  population: number;
}

function rowOf(feature: Feature, { code, kind, population }: Standing, shared: ReadonlySet<string>): ProvinceRow {
  const country = countryOf(feature);
  const { latin, arabic } = labelsOf(feature, code, shared);
  const name = bareLatin(latin);
  const ar = arabicNames([arabic], { country, population, capital: false });
  const more = ['name', 'name_alt', 'woe_name', 'gn_name'].flatMap((key) => text(feature, key).split('|'));
  const others = ARAB.has(country) ? more.map(bareLatin).filter((other) => /^\p{Lu}\p{Ll}/u.test(other) && !/[(|,]/.test(other)) : [];
  return {
    id: idOf(feature), code, kind, name, ar: bareArabic(ar[0] ?? ''), population,
    lat: Number(number(feature, 'latitude').toFixed(3)), lon: Number(number(feature, 'longitude').toFixed(3)),
    names: unlike([name, ...others]).filter((other) => other !== name),
  };
}

/** Where GeoNames' first level is wider than Natural Earth's (France, Italy, …), the former has no row: one is made of its parts. */
function joined(code: string, parts: readonly Feature[], population: number): ProvinceRow {
  const [part] = parts;
  // «Davao (Region XI)» is called Davao
  const name = part ? text(part, 'region').replace(/ \(.*\)$/, '') : '';
  const mean = (key: string) => Number((parts.reduce((sum, one) => sum + number(one, key), 0) / parts.length).toFixed(3));
  return { id: code, code, kind: 'admin1', name, ar: '', population, lat: mean('latitude'), lon: mean('longitude'), names: [] };
}

/** What a unit is that is no province itself. */
function standing(feature: Feature, census: Census): Standing {
  const code = codeAround(census, feature) || countryOf(feature);
  const kind = spansProvinces(census, feature) ? 'region' : 'admin2';
  return { code: kind === 'region' ? countryOf(feature) : code, kind, population: total(census.people.units.get(feature)?.values()) };
}

export interface Sources {
  /** see unitsOf */
  units: readonly Feature[];
  /** see matchProvinces */
  matches: ReadonlyMap<string, readonly Feature[]>;
  census: Census;
  /** people of each code */
  population: ReadonlyMap<string, number>;
  /** codes of provinces that data/hand has */
  byHand: ReadonlySet<string>;
}

export const byCode = (a: ProvinceRow, b: ProvinceRow) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.id < b.id ? -1 : 1);

/** The provinces of GeoNames' codes, as far as they are known, and Natural Earth's other units. */
export function provincesOf({ units, matches, census, population, byHand }: Sources): ProvinceRow[] {
  const shared = sharedNames(units);
  const rows: ProvinceRow[] = [];
  const whole = new Set<Feature>();
  for (const [code, parts] of matches) {
    const [only] = parts;
    if (!only || byHand.has(code)) continue;
    const people = population.get(code) ?? 0;
    if (parts.length === 1) whole.add(only);
    rows.push(parts.length > 1 ? joined(code, parts, people) : rowOf(only, { code, kind: 'admin1', population: people }, shared));
  }
  const others = units.filter((unit) => !whole.has(unit)).map((unit) => rowOf(unit, standing(unit, census), shared));
  // where two have one id, the province is the row
  const once = new Map([...others, ...rows].map((row) => [row.id, row]));
  return [...once.values()].filter((row) => row.name !== '').sort(byCode);
}
