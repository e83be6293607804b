import type { Place } from '../../../lib/place';
import { addAliases } from './aliases';
import { loadCues, type Cues } from './cues';
import { loadDemonyms } from './demonyms';
import { readingsOf } from '../readings';
import { placeWithin } from './hierarchy';
import { keyOf, NameIndex, type PlaceNames } from './name-index';
import { loadNotPlaces, type NotPlaces } from './not-places';
import { cityRows, countryRows, handRows, provinceRows, regionPlace, regionRows, type NamedPlace } from './rows';

/** All that the tagger knows of places. Some 36,000 rows; see NOTICE.md for where they come from. */
export interface Gazetteer {
  /** every region, country and province: the rows that the database keeps whole */
  hierarchy: Place[];
  place(id: string): Place | undefined;
  names: PlaceNames;
  /** Syrian, السورية: the country */
  demonyms: NameIndex<string>;
  notPlaces: NotPlaces;
  /** folded names that a person wrote down, or that a country or a great city bears: no doubt about them */
  vouched: ReadonlySet<string>;
  cues: Cues;
  /** whether a folded word, in any of its readings, begins a name, a demonym or a blocker phrase: most begin none */
  opens(word: string): boolean;
}

/** A name of fewer letters than this is none: IN, إب and their like stand for too much else. */
const SHORTEST = 2;

/** Package names of large cities need no voucher. */
const GREAT = 7;

function vouchedNames(rows: readonly NamedPlace[]): Set<string> {
  return new Set(rows.flatMap((row) => (row.place.kind === 'country' || row.prominence >= GREAT ? row.names : row.byHand ?? [])).map(keyOf));
}

function indexNames(rows: readonly NamedPlace[], { never }: NotPlaces): PlaceNames {
  const names: PlaceNames = new NameIndex();
  for (const row of rows) {
    const { place, prominence, capital } = row;
    const candidate = { place, prominence, capital };
    for (const name of row.names) {
      if (name.length < SHORTEST) continue;
      names.add(name, candidate);
    }
  }
  for (const name of never) names.remove(name);
  return names;
}

/** More distinct words than this are not remembered. */
const REMEMBERED = 50_000;

function createOpens(indexes: readonly Pick<NameIndex<unknown>, 'reachOf'>[]): Gazetteer['opens'] {
  const known = new Map<string, boolean>();
  return (word) => {
    let opens = known.get(word);
    if (opens === undefined) {
      opens = readingsOf(word).some(({ form }) => indexes.some((index) => index.reachOf(form) > 0));
      if (known.size >= REMEMBERED) known.clear();
      known.set(word, opens);
    }
    return opens;
  };
}

/** Reads data/ whole. Takes some 0.5 s; meant to be called once a process or worker. */
export function loadGazetteer(): Gazetteer {
  const regions = regionRows();
  const countries = countryRows();
  const hand = handRows();
  const cities = cityRows();
  const provinces = [...provinceRows(), ...hand.filter((row) => row.place.kind === 'admin1')];
  addAliases(countries, provinces, cities);

  const rows = [...regions.map(regionPlace), ...countries, ...new Set([...provinces, ...hand]), ...cities];
  placeWithin(rows, provinces, regions);
  const notPlaces = loadNotPlaces();
  const names = indexNames(rows, notPlaces);
  const byId = new Map(rows.map((row) => [row.place.id, row.place]));
  const hierarchy = rows.map((row) => row.place).filter((row) => row.kind === 'country' || row.kind === 'admin1' || row.kind === 'region');
  const demonyms = loadDemonyms();
  return {
    hierarchy, place: (id) => byId.get(id), names, demonyms, notPlaces, vouched: vouchedNames(rows), cues: loadCues(),
    opens: createOpens([names, demonyms, notPlaces.phrases]),
  };
}
