import { list, readTable } from '../tables';
import type { CityTable } from './city-table';
import { keyOf } from './name-index';
import { CITIES, labelsOf, type NamedPlace, type PlaceRow } from './rows';

export const ALIASES = 'hand/aliases.tsv';

/** A town whose names somebody wrote down makes news, whether or not its people have been counted. */
const IN_THE_NEWS = 5;

/** `SY:Homs`: the most populous town of that country that is called so. */
function cityCalled(key: string, cities: CityTable): PlaceRow | undefined {
  const country = key.slice(0, 2);
  const found = cities.get(keyOf(key.slice(3))).filter((one) => one.place.country === country && one.name !== 'derived');
  const [most] = found.sort((a, b) => b.prominence - a.prominence);
  return most ? cities.keep(most.place.id) : undefined;
}

function addNames(target: NamedPlace, [, ar = '', names, en]: readonly string[]): void {
  const { name } = target.place;
  if (en) name.en = en;
  if (ar !== '') name.ar = ar;
  const written = [...(ar === '' ? [] : [ar]), ...list(names)];
  target.names.push(...written);
  target.byHand = [...(target.byHand ?? []), ...written];
  target.labels = labelsOf(name.en, name.ar ?? '');
}

/**
 * data/hand/aliases.tsv: further names, and better labels, for places of the built files. A row names its place as
 * `SY`, `SY.12` or `SY:Homs` (the most populous of that name).
 * @returns the towns that got names
 * @throws naming every row whose place is not in the gazetteer
 */
export function addAliases(countries: NamedPlace[], provinces: NamedPlace[], cities: CityTable): NamedPlace[] {
  const known = new Map<string, NamedPlace>();
  for (const country of countries) known.set(country.place.id, country);
  for (const province of provinces) if (province.code && province.place.kind === 'admin1') known.set(province.code, province);
  const towns = new Map<PlaceRow, NamedPlace>();
  const lost: string[] = [];
  const rows = readTable(ALIASES, 3);
  const isTown = ([key = '']: readonly string[]) => key.charAt(2) === ':';
  // a town is read with its province's label: provinces get theirs first
  for (const row of [...rows.filter((one) => !isTown(one)), ...rows.filter(isTown)]) {
    const [key = ''] = row;
    const city = isTown(row) ? cityCalled(key, cities) : undefined;
    const target = city ? (towns.get(city) ?? { ...city, names: [], file: CITIES, prominence: Math.max(city.prominence, IN_THE_NEWS) }) : known.get(key);
    if (!target) {
      lost.push(key);
      continue;
    }
    addNames(target, row);
    if (!city) continue;
    towns.set(city, target);
    city.labels = target.labels;
  }
  if (lost.length > 0) throw new Error(`data/${ALIASES} names places that the gazetteer lacks: ${lost.join(', ')}`);
  return [...towns.values()];
}
