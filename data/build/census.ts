import type { CityPoint } from './cities';
import { statedCode, type Feature } from './features';
import type { Locate } from './locate';

type Tally<A, B> = ReadonlyMap<A, ReadonlyMap<B, number>>;

/** What two sources say of the same cities: GeoNames' codes, and the Natural Earth units that they stand in. */
interface Count {
  codes: Tally<string, Feature>;
  units: Tally<Feature, string>;
}

/** By people, a great city outweighs an outline drawn askew; by cities, it doesn't hide the rest of its province. */
export interface Census {
  people: Count;
  cities: Count;
  /** cities again, those in units without a code too */
  everywhere: Count;
}

/** Many small towns have no count of people: they weigh as a village. */
const VILLAGE = 500;

function add<A, B>(tally: Map<A, Map<B, number>>, a: A, b: B, weight: number): void {
  const row = tally.get(a) ?? new Map<B, number>();
  tally.set(a, row.set(b, (row.get(b) ?? 0) + weight));
}

function count(found: readonly (CityPoint & { unit: Feature })[], weight: (point: CityPoint) => number): Count {
  const codes = new Map<string, Map<Feature, number>>();
  const units = new Map<Feature, Map<string, number>>();
  for (const point of found) {
    add(codes, point.code, point.unit, weight(point));
    add(units, point.unit, point.code, weight(point));
  }
  return { codes, units };
}

/** Cities of no province tell nothing. Nor, for most, do units without a code: a buffer zone, a lake. */
export function takeCensus(points: readonly CityPoint[], locate: Locate): Census {
  const found = points.flatMap((point) => {
    const unit = /\.(?:00)?$/.test(point.code) ? undefined : locate(point.code.slice(0, 2), point.lat, point.lon);
    return unit ? [{ ...point, unit }] : [];
  });
  const coded = found.filter(({ unit }) => statedCode(unit) !== '');
  return { people: count(coded, ({ people }) => Math.max(people, VILLAGE)), cities: count(coded, () => 1), everywhere: count(found, () => 1) };
}

export const total = (counts: Iterable<number> | undefined) => [...(counts ?? [])].reduce((sum, one) => sum + one, 0);

/** Of a code's people or cities, the share in the units; of the units', the share that has the code. Both 0 to 1. */
export function overlap({ codes, units }: Count, code: string, group: readonly Feature[]): { ofCode: number; ofUnits: number } {
  const both = total(group.map((unit) => codes.get(code)?.get(unit) ?? 0));
  if (both === 0) return { ofCode: 0, ofUnits: 0 };
  return { ofCode: both / total(codes.get(code)?.values()), ofUnits: both / total(group.flatMap((unit) => [...(units.get(unit)?.values() ?? [])])) };
}

/** The code that nearly all people of a unit have: it lies in that province. '' where no code has, or no city is known. */
export function codeAround({ people }: Census, unit: Feature): string {
  const counts = [...(people.units.get(unit) ?? [])].sort((a, b) => b[1] - a[1]);
  const [code, most] = counts[0] ?? ['', 0];
  return most > 0 && most >= 0.8 * total(counts.map(([, one]) => one)) ? code : '';
}

/** Whether several codes have most of their people in a unit: GeoNames has divided it since. */
export function spansProvinces({ people }: Census, unit: Feature): boolean {
  const codes = [...(people.units.get(unit)?.keys() ?? [])];
  return codes.filter((code) => overlap(people, code, [unit]).ofCode > 0.5).length > 1;
}
