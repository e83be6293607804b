import type { CityRow } from './cities';
import { countyKey } from './counties';
import type { Locate } from './locate';
import { idOf, type ProvinceRow } from './provinces';

/**
 * The id of the smaller unit that a city stands in (Aude, Brescia, Laurel County), or ''. Where the unit's province is another than the
 * city's, the outline is too coarse to tell: none.
 */
export function createUnitOf(provinces: readonly ProvinceRow[], counties: ReadonlyMap<string, ProvinceRow>, locate: Locate): (city: CityRow) => string {
  const smaller = new Map(provinces.filter((row) => row.kind !== 'admin1').map((row) => [row.id, row]));
  const known = new Set(provinces.filter((row) => row.kind === 'admin1').map((row) => row.code));
  return (city) => {
    const { country, admin1, lat, lon } = city;
    const county = counties.get(countyKey(city));
    if (county) return county.id;
    const feature = locate(country, lat, lon);
    const unit = feature ? smaller.get(idOf(feature)) : undefined;
    if (!unit) return '';
    const code = `${country}.${admin1}`;
    return (unit.kind === 'region' ? !known.has(code) : unit.code === code) ? unit.id : '';
  };
}
