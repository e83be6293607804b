import { takeCensus } from './census';
import { readCities } from './cities';
import { countryOf, text, unitsOf, type Feature } from './features';
import { createLocate } from './locate';
import { matchProvinces } from './match';
import { idOf } from './provinces';

/** Parts of France to Natural Earth, countries to ISO and the gazetteer. */
const OVERSEAS: Readonly<Record<string, string>> = { 'FR-GF': 'GF', 'FR-GP': 'GP', 'FR-MQ': 'MQ', 'FR-RE': 'RE', 'FR-YT': 'YT' };

/** Units of Natural Earth that are one area of the map, and the gazetteer's id of it; null where the gazetteer has none: then only its country has it. */
export interface Area {
  id: string | null;
  country: string;
  parts: Feature[];
}

export interface AreaSources {
  features: readonly Feature[];
  citiesPath: string;
  /** ids of the gazetteer's provinces and smaller units */
  known: ReadonlySet<string>;
  /** code of a province written by hand -> its id */
  byHand: ReadonlyMap<string, string>;
}

/** Every unit in one area, under the id of the widest unit that the gazetteer has for it: Île-de-France, not its eight departments. */
export function areasOf({ features, citiesPath, known, byHand }: AreaSources): Area[] {
  const census = takeCensus(readCities(citiesPath).points, createLocate(features));
  const areas: Area[] = [];
  const taken = new Set<Feature>();
  for (const [code, parts] of matchProvinces(features, unitsOf(features), census)) {
    const [first] = parts;
    const id = byHand.get(code) ?? (parts.length > 1 ? code : first ? idOf(first) : '');
    if (!first || !known.has(id)) continue;
    areas.push({ id, country: OVERSEAS[text(first, 'iso_3166_2')] ?? code.slice(0, 2), parts: [...parts] });
    for (const part of parts) taken.add(part);
  }
  const used = new Set(areas.map(({ id }) => id));
  for (const feature of features) {
    if (taken.has(feature)) continue;
    const id = idOf(feature);
    const isNew = known.has(id) && !used.has(id);
    areas.push({ id: isNew ? id : null, country: OVERSEAS[text(feature, 'iso_3166_2')] ?? countryOf(feature), parts: [feature] });
    if (isNew) used.add(id);
  }
  return areas;
}
