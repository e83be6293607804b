import type { Place, PlaceKind } from '../../../lib/place';
import { list, readData, readTable } from '../tables';
import type { Ranked } from './candidate';
import { keyOf } from './name-index';

/** A place of the data files, before it is known what it lies within. */
export interface PlaceRow extends Ranked {
  /** its labels as they are looked up */
  labels: string[];
  /** `SY.12`: the province it is, or lies in */
  code: string | null;
  /** id of a smaller unit that it lies in, or of a region that its province belongs to */
  unit?: string;
}

/** One of those that are few enough to hold with their names. */
export interface NamedPlace extends PlaceRow {
  /** the file of data/ that has the row */
  file: string;
  names: string[];
  /** those of the names that come from data/hand */
  byHand?: string[];
}

export const CITIES = 'gazetteer/cities.tsv';
const COUNTRIES = 'gazetteer/countries.tsv';
const PROVINCES = 'gazetteer/provinces.tsv';
const HAND = 'hand/places.tsv';
const REGIONS = 'regions.json';

export interface Region {
  id: string;
  en: string;
  ar: string;
  lat: number;
  lon: number;
  names: string[];
  countries: string[];
}

const COUNTRY_PROMINENCE = 8.5;
const HAND_PROMINENCE = 6.5;
/** A village or a quarter written by hand stands on its own where its name is written out, less so glued to a proclitic or of three letters. */
const HAND_TOWN_PROMINENCE = 5.4;
/** A province is named less than the city of its name, and more than a village. */
const PROVINCE_SHARE = 0.8;
/** Of the units below, many bear plain words for names (Nord, Lot): they need the help of what surrounds them. */
const SMALLER_SHARE = 0.6;
/** One whose name says that it is one (Laurel County) is never mistaken for a word, only for another of its name. */
const SAYS_SO = / (?:County|Parish|Borough)$/;
const SMALLER_AT_LEAST = 4;

function magnitude(people: number): number {
  return Math.log10(Math.max(1, people));
}

function place(id: string, geonamesId: string, en: string, ar: string, kind: PlaceKind, country: string | null, lat: string, lon: string): Place {
  return {
    id, geonamesId: geonamesId === '' ? null : Number(geonamesId), name: { en, ar: ar === '' ? null : ar }, kind, country,
    admin1: null, lat: Number(lat), lon: Number(lon), within: [],
  };
}

export const labelsOf = (en: string, ar: string) => [en, ar].filter((label) => label !== '').map(keyOf);

/** A seat of a province, a district or a part of one has some thousand people, though nobody told GeoNames how many (half of Syria). */
const UNCOUNTED: Readonly<Record<string, number>> = { PPLC: 4.5, PPLA: 4, PPLA2: 3.7, PPLA3: 3.4 };

export function countryRows(): NamedPlace[] {
  return readTable(COUNTRIES, 7).map(([id = '', geonamesId = '', en = '', ar = '', population = '', lat = '', lon = '', names]) => ({
    place: place(id, geonamesId, en, ar, 'country', id, lat, lon),
    file: COUNTRIES,
    // a name such as جورجيا or Guinea is the larger country's before the island's
    prominence: COUNTRY_PROMINENCE + magnitude(Number(population)) / 10,
    capital: false, population: Number(population), feature: '', code: null, labels: labelsOf(en, ar), names: [en, ar, ...list(names)],
  }));
}

function provinceProminence(kind: string, name: string, people: number): number {
  if (kind !== 'admin2') return magnitude(people) * PROVINCE_SHARE;
  return SAYS_SO.test(name) ? SMALLER_AT_LEAST + magnitude(people) / 5 : magnitude(people) * SMALLER_SHARE;
}

export function provinceRows(): NamedPlace[] {
  return readTable(PROVINCES, 8).map(([id = '', code = '', kind = '', en = '', ar = '', population = '', lat = '', lon = '', names]) => ({
    place: place(id, /^\d+$/.test(id) ? id : '', en, ar, kind as PlaceKind, code.slice(0, 2), lat, lon),
    file: PROVINCES,
    prominence: provinceProminence(kind, en, Number(population)),
    capital: false, population: Number(population), feature: '', code, labels: labelsOf(en, ar), names: [en, ar, ...list(names)],
  }));
}

/** id, en, ar, country, admin1, feature, population, lat, lon, unit, names, derived */
export const CITY_COLUMNS = 12;

/** A row of data/gazetteer/cities.tsv, but for its names; see city-table.ts */
export function cityRow([id = '', en = '', ar = '', country = '', admin1 = '', feature = '', population = '', lat = '', lon = '', unit = '']: readonly string[]): PlaceRow {
  const people = Number(population);
  return {
    place: place(id, id, en, ar, feature === 'PPLX' ? 'district' : 'city', country, lat, lon),
    prominence: (people === 0 ? (UNCOUNTED[feature] ?? 0) : magnitude(people)) + (feature === 'PPLC' ? 1.5 : feature === 'PPLA' ? 0.7 : 0) - (feature === 'PPLX' ? 1 : 0),
    capital: feature === 'PPLC', population: people, feature, code: `${country}.${admin1}`, unit, labels: labelsOf(en, ar),
  };
}

/** A name with a note in brackets is a label only. */
function written(en: string, ar: string, names: string | undefined): Pick<NamedPlace, 'names' | 'byHand' | 'labels'> {
  const all = [...(en.includes('(') ? [] : [en]), ar, ...list(names)];
  return { names: all, byHand: all, labels: labelsOf(en, ar) };
}

/** data/hand/places.tsv */
export function handRows(): NamedPlace[] {
  return readTable(HAND, 7).map(([id = '', kind = '', country = '', lat = '', lon = '', en = '', ar = '', names, code]) => ({
    place: place(id, '', en, ar, kind as PlaceKind, country === '' ? null : country, lat, lon),
    file: HAND,
    prominence: kind === 'city' || kind === 'district' ? HAND_TOWN_PROMINENCE : HAND_PROMINENCE,
    capital: false, population: 0, feature: '', code: code ? code : null,
    ...written(en, ar, names),
  }));
}

export function regionRows(): Region[] {
  return JSON.parse(readData(REGIONS)) as Region[];
}

export function regionPlace(region: Region): NamedPlace {
  return {
    place: place(region.id, '', region.en, region.ar, 'region', null, String(region.lat), String(region.lon)),
    file: REGIONS,
    prominence: COUNTRY_PROMINENCE, capital: false, population: 0, feature: '', code: null, labels: labelsOf(region.en, region.ar),
    names: [region.en, region.ar, ...region.names], byHand: [region.ar, ...region.names],
  };
}
