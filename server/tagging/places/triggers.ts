import type { PlaceKind } from '../../../lib/place';
import type { Candidate } from './candidate';

const SAME_KIND: Partial<Record<PlaceKind, readonly PlaceKind[]>> = {
  city: ['city', 'district'], admin1: ['admin1', 'admin2', 'region'], admin2: ['admin2', 'admin1', 'city'], country: ['country'],
  water: ['water'], site: ['site'], district: ['district'],
};
const RIGHT = 4;
const WRONG = -0.5;
const NOT_AT_ALL = -9;
/** «حي الجزائر»: a district bears the name of a great city or a country, and lies elsewhere. */
const GREAT = 6;

export const fitsTrigger = (kind: PlaceKind, trigger: PlaceKind | null): boolean =>
  trigger === 'region' || (trigger !== null && (SAME_KIND[trigger] ?? []).includes(kind));

/** What a trigger word before the name (مدينة، حي، نهر) says for or against a candidate. */
export function triggerBonus({ place, prominence }: Candidate, trigger: PlaceKind | null): number {
  if (trigger === null || trigger === 'region') return 0;
  if (trigger === 'district' && place.kind !== 'district' && (place.kind !== 'city' || prominence >= GREAT)) return NOT_AT_ALL;
  if (trigger === 'water' && place.kind === 'country') return NOT_AT_ALL;
  return fitsTrigger(place.kind, trigger) ? RIGHT : WRONG;
}
