import type { Sighting } from './sighting';

const ARABIC_SPEAKING = new Set('AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE EH'.split(' '));

/**
 * A place abroad in Arabic letters is a transcription, and short ones are spelt like plain words (Van: وأن, Ulm: ألم).
 * At home a name of three letters is often a word too.
 */
export function doubtOfArabic({ key }: Sighting, country: string | null): number {
  if (key.includes(' ')) return 0;
  if (country !== null && ARABIC_SPEAKING.has(country)) return key.length <= 3 ? 2 : key.length === 4 ? 0.7 : 0;
  return key.length <= 4 ? 3 : 1.5;
}
