import type { Cues } from './cues';
import { belongsToArabicName } from './guards-arabic';
import { belongsToLatinName } from './guards-latin';
import { isArabic } from './script';
import { glued, neighbour, touches, type Sighting } from './sighting';

const OPENING_QUOTE = /["«“”„]\s*$/;
const CLOSING_QUOTE = /^\s*["»”“]/;

/** A name alone between quotes is a newspaper's: قال لـ«الشرق الأوسط». */
function quoted({ source: { text }, mention: { start, end } }: Sighting): boolean {
  return OPENING_QUOTE.test(text.slice(Math.max(0, start - 3), start)) && CLOSING_QUOTE.test(text.slice(end, end + 3));
}

/** A word that says "place" stands before it, or a preposition of place for names that are also plain words. */
function introduced(sighting: Sighting, cues: Cues): boolean {
  if (sighting.trigger !== null) return true;
  const before = neighbour(sighting, -1);
  const isCity = sighting.candidates.some((candidate) => candidate.prominence >= KNOWN);
  return isCity && touches(sighting, -1) && sighting.cut === 0 && cues.is('locative', before);
}

const KNOWN = 5;

/** Countries of what is no village. */
const countriesOf = ({ candidates }: Sighting) => new Set(candidates.filter(({ prominence }) => prominence >= KNOWN).map(({ place }) => place.country));

/** «باريس وليون»: joined by و to a place of the same country right before it. */
function listed(sighting: Sighting, before: Sighting | undefined): boolean {
  if (!before || before.source !== sighting.source || before.last !== sighting.first - 1 || glued(sighting) !== 'و' || !touches(sighting, -1)) return false;
  const countries = countriesOf(before);
  return [...countriesOf(sighting)].some((country) => country !== null && countries.has(country));
}

/** Whether the name stands for itself: no part of another name, no plain word. `before`: the last one that does. */
function standsAlone(sighting: Sighting, before: Sighting | undefined, soft: ReadonlySet<string>, cues: Cues): boolean {
  if (soft.has(sighting.key) && !introduced(sighting, cues) && !listed(sighting, before)) return false;
  return !quoted(sighting) && !(isArabic(sighting.key) ? belongsToArabicName : belongsToLatinName)(sighting, cues);
}

/** Those of an article's sightings, in order, that stand for themselves; all demonyms do. */
export function thoseThatStand(sightings: readonly Sighting[], soft: ReadonlySet<string>, cues: Cues): Sighting[] {
  const kept: Sighting[] = [];
  for (const sighting of sightings) if (sighting.demonym !== null || standsAlone(sighting, kept.at(-1), soft, cues)) kept.push(sighting);
  return kept;
}
