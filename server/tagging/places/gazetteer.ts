import type { Place } from '../../../lib/place';
import { readBytes } from '../tables';
import type { KnownWord } from '../vocabulary';
import { loadAbbreviations, type Abbreviation } from './abbreviations';
import { addAliases, ALIASES } from './aliases';
import type { Candidate } from './candidate';
import { createCityTable } from './city-table';
import { loadCountrySigns, type CountrySigns } from './country-signs';
import { loadCues, type Cues } from './cues';
import { loadDemonyms } from './demonyms';
import { createSettle } from './hierarchy';
import { keyOf, NameIndex, type Names, type PlaceNames } from './name-index';
import { loadNotPlaces, type NotPlaces } from './not-places';
import { createOpenings, type Openings } from './openings';
import { loadRoleCues, type RoleCues } from './role-cues';
import { CITIES, countryRows, handRows, provinceRows, regionPlace, regionRows, type NamedPlace } from './rows';

/** All that the tagger knows of places. Some 200,000 rows; see NOTICE.md for where they come from. */
export interface Gazetteer {
  /** every region, country and province: the rows that the database keeps whole */
  hierarchy: Place[];
  place(id: string): Place | undefined;
  names: PlaceNames;
  /** Va., N.C.: how newspapers shorten provinces */
  abbreviations: NameIndex<Abbreviation>;
  /** Syrian, السورية: the country */
  demonyms: Names<string>;
  notPlaces: NotPlaces;
  /** folded names that a person wrote down, or that a country or a great city bears: no doubt about them */
  vouched: Pick<ReadonlySet<string>, 'has'>;
  cues: Cues;
  roleCues: RoleCues;
  countrySigns: CountrySigns;
  /** what begins with a word, in any of its readings: a name, an abbreviation, a demonym, a blocker phrase */
  opens(word: KnownWord): Openings | null;
}

/** A name of fewer letters than this is none: IN, إب and their like stand for too much else. */
export const SHORTEST = 2;

/** Package names of large cities need no voucher. */
const GREAT = 7;

/** «روم» is Rome in Persian, and in Arabic half a word. */
const TOO_SHORT = /^[\u0621-\u06ff]{1,3}$/;

function vouchedNames(rows: readonly NamedPlace[], names: PlaceNames): Gazetteer['vouched'] {
  const written = new Set(rows.flatMap(({ place, prominence, names: own, byHand = [] }) =>
    place.kind === 'country' || prominence >= GREAT ? [...byHand, ...own.filter((name) => !TOO_SHORT.test(name))] : byHand).map(keyOf));
  return { has: (key) => written.has(key) || names.get(key).some(({ place, prominence }) => place.kind === 'city' && prominence >= GREAT) };
}

function addRow(names: NameIndex<Candidate>, row: NamedPlace): void {
  const { labels, place, prominence, capital, population, feature, file } = row;
  const written = new Set(row.byHand);
  const keys = new Set<string>();
  for (const name of row.names) {
    const key = keyOf(name);
    if (name.length < SHORTEST || keys.has(key)) continue;
    keys.add(key);
    const from = written.has(name) && file.startsWith('gazetteer/') ? ALIASES : file;
    names.add(name, { place, prominence, capital, population, feature, name: labels.includes(key) ? 'main' : 'alias', file: from });
  }
}

function indexNames(rows: readonly NamedPlace[]): NameIndex<Candidate> {
  const names = new NameIndex<Candidate>();
  for (const row of rows) addRow(names, row);
  return names;
}

/** Those of one table and of the other; a place that both know by the name counts once. */
function together(few: Names<Candidate>, many: Names<Candidate>): PlaceNames {
  const known = new Map<string, readonly Candidate[]>();
  const look = (key: string): readonly Candidate[] => {
    const first = few.get(key);
    const second = many.get(key);
    if (second.length === 0) return first;
    return [...first, ...second.filter(({ place }) => !first.some((one) => one.place.id === place.id))];
  };
  return {
    get(key) {
      const ready = known.get(key);
      if (ready) return ready;
      const found = look(key);
      if (found.length === 0) return found;
      if (known.size >= REMEMBERED) known.clear();
      known.set(key, found);
      return found;
    },
    reachOf: (first) => Math.max(few.reachOf(first), many.reachOf(first)),
  };
}

/** More distinct names than this are not remembered. */
const REMEMBERED = 50_000;

/** Reads data/. Takes some 0.3 s; meant to be called once a process or worker. @throws naming the file and what is wrong with it */
export function loadGazetteer(cityBytes: Buffer = readBytes(CITIES)): Gazetteer {
  const regions = regionRows();
  const countries = countryRows();
  const hand = handRows();
  const provinces = [...provinceRows(), ...hand.filter((row) => row.place.kind === 'admin1')];
  const settle = createSettle(provinces, regions);
  const cities = createCityTable(cityBytes, settle);
  const towns = addAliases(countries, provinces, cities);

  const rows = [...regions.map(regionPlace), ...countries, ...new Set([...provinces, ...hand])];
  rows.forEach(settle);
  const notPlaces = loadNotPlaces();
  const names = together(indexNames([...rows, ...towns]), cities);
  const byId = new Map(rows.map((row) => [row.place.id, row.place]));
  const hierarchy = rows.map((row) => row.place).filter((row) => row.kind === 'country' || row.kind === 'admin1' || row.kind === 'region');
  const demonyms = loadDemonyms();
  const abbreviations = loadAbbreviations(provinces);
  return {
    hierarchy, place: (id) => byId.get(id) ?? cities.city(id)?.place, names, abbreviations, demonyms, notPlaces,
    vouched: vouchedNames([...rows, ...towns], names),
    cues: loadCues(), roleCues: loadRoleCues(), countrySigns: loadCountrySigns(), opens: createOpenings({ names, abbreviations, demonyms, phrases: notPlaces.phrases }),
  };
}
