import { list, readTable } from '../tables';
import type { NamedPlace } from './rows';

/**
 * data/hand/aliases.tsv: further names, and better labels, for places of the built files. A row names its place as
 * `SY`, `SY.12` or `SY:Homs` (the most populous of that name).
 * @throws naming every row whose place is not in the gazetteer
 */
export function addAliases(countries: NamedPlace[], provinces: NamedPlace[], cities: NamedPlace[]): void {
  const known = new Map<string, NamedPlace>();
  for (const country of countries) known.set(country.place.id, country);
  for (const province of provinces) if (province.code && province.place.kind === 'admin1') known.set(province.code, province);
  for (const city of cities) {
    for (const name of [city.place.name.en, ...city.names]) {
      const key = `${city.place.country}:${name}`;
      const other = known.get(key);
      if (!other || other.prominence < city.prominence) known.set(key, city);
    }
  }
  const lost: string[] = [];
  for (const [key = '', ar = '', names, en] of readTable('hand/aliases.tsv', 3)) {
    const target = known.get(key);
    if (!target) {
      lost.push(key);
      continue;
    }
    if (en) target.place.name.en = en;
    if (ar !== '') target.place.name.ar = ar;
    const written = [...(ar === '' ? [] : [ar]), ...list(names)];
    target.names.push(...written);
    target.byHand = [...(target.byHand ?? []), ...written];
  }
  if (lost.length > 0) throw new Error(`data/hand/aliases.tsv names places that the gazetteer lacks: ${lost.join(', ')}`);
}
