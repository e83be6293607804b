import type { Place } from '../../../lib/place';
import type { Sighting } from './sighting';

export const ARABIC_SPEAKING: ReadonlySet<string> = new Set('AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE EH'.split(' '));

/** A province at home is named as often as the town of its name, however few live there. */
const HOME_PROVINCE = -1;

/**
 * A place abroad in Arabic letters is a transcription, and short ones are spelt like plain words (Van: وأن, Ulm: ألم).
 * At home a name of three letters is often a word too.
 */
export function doubtOfArabic(sighting: Sighting, place: Place): number {
  const { key, trigger, introduced } = sighting;
  if (key.includes(' ')) return 0;
  const isHome = place.country !== null && ARABIC_SPEAKING.has(place.country);
  if (isHome && place.kind === 'admin1' && key.length > 2) return HOME_PROVINCE;
  if (trigger !== null || introduced) return 0;
  if (!isHome) return key.length <= 4 ? 3 : 1.5;
  return key.length <= 3 ? 2 : key.length === 4 ? 0.7 : 0;
}
