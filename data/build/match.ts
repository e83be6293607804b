import { overlap, total, type Census } from './census';
import { countryOf, statedCode, text, type Feature } from './features';

/** Both sources say that it is one: GeoNames' code is the unit's own, and a good part of the people or of the cities agrees. */
const STATED = { ofCode: 0.5, ofUnits: 0.3 };
/** Only geography says so: by people and by cities. */
const UNSTATED = 0.9;
const FEWEST_CITIES = 3;

function groups(features: readonly Feature[], key: (feature: Feature) => string): Map<string, Feature[]> {
  const found = new Map<string, Feature[]>();
  for (const feature of features) if (key(feature) !== '') found.set(key(feature), [...(found.get(key(feature)) ?? []), feature]);
  return found;
}

/** Units of one region, by Natural Earth. */
const regionKey = (feature: Feature) => (text(feature, 'region') ? `${countryOf(feature)}.${text(feature, 'region')}` : '');

function isStated({ people, cities }: Census, code: string, unit: Feature): boolean {
  return [people, cities].map((count) => overlap(count, code, [unit])).some(({ ofCode, ofUnits }) => ofCode >= STATED.ofCode && ofUnits >= STATED.ofUnits);
}

function coincide({ people, everywhere }: Census, code: string, units: readonly Feature[]): boolean {
  return [people, everywhere].map((count) => overlap(count, code, units)).every(({ ofCode, ofUnits }) => ofCode >= UNSTATED && ofUnits >= UNSTATED);
}

/**
 * The units that make up the province of each GeoNames code: one, or all of a region. A code is left out where the two
 * sources divide the country otherwise: equal numbers alone prove nothing (FR.11 is the Aude, and GeoNames' Île-de-France).
 * @param units those of the features that have a code and a name
 */
export function matchProvinces(features: readonly Feature[], units: readonly Feature[], census: Census): Map<string, Feature[]> {
  const { codes } = census.cities;
  const matches = new Map<string, Feature[]>();
  for (const [code, sharing] of groups(units, statedCode)) {
    const fitting = sharing.filter((unit) => isStated(census, code, unit));
    if (fitting.length === 1) matches.set(code, fitting);
  }
  const taken = new Set([...matches.values()].flat());
  // a unit whose own code GeoNames has for another province is no third one's
  const single = units.filter((unit) => !codes.has(statedCode(unit))).map((unit) => [unit]);
  const regions = [...groups(features, regionKey).values()].filter((group) => group.length > 1 && group.some((unit) => statedCode(unit) !== ''));
  for (const [code, inside] of codes) {
    if (matches.has(code) || total(inside.values()) < FEWEST_CITIES) continue;
    const fits = [...single, ...regions].find(
      (group) => group.some((unit) => inside.has(unit)) && group.every((unit) => !taken.has(unit)) && coincide(census, code, group),
    );
    if (fits) matches.set(code, fits);
  }
  return matches;
}
