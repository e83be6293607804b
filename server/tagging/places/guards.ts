import { createClubGuard } from './clubs';
import type { Cues } from './cues';
import { ARABIC_SPEAKING } from './doubt-arabic';
import { belongsToArabicName } from './guards-arabic';
import { createLatinGuard } from './guards-latin';
import { companyOf } from './lists';
import type { NotPlaces } from './not-places';
import { isArabic } from './script';
import type { Sighting } from './sighting';
import { doubtOfSoft } from './soft';

const OPENING_QUOTE = /["«“”„{]\s*$/;
const CLOSING_QUOTE = /^\s*["»”“}]/;

/** A name alone between quotes is a newspaper's: قال لـ«الشرق الأوسط»; but مدينة «الباب» says what it is. */
function quoted({ source: { text }, mention: { start, end }, trigger }: Sighting): boolean {
  return trigger === null && OPENING_QUOTE.test(text.slice(Math.max(0, start - 3), start)) && CLOSING_QUOTE.test(text.slice(end, end + 3));
}

const NO_COMPANY: ReadonlySet<string> = new Set();

/**
 * Those of an article's sightings, in order, that stand for themselves: no part of another name, no plain word, no club. All demonyms do.
 * Each comes with the doubt that is left and the countries of the names listed beside it.
 */
export function thoseThatStand(sightings: readonly Sighting[], { soft, strict, ha }: NotPlaces, cues: Cues): Sighting[] {
  const isPlain = ({ key, mention }: Sighting) => soft.has(key) || strict.has(key) || (mention.phrase.endsWith('ه') && ha.has(key));
  const lists = companyOf(sightings, isPlain);
  const isClub = createClubGuard(cues, ARABIC_SPEAKING);
  const isOther = createLatinGuard(sightings, isPlain, cues);
  return sightings.flatMap((sighting, i) => {
    if (sighting.demonym !== null) return [sighting];
    if (!isArabic(sighting.key)) return quoted(sighting) || isOther(sighting) ? [] : [{ ...sighting, company: lists.get(sighting) ?? NO_COMPANY }];
    const next = sightings[i + 1];
    const company = lists.get(sighting) ?? NO_COMPANY;
    const doubt = isPlain(sighting) ? doubtOfSoft(sighting, next, company, strict.has(sighting.key), cues) : 0;
    if (doubt === null || quoted(sighting)) return [];
    if (belongsToArabicName(sighting, cues) || isClub(sighting, next)) return [];
    return [{ ...sighting, doubt, introduced: isPlain(sighting), company }];
  });
}
