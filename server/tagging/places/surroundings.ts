import type { FieldText } from '../article-text';
import type { Cues } from './cues';
import type { CueClass, CueHit, CueReading } from './role-cues';
import { glued, type Sighting } from './sighting';

export type Preposition = 'in' | 'on' | 'near' | 'side' | 'to' | 'from' | 'by' | 'about' | 'with' | 'between' | 'like';
const PREPOSITIONS: readonly Preposition[] = ['like', 'about', 'between', 'with', 'by', 'near', 'side', 'from', 'to', 'in', 'on'];

/** What governs a name: the preposition before it, and the word that this hangs on. */
export interface Surroundings {
  sighting: Sighting;
  cues: CueReading;
  preposition: Preposition | null;
  /** the words of the preposition, where it is not glued to the name */
  prepositionAt: CueHit | null;
  /** the last word before the name, its trigger word and its preposition */
  anchor: number;
  /** nothing but a trigger word or "of" stands between the anchor and the name */
  direct: boolean;
}

/** Between a preposition and its name: في العاصمة العراقية بغداد, in the northern city of. */
const PASSED = new Set([
  'the', 'of', 'la', 'le', 'de', 'du', 'des', 'al', 'city', 'town', 'village', 'capital', 'province', 'northern', 'southern', 'eastern', 'western', 'central',
  'north', 'south', 'east', 'west', 'nearby', 'neighbouring', 'neighboring', 'عاصمه', 'العاصمه', 'مدينه', 'المجاوره', 'منطقه', 'دوله', 'ارض', 'اراضي', 'الاراضي',
]);
const MOST_PASSED = 4;
/** بمدينة، لمدينة: the preposition glued to the trigger word */
const GLUED: Readonly<Record<string, Preposition>> = { ب: 'in', ك: 'like' };
const MOTION_REACH = 3;

const sameSentence = ({ source, first }: Sighting, at: number) => at >= 0 && source.sentence[at] === source.sentence[first];

function gluedPreposition(word: string, cues: Cues): Preposition | null {
  const rest = word.slice(1);
  return (PASSED.has(rest) || cues.trigger(rest) !== null) && rest.length > 2 ? (GLUED[word.charAt(0)] ?? null) : null;
}

/** «العاصمة الفرنسية باريس», "the French capital Paris": the adjective of a trigger word. */
function isBetween({ words }: FieldText, at: number): boolean {
  const word = words[at]?.folded ?? '';
  return (word.startsWith('ال') && /^(?:[وفبلك]?ال)?(?:عاصمه|مدينه)$/.test(words[at - 1]?.folded ?? '')) || words[at + 1]?.folded === 'capital';
}

function movesBefore(sighting: Sighting, cues: CueReading, from: number): boolean {
  for (let at = from - 1; at >= from - MOTION_REACH && sameSentence(sighting, at); at -= 1) if (cues.endingAt(at)?.classes.has('motion')) return true;
  return false;
}

/** Steps back over trigger words to what governs the name. */
export function surroundingsOf(sighting: Sighting, cues: CueReading, words: Cues): Surroundings {
  const { source, first } = sighting;
  const own = glued(sighting);
  const base = { sighting, cues, prepositionAt: null, direct: sighting.cut === 0 };
  if (own !== '' && /[بك]$/.test(own)) return { ...base, preposition: own.endsWith('ب') ? 'in' : 'like', anchor: first - 1, direct: false };
  if (own !== '') return { ...base, preposition: null, anchor: first - 1 };
  let at = first - 1;
  for (let passed = 0; passed <= MOST_PASSED && sameSentence(sighting, at); passed += 1) {
    const hit = cues.endingAt(at);
    const preposition = hit && PREPOSITIONS.find((one) => hit.classes.has(one));
    if (hit && preposition) return { ...base, preposition, prepositionAt: hit, anchor: hit.first - 1, direct: false };
    const word = source.words[at]?.folded ?? '';
    const gluedTo = gluedPreposition(word, words);
    // العودة لمدينة الرياض goes to the town, أمانة لمدينة الرياض is the town's
    const goesTo = word.startsWith('ل') && words.trigger(word.slice(1)) !== null && movesBefore(sighting, cues, at);
    if (goesTo) return { ...base, preposition: 'to', anchor: at - 1, direct: false };
    if (gluedTo) return { ...base, preposition: gluedTo, anchor: at - 1, direct: false };
    const passes = PASSED.has(word) || words.trigger(word) !== null || isBetween(source, at);
    if (hit || !passes || !source.joined[at]) break;
    at -= 1;
  }
  return { ...base, preposition: null, anchor: at };
}

/** The nearest cue of some classes at or before a word of the sentence, at most `reach` words back. */
export function nearestBefore({ sighting, cues }: Surroundings, from: number, reach: number, classes: readonly CueClass[]): CueHit | null {
  for (let at = from; at > from - reach && sameSentence(sighting, at); at -= 1) {
    const hit = cues.endingAt(at);
    if (hit && classes.some((one) => hit.classes.has(one))) return hit;
  }
  return null;
}

/** The nearest cue of some classes behind the name, at most `reach` words on. */
export function nearestAfter({ sighting, cues }: Surroundings, reach: number, classes: readonly CueClass[]): CueHit | null {
  for (let at = sighting.last + 1; at <= sighting.last + reach && sameSentence(sighting, at); at += 1) {
    const hit = cues.startingAt(at);
    if (hit && classes.some((one) => hit.classes.has(one))) return hit;
  }
  return null;
}
