import type { Candidate } from './candidate';
import type { Sighting } from './sighting';

export const ARABIC_SPEAKING: ReadonlySet<string> = new Set('AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE EH'.split(' '));

/** A province at home is named as often as the town of its name, however few live there. */
const HOME_PROVINCE = -1;
const ABROAD = 1.5;
const SHORT_ABROAD = 3;
/** spelt by rule, as nobody may have written it */
const DERIVED = 1;
/** Below this a town abroad is in no Arabic article because its country is. */
const WELL_KNOWN = 5.3;

/**
 * Whether an Arabic article that speaks of the country makes the place likelier: Geneva is not that of Illinois however often America is
 * named, nor is Benin a town of Nigeria; Amman and Oman are both near.
 */
export function isWithinReach({ place, prominence }: Candidate, { candidates, trigger }: Sighting): boolean {
  if (place.country !== null && ARABIC_SPEAKING.has(place.country)) return true;
  if (place.kind === 'city' && prominence < WELL_KNOWN) return false;
  return place.kind === 'country' || trigger !== null || !candidates.some((other) => other.place.kind === 'country');
}

/**
 * A place abroad in Arabic letters is a transcription, and short ones are spelt like plain words (Van: وأن, Ulm: ألم).
 * At home a name of three letters is often a word too.
 */
export function doubtOfArabic(sighting: Sighting, { place, name }: Candidate): number {
  const { key, trigger, introduced, cut } = sighting;
  if (key.includes(' ')) return 0;
  const isHome = place.country !== null && ARABIC_SPEAKING.has(place.country);
  if (isHome && place.kind === 'admin1' && key.length > 2) return HOME_PROVINCE;
  if (trigger !== null || introduced) return 0;
  const spelling = name === 'derived' ? DERIVED : 0;
  if (!isHome) return spelling + (key.length > 4 ? ABROAD : SHORT_ABROAD) + (cut > 0 && key.length <= 4 ? ABROAD : 0);
  return spelling + (key.length <= 3 ? 2 : key.length === 4 ? 0.7 : 0);
}
