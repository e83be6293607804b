import type { Cues } from './cues';
import { KNOWN, STATES } from './lists';
import { isArabic } from './script';
import { glued, neighbour, touches, type Sighting } from './sighting';

/** How much less likely a name is that is a plain word too, by what stands before it. */
const AFTER_IN = 0.7;
const AFTER_FROM = 2.2;
const FROM = new Set(['من', 'الي', 'علي', 'عن', 'نحو', 'باتجاه', 'وفي']);
const THIS = new Set(['هذا', 'هذه', 'ذلك', 'تلك', 'ذات', 'نفس', 'كل', 'اي', 'بعض', 'جميع', 'عده']);

const DATELINE = /^\s*(?:[-–—:]|\([^)\n]{1,30}\)\s*[-–—:])/;

/** «الخبر - واس»: at the head of a line, before a dash or an agency in brackets. */
function opensDateline({ source: { text }, mention: { start, end } }: Sighting): boolean {
  return /(?:^|\n)\s*$/.test(text.slice(Math.max(0, start - 4), start)) && DATELINE.test(text.slice(end, end + 40));
}

/** «الخبر السار», «هذا الباب»: described, or pointed at, as only a common noun is. */
function isCommonNoun(sighting: Sighting, next: Sighting | undefined, strict: boolean): boolean {
  if (!isArabic(sighting.key)) return false;
  if (touches(sighting, -1) && THIS.has(neighbour(sighting, -1))) return true;
  const isDescribed = sighting.key.startsWith('ال') && touches(sighting, 1) && /^ال.{3,}/.test(neighbour(sighting, 1));
  // «الخليل الفلسطينية» is the town
  const isOfCountry = !strict && next?.first === sighting.last + 1 && sighting.candidates.some(({ place }) => place.country === next.demonym);
  return isDescribed && !isOfCountry;
}

/** «الباب شمال حلب», «نوى بريف درعا»: what stands behind it says where it lies. */
function isLocatedAfter(sighting: Sighting, cues: Cues): boolean {
  const after = touches(sighting, 1) ? neighbour(sighting, 1) : '';
  return cues.is('place-after', after) || (after.startsWith('ب') && cues.trigger(after) !== null);
}

/**
 * How doubtful a name is that is a plain word too: 0 where a trigger, a word such as "north of", its dateline or the names beside it say
 * that it is a place; null where nothing does.
 * @param strict only a trigger of its own kind or its company will do: المدينة، الشرقية
 */
export function doubtOfSoft(sighting: Sighting, next: Sighting | undefined, company: ReadonlySet<string>, strict: boolean, cues: Cues): number | null {
  if (sighting.trigger !== null && (!strict || sighting.candidates.some(({ place }) => place.kind === sighting.trigger))) return 0;
  if (!strict && isLocatedAfter(sighting, cues)) return 0;
  if (isCommonNoun(sighting, next, strict)) return null;
  if (sighting.candidates.some(({ place }) => company.has(place.kind === 'country' ? STATES : (place.country ?? '')))) return 0;
  if (strict) return null;
  if (opensDateline(sighting)) return 0;
  if (!sighting.candidates.some(({ prominence }) => prominence >= KNOWN)) return null;
  const before = touches(sighting, -1) && sighting.cut === 0 ? neighbour(sighting, -1) : '';
  if (cues.is('locative', before)) return 0;
  if (cues.is('locative-weak', before)) return AFTER_IN;
  return FROM.has(before) || /[بل]$/.test(glued(sighting)) ? AFTER_FROM : null;
}
