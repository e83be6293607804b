import type { FieldText } from '../article-text';
import type { Cues } from './cues';
import { isArabic } from './script';
import { glued, neighbour, touches, type Sighting } from './sighting';

/** What a sentence must weigh to be about a match. */
const SENTENCE = 3;
/** The same for a whole text, and the share of its words. */
const TEXT = 10;
const SHARE = 0.03;
const TRAVEL_REACH = 4;

function weightOf(words: FieldText['words'], cues: Cues): number {
  let weight = 0;
  for (const word of words) weight += cues.sport(word);
  return weight;
}

/** Whether a sentence tells of a match; a text is weighed once, a sentence when it is asked for. */
function createSportOf(cues: Cues): (sighting: Sighting) => boolean {
  const texts = new Map<FieldText, boolean>();
  const sentences = new Map<FieldText, Map<number, number>>();
  const inText = (source: FieldText): boolean => {
    const known = texts.get(source);
    if (known !== undefined) return known;
    const weight = weightOf(source.words, cues);
    const found = weight >= TEXT && weight >= source.words.length * SHARE;
    texts.set(source, found);
    return found;
  };
  const ofSentence = ({ source, first }: Sighting): number => {
    const number = source.sentence[first] ?? 0;
    const known = sentences.get(source) ?? new Map<number, number>();
    sentences.set(source, known);
    const weight = known.get(number) ?? weightOf(source.words.slice(source.sentence.indexOf(number), source.sentence.lastIndexOf(number) + 1), cues);
    known.set(number, weight);
    return weight;
  };
  return (sighting) => {
    const weight = ofSentence(sighting);
    return weight >= SENTENCE || (weight >= 1 && inText(sighting.source));
  };
}

const STADIUM = new Set(['ملعب', 'استاد', 'ستاد', 'تستضيف', 'يستضيف', 'استضافه', 'تحتضن', 'يحتضن', 'العاصمه']);
const NUMBER = /^\d+$/;

/** «في لندن»، «بجدة»، «ملعب برشلونة»، «غادر إلى ميلانو»: the town itself. */
function isTown(sighting: Sighting, cues: Cues): boolean {
  const before = neighbour(sighting, -1);
  if (glued(sighting).endsWith('ب') || cues.is('locative', before) || cues.is('locative-weak', before) || STADIUM.has(before)) return true;
  for (let offset = 1; offset <= TRAVEL_REACH; offset += 1) if (cues.is('travel', neighbour(sighting, -offset))) return true;
  return cues.acts(neighbour(sighting, 1)) || (sighting.first === 0 && /^\s*[-–—:(،]/.test(sighting.source.text.slice(sighting.mention.end)));
}

/** «برشلونة الإسباني»: a town is feminine, so a masculine adjective of its own country is the club's. */
function hasMasculineDemonym(sighting: Sighting, next: Sighting | undefined): boolean {
  if (!next || next.demonym === null || next.source !== sighting.source || next.first !== sighting.last + 1 || !touches(sighting, 1)) return false;
  return /^ال.*ي$/.test(next.key) && sighting.candidates.some(({ place }) => place.country === next.demonym && place.kind !== 'site');
}

/**
 * Whether a town's name stands for the club that bears it. States and provinces play by their own names; of capitals in Arab countries
 * the name is the town's, so often does it act.
 */
export function createClubGuard(cues: Cues, arabicSpeaking: ReadonlySet<string>): (sighting: Sighting, next: Sighting | undefined) => boolean {
  const isSport = createSportOf(cues);
  return (sighting, next) => {
    if (!isArabic(sighting.key) || sighting.trigger !== null) return false;
    const before = neighbour(sighting, -1);
    const isBig = sighting.candidates.some(({ place: { kind } }) => kind === 'country' || kind === 'region' || kind === 'site');
    if (hasMasculineDemonym(sighting, next) && !cues.is('locative', before) && !cues.is('locative-weak', before)) return true;
    if (sighting.cut === 0 && cues.is('club-before', before) && !/^[وف]?ال/.test(before) && isSport(sighting)) return true;
    if (isBig || sighting.candidates.some(({ capital, place }) => capital && arabicSpeaking.has(place.country ?? ''))) return false;
    if (!isSport(sighting)) return false;
    return NUMBER.test(neighbour(sighting, 1)) || !isTown(sighting, cues);
  };
}
