import type { PlaceRow, Region } from './rows';

/**
 * What gives a place its `within` (smaller unit, province, country, regions from the smallest) and its province. The regions of a
 * country are the same array for all of its places.
 */
export function createSettle(provinces: readonly PlaceRow[], regions: readonly Region[]): (row: PlaceRow) => void {
  const bySize = [...regions].sort((a, b) => a.countries.length - b.countries.length);
  const regionsOf = new Map<string, string[]>();
  for (const region of bySize) {
    for (const country of region.countries) regionsOf.set(country, [...(regionsOf.get(country) ?? []), region.id]);
  }
  const byCode = new Map<string, PlaceRow>();
  for (const province of provinces) if (province.code && province.place.kind === 'admin1') byCode.set(province.code, province);

  return ({ place, code, unit }) => {
    const province = code ? byCode.get(code) : undefined;
    if (province && code) place.admin1 = { code: code.slice(3), name: province.place.name.en };
    const country = place.country !== null && place.kind !== 'country' ? [place.country] : [];
    const own = province && province.place !== place ? [province.place.id] : [];
    place.within = [...(unit ? [unit] : []), ...own, ...country, ...(place.country ? (regionsOf.get(place.country) ?? []) : [])];
  };
}
